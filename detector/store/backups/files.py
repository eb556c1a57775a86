"""The SQLite file of a backup: opened without changing it, or made new for this account alone."""

import errno
import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from detector.core.errors import StoreError
from detector.store.error_messages import fault_of
from detector.store.location import file_uri
from detector.store.soundness import is_at_rest

_PATIENCE_SECONDS = 10
_AS_DISK_ERRORS = {
    sqlite3.SQLITE_FULL: (errno.ENOSPC, "there is no room left on the disk"),
    sqlite3.SQLITE_IOERR: (errno.EIO, "the disk may be full, over its quota, unplugged or failing"),
}
# The file takes its final name once it is whole, so nothing of it need survive a crash: only the end is made sure of.
_WHILE_MADE = ("journal_mode=MEMORY", "synchronous=OFF", "foreign_keys=ON", "secure_delete=ON")
# SQLite leaves the write-ahead log only where no other connection is open: that is how others are noticed.
_WHILE_ALONE = (
    "busy_timeout=2000",
    "locking_mode=EXCLUSIVE",
    "journal_mode=DELETE",
    "synchronous=FULL",
    "secure_delete=ON",
)


@contextmanager
def opened(file: Path) -> Generator[Connection]:
    """A connection that sees one moment of an SQLite file and cannot change it.

    Raises:
        StoreError: it is not there, cannot be read, is damaged, or is no such file.
    """
    if not file.exists():
        raise StoreError(f"{file}: There is no such file. Check the name, then try again. Nothing was changed.")
    if file.is_dir():
        raise StoreError(f"{file}: This is a folder. Name the file in it. Nothing was changed.")
    engine = _engine(file, "ro", (), immutable=is_at_rest(file))
    try:
        with said_of_file(file), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def said_of_file(file: Path) -> Generator[None]:
    """Let what is wrong with a backup that is read inside reach people in words.

    Raises:
        StoreError: it cannot be read, is damaged, or is no such file.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        fault = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(fault, sqlite3.Error) or fault_of(fault) is None:
            raise
        raise StoreError(_said(file, _kind(fault))) from error


def _said(file: Path, kind: int) -> str:
    match kind:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            said = "Another program holds it. Close that program, then try again."
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_AUTH:
            said = "It cannot be opened. Check that this account may read it, or take a copy of it and name that."
        case _:
            said = "It is damaged, or is no backup of this program. Take another backup."
    return f"{file}: {said} Nothing was changed."


@contextmanager
def made_new(file: Path) -> Generator[Connection]:
    """A connection to an empty file of that name, which must not be there; at the end all of it is on the disk.

    Raises:
        OSError: it cannot be written; what is there of it is the caller's to remove.
    """
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with changed(file) as connection:
        yield connection


@contextmanager
def changed(file: Path) -> Generator[Connection]:
    """A connection that changes a file nobody else knows of yet; at the end all of it is on the disk.

    Raises:
        OSError: it cannot be written; it is of no use then.
    """
    engine = _engine(file, "rw", _WHILE_MADE)
    with as_disk_errors():
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()
    with file.open("rb+") as written:
        os.fsync(written.fileno())


@contextmanager
def held_alone(file: Path) -> Generator[Connection]:
    """A connection to an SQLite file that nobody else has open, nor can open until the end.

    Raises:
        StoreError: somebody has it open; nothing was changed.
    """
    engine = _engine(file, "rw", _WHILE_ALONE)
    try:
        with _refused_if_open(file):
            connection = engine.connect()
            # The lock stays after the transaction.
            driver_of(connection).executescript("BEGIN EXCLUSIVE; COMMIT")
        with connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def _refused_if_open(file: Path) -> Generator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        fault = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(fault, sqlite3.Error) or _kind(fault) not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
        raise StoreError(
            f"{file}: The program is running, or another one has this file open. Stop it (Ctrl+C in its window), then "
            "restore again. Nothing was changed."
        ) from error


def driver_of(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection, which knows pages."""
    own = connection.connection.driver_connection
    if not isinstance(own, sqlite3.Connection):
        raise TypeError("Only an SQLite file has pages.")
    return own


@contextmanager
def as_disk_errors() -> Generator[None]:
    """Let SQLite's word that a disk is full or failing be the system's own error.

    Raises:
        OSError: the disk refused.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        fault = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(fault, sqlite3.Error) or _kind(fault) not in _AS_DISK_ERRORS:
            raise
        raise OSError(*_AS_DISK_ERRORS[_kind(fault)]) from error


def _kind(fault: sqlite3.Error) -> int:
    # The lowest eight bits are the kind of error, the others its circumstances.
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF


def _engine(file: Path, mode: str, pragmas: tuple[str, ...], *, immutable: bool = False) -> Engine:
    # Closed after each use: a file that is held open can be neither moved nor put in another's place on Windows.
    options = {"mode": mode, "uri": "true"} | ({"immutable": "1"} if immutable else {})
    url = URL.create("sqlite", database=file_uri(file.absolute()), query=options)
    waiting = {"timeout": _PATIENCE_SECONDS}
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=waiting)

    def connected(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begin)
    return engine
