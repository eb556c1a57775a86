"""Connections: the settings that lose nothing and that let many people write at once."""

import sqlite3

from sqlalchemy import URL, Connection, Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

_READING = "detector_reading"
_PATIENCE_SECONDS = 10
_PRAGMAS = (
    f"busy_timeout={_PATIENCE_SECONDS * 1000}",
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
        pool_size=5,
        max_overflow=10,
        pool_timeout=_PATIENCE_SECONDS,
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args={"connect_timeout": _PATIENCE_SECONDS},
    )


def reading(engine: Engine) -> Engine:
    """The same engine, whose transactions see one moment, write nothing and hold up no writer."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_READING: True})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _sqlite_engine(url: URL) -> Engine:
    # A pool, never a connection for each thread: each page run is a new thread.
    engine = create_engine(
        url, connect_args={"timeout": _PATIENCE_SECONDS}, pool_size=8, max_overflow=8, pool_timeout=_PATIENCE_SECONDS
    )

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:  # pyright: ignore[reportUnusedFunction] - called by the event
        connection.isolation_level = None  # the driver must not begin transactions of its own
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _began(connection: Connection) -> None:  # pyright: ignore[reportUnusedFunction] - called by the event
        # A writer locks first: one that reads before it locks fails at once when another one has written.
        options = connection.get_execution_options()
        connection.exec_driver_sql("BEGIN" if options.get(_READING) else "BEGIN IMMEDIATE")

    return engine


def forget_deleted(engine: Engine) -> None:
    """Empty SQLite's write-ahead log, so that deleted text is in no file any more; other databases need nothing."""
    if engine.dialect.name != "sqlite":
        return
    connection: PoolProxiedConnection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
