"""Whether a database or a backup is whole: the file itself, its tables, and the history in them."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from detector.core.errors import StoreError
from detector.store.backups.contents import Contents, contents_of
from detector.store.backups.files import opened
from detector.store.backups.upgraded import up_to_date
from detector.store.engine import make_engine, reading
from detector.store.error_messages import in_plain_words
from detector.store.location import in_words, parse_url
from detector.store.schema_check import refuse_other_tables
from detector.store.schema_version import newest_version, refuse_strangers

_FAULTS_TOLD = 5


@dataclass(frozen=True)
class Checked:
    """What is kept at a place, the version its tables were found in, and in words whatever is wrong with it."""

    place: str
    contents: Contents
    version: str
    faults: tuple[str, ...]


def check_database(url: str) -> Checked:
    """The database at that URL, which may be in use; nothing in it is changed.

    Raises:
        StoreError: nothing is kept there, it cannot be read, or its tables are of another version than this program's.
    """
    parsed = parse_url(url)
    place = in_words(parsed)
    if parsed.get_backend_name() == "sqlite":
        with opened(Path(place)) as connection:
            return check_open(connection, place)
    engine = make_engine(parsed)
    try:
        with in_plain_words(place), reading(engine).connect() as connection:
            return check_open(connection, place)
    finally:
        engine.dispose()


def check_backup(file: Path) -> Checked:
    """A backup, of an earlier version too: that one is brought up to date elsewhere, and it is this which is checked.

    Raises:
        StoreError: it is not there, is damaged, is no backup of this program or is a newer version's.
    """
    with up_to_date(file) as (connection, version):
        return _checked(connection, str(file), version)


def check_open(connection: Connection, place: str) -> Checked:
    """What can be said of the database behind a connection.

    Raises:
        StoreError: its tables are of another program or a newer version.
    """
    version = refuse_strangers(connection, place)
    if version is None:
        raise StoreError(f"{place}: Nothing is kept here yet, so there is nothing to check.")
    return _checked(connection, place, version)


def _checked(connection: Connection, place: str, version: str) -> Checked:
    faults = [*file_faults(connection), *(_faults_of_tables(connection, place) if version == newest_version() else ())]
    return Checked(place, contents_of(connection), version, tuple(faults))


def file_faults(connection: Connection) -> tuple[str, ...]:
    """What SQLite finds wrong with its own file; another database's files are checked by its own programs."""
    if connection.dialect.name != "sqlite":
        return ()
    found = connection.exec_driver_sql(f"PRAGMA integrity_check({_FAULTS_TOLD})").scalars().all()
    faults = [f"the file is damaged: {line}" for line in found if line != "ok"]
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return (*faults, *sorted({f"table '{row[0]}': it has rows whose '{row[2]}' is missing" for row in lost}))


def _faults_of_tables(connection: Connection, place: str) -> tuple[str, ...]:
    try:
        refuse_other_tables(connection, place)
    except StoreError as refusal:
        return (str(refusal).removeprefix(f"{place}: "),)
    return ()
