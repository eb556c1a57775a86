"""Connections: the settings that lose nothing and that let many people write at once."""

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import URL, Connection, Engine, ExceptionContext, PoolProxiedConnection, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from detector.store.location import file_uri

_READING = "detector_reading"
_FILE = "detector_file"
PATIENCE_SECONDS = 10
_PAUSE_SECONDS = 0.02
_STUCK = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_PATIENCE = f"busy_timeout={PATIENCE_SECONDS * 1000}"
_PRAGMAS = (
    _PATIENCE,
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
)


def make_engine(url: URL) -> Engine:
    """An engine for that database; its transactions are made for writing (see `reading`)."""
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    return create_engine(
        url,
        hide_parameters=True,
        pool_size=5,
        max_overflow=10,
        pool_timeout=PATIENCE_SECONDS,
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args={
            "connect_timeout": PATIENCE_SECONDS,
            "tcp_user_timeout": PATIENCE_SECONDS * 1000,
            "options": f"-c lock_timeout={PATIENCE_SECONDS * 1000}",
        },
    )


def reading(engine: Engine) -> Engine:
    """The same engine, whose transactions see one moment, write nothing and hold up no writer."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_READING: True})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _sqlite_engine(url: URL) -> Engine:
    file = Path(str(url.database))
    engine = _sqlite_pool(file)

    def connected(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        for pragma in _PRAGMAS:
            _set(connection, pragma)
        entry.info[_FILE] = _identity(file)

    def taken(_connection: sqlite3.Connection, entry: ConnectionPoolEntry, _proxy: PoolProxiedConnection) -> None:
        # Writing to a file that was moved away or replaced would be acknowledged and lost: connect anew.
        if entry.info.get(_FILE) != _identity(file):
            raise DisconnectionError

    event.listen(engine, "connect", connected)
    event.listen(engine, "checkout", taken)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _failed)
    return engine


def _set(connection: sqlite3.Connection, pragma: str) -> None:
    # SQLite does not wait while another connection makes a new file a WAL one: it fails at once, so wait here.
    until = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute(f"PRAGMA {pragma}").close()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(_PAUSE_SECONDS)


def _sqlite_pool(file: Path) -> Engine:
    # Never creates the file: one that is gone while the program runs must not be replaced by an empty one unseen.
    existing = URL.create("sqlite", database=file_uri(file), query={"mode": "rw", "uri": "true"})
    # A pool, never a connection for each thread: each page run is a new thread.
    return create_engine(
        existing,
        hide_parameters=True,
        connect_args={"timeout": PATIENCE_SECONDS},
        pool_size=8,
        max_overflow=8,
        pool_timeout=PATIENCE_SECONDS,
    )


def _begin(connection: Connection) -> None:
    # A writer locks first: one that reads before it locks fails at once when another one has written.
    reads_only = connection.get_execution_options().get(_READING)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def _failed(context: ExceptionContext) -> None:
    # A connection opened while the file could not be used stays so: open new ones once it can be used again.
    error = context.original_exception
    if isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _STUCK:
        context.is_disconnect = True


def _identity(file: Path) -> tuple[int, int] | None:
    """What tells this file from another one at the same place; None where there is none."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def add_unless_there(connection: Connection, table: Table, row: Mapping[str, str | int]) -> None:
    """Add a row, unless there is one with its key."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    connection.execute(insert(table).values(dict(row)).on_conflict_do_nothing())


def write_back(engine: Engine, *, wait: float) -> bool:
    """Move what SQLite still holds in its write-ahead log into the file itself; other databases need nothing.

    Without a time to wait, in seconds, nobody is held up, and what others are still reading stays for the next time.
    True: the log is empty, which it is not where somebody reads or writes for longer than that.
    """
    if engine.dialect.name != "sqlite":
        return True
    connection: PoolProxiedConnection = engine.raw_connection()
    try:
        if not wait:
            connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
            return False
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={int(wait * 1000)}")
        is_busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute(f"PRAGMA {_PATIENCE}")
        return not is_busy
    except sqlite3.Error:
        connection.invalidate()
        raise
    finally:
        connection.close()


def let_go(engine: Engine) -> None:
    """Close every connection, SQLite's file whole by itself before; what cannot be moved there stays in its log."""
    with suppress(SQLAlchemyError, sqlite3.Error, OSError):
        write_back(engine, wait=PATIENCE_SECONDS)
    engine.dispose()
