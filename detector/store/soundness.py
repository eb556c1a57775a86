"""Whether an SQLite file is still one: looked at without changing it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from detector.store.location import file_uri

# Where SQLite's file format says how the file is written and read, and what it says of one with a write-ahead log.
_AFTER_MODES, _WITH_LOG = 20, b"\x02\x02"
_NOT_ONE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_damaged(file: Path) -> bool:
    """Whether what is there cannot be read as an SQLite file; nothing at all, or an empty file, is not damaged.

    Raises:
        sqlite3.Error: it cannot be looked at, for instance because another program holds it.
    """
    log = file.with_name(f"{file.name}-wal")
    if not file.exists() or file.stat().st_size == 0:
        # SQLite would throw the log away, and with it perhaps all that is left of the assessments.
        return log.exists() and log.stat().st_size > 0
    # Read only: closing a damaged file that was opened for writing would change it further.
    options = "mode=ro&immutable=1" if is_at_rest(file) else "mode=ro"
    with closing(sqlite3.connect(f"{file_uri(file)}?{options}", uri=True, timeout=10)) as connection:
        try:
            return connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",)
        except sqlite3.DatabaseError as error:
            kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if kind == sqlite3.SQLITE_READONLY:
                return False  # a write was cut short: opening the file for writing puts that right
            if kind in _NOT_ONE:
                return True
            raise


def is_at_rest(file: Path) -> bool:
    """Whether the file's write-ahead log is gone, so that nobody has it open.

    SQLite would leave an empty log beside it by reading it, unless it is told that nobody changes the file.
    """
    if file.with_name(f"{file.name}-wal").exists():
        # Whoever closes a file gives up, on Unix, every lock that SQLite holds on it for the same process.
        return False
    with file.open("rb") as opened:
        return opened.read(_AFTER_MODES)[-2:] == _WITH_LOG
