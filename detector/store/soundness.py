"""Whether an SQLite file is still one: looked at without changing it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from detector.store.location import file_uri

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
    with closing(sqlite3.connect(f"{file_uri(file)}?mode=ro", uri=True, timeout=10)) as connection:
        try:
            return connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",)
        except sqlite3.DatabaseError as error:
            kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if kind == sqlite3.SQLITE_READONLY:
                return False  # a write was cut short: opening the file for writing puts that right
            if kind in _NOT_ONE:
                return True
            raise
