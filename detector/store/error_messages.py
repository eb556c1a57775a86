"""What went wrong with a database, in words that say what happened and what to do."""

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from psycopg import Error as PostgresError
from psycopg import OperationalError as PostgresOperationalError
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from detector.core.errors import StoreError

_KEPT = "What was saved before is still there; a change that was not confirmed as saved may need to be made again."
_UNTOUCHED = "This program has deleted and overwritten nothing."

_FULL = "There is no room left on the disk. Free some space, then try again."
_READ_ONLY = (
    "It may only be read, not changed. Give the account that runs this program the right to write to the folder and "
    "its files, or set DETECTOR_DATA_DIR to a folder where it may write, then start again."
)
_BUSY = "Another program held it for too long. Close programs that have it open, wait a moment, then try again."
_AT_ONCE = "Somebody else deleted something that belongs to it at the same moment. Try again."
_UNREACHABLE_FILE = (
    "The file cannot be opened. Check that it has not been moved, that its folder exists and that the account that "
    "runs this program may write there, or set DETECTOR_DATA_DIR to another folder, then start again."
)
_DISK_FAULT = (
    "The disk does not write or read as it should: it may be full, over its quota, unplugged or failing. Check it, "
    "then try again."
)
_DAMAGED = (
    "The file is damaged or is not one of this program's. Close the program and keep a copy of the file and of any "
    "file beside it whose name ends in -wal or -shm. Then move all of them away and put your last backup in their "
    "place. Without a backup a new, empty file is made at the next start."
)
_NO_SERVER = (
    "The database does not answer or does not let us in. Check that it runs, and that its computer, port, database "
    "name, user and password in DETECTOR_DATABASE_URL are right, then try again."
)
_SERVER_READ_ONLY = "The database accepts no changes at the moment. Ask whoever runs it, then try again."
_SERVER_FULL = "There is no room left on the database's disk. Ask whoever runs it to free some, then try again."
_NO_RIGHT = (
    "The database user may not do this. Ask whoever runs the database for the right to create and change tables."
)
_INCOMPLETE = "Tables are missing or were changed by hand. Restore a backup, or ask whoever runs the database."

# The driver's own words of a text whose bytes are none; they bear no code.
_NO_TEXT = "Could not decode to UTF-8"
_SQLITE_FAULTS = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CANTOPEN: _UNREACHABLE_FILE,
    sqlite3.SQLITE_IOERR: _DISK_FAULT,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
# By the first characters of PostgreSQL's error codes; the first one that fits counts.
_POSTGRES_FAULTS = {
    "23503": _AT_ONCE,
    "25006": _SERVER_READ_ONLY,
    "28": _NO_SERVER,
    "3D": _NO_SERVER,
    "40": _BUSY,
    "42501": _NO_RIGHT,
    "42": _INCOMPLETE,
    "53100": _SERVER_FULL,
    "53": _BUSY,
    "55P03": _BUSY,
    "08": _NO_SERVER,
    "57": _NO_SERVER,
    "58": _DISK_FAULT,
    "XX": _DISK_FAULT,
}


def said_of_damage(place: str) -> str:
    """That the file at this place is damaged, and what to do."""
    return f"{place}: {_DAMAGED} {_UNTOUCHED}"


@contextmanager
def in_plain_words(place: str) -> Generator[None]:
    """Let what goes wrong with a database or a disk inside reach people in words; bugs pass as they are.

    Raises:
        StoreError: the database or the disk refused; nothing is left half-written.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        fault = fault_of(error)
        if fault is None:
            raise
        said = f"{place}: {fault} {_UNTOUCHED if fault in {_DAMAGED, _UNREACHABLE_FILE} else _KEPT}"
        raise StoreError(said, f"{place}: {fault}") from error


def fault_of(error: Exception) -> str | None:
    """What happened and what to do about it, or None of a bug."""
    match error:
        case PoolTimeoutError():
            return _BUSY
        case DBAPIError() if isinstance(error.orig, Exception):
            return fault_of(error.orig)
        case sqlite3.Error():
            return _sqlite_fault(error)
        case PostgresError():
            return _postgres_fault(error)
        case OSError():
            return _os_fault(error)
        case _:
            return None


def _sqlite_fault(error: sqlite3.Error) -> str | None:
    if str(error).startswith(_NO_TEXT):
        return _DAMAGED
    # The lowest eight bits are the kind of error, the others its circumstances.
    return _SQLITE_FAULTS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def _postgres_fault(error: PostgresError) -> str | None:
    code = error.sqlstate
    if code is None:
        return _NO_SERVER if isinstance(error, PostgresOperationalError) else None
    return next((fault for start, fault in _POSTGRES_FAULTS.items() if code.startswith(start)), None)


def _os_fault(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return _FULL
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return _READ_ONLY
        case _:
            return _UNREACHABLE_FILE
