"""Whether a database or a backup is whole: the file itself, its tables, and the history in them."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from detector.core.errors import StoreError
from detector.store.backups.contents import Contents, contents_of
from detector.store.backups.files import opened
from detector.store.backups.upgraded import up_to_date
from detector.store.engine import make_engine, reading
from detector.store.error_messages import in_plain_words, said_of_damage
from detector.store.location import in_words, parse_url
from detector.store.schema_check import refuse_other_tables
from detector.store.schema_version import newest_version, refuse_strangers
from detector.store.soundness import is_damaged

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
        return _check_file(Path(place))
    engine = make_engine(parsed)
    try:
        with in_plain_words(place), reading(engine).connect() as connection:
            return check_open(connection, place)
    finally:
        engine.dispose()


def _check_file(file: Path) -> Checked:
    if not file.exists():
        raise StoreError(_nothing(str(file)))
    with in_plain_words(str(file)):
        if is_damaged(file):
            raise StoreError(said_of_damage(str(file)))
        with opened(file) as connection:
            return check_open(connection, str(file))


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
        raise StoreError(_nothing(place))
    return _checked(connection, place, version)


def faults_in(connection: Connection, place: str) -> tuple[str, ...]:
    """What is wrong with the file or with tables of today, in words; nothing where they are whole."""
    return (*_faults_of_file(connection), *_faults_of_tables(connection, place))


def _nothing(place: str) -> str:
    return f"{place}: Nothing is kept here yet, so there is nothing to check."


def _checked(connection: Connection, place: str, version: str) -> Checked:
    # The tables of an earlier version are known to the steps that change them alone.
    today = version == newest_version()
    faults = faults_in(connection, place) if today else _faults_of_file(connection)
    return Checked(place, contents_of(connection), version, faults)


def _faults_of_file(connection: Connection) -> tuple[str, ...]:
    """What SQLite finds wrong with its own file; another database's files are checked by its own programs."""
    if connection.dialect.name != "sqlite":
        return ()
    found = connection.exec_driver_sql(f"PRAGMA integrity_check({_FAULTS_TOLD})").scalars().all()
    faults = [f"The file is damaged: {line}." for line in found if line != "ok"]
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return (*faults, *sorted({f"Table '{row[0]}' has rows whose '{row[2]}' is missing." for row in lost}))


def _faults_of_tables(connection: Connection, place: str) -> tuple[str, ...]:
    try:
        refuse_other_tables(connection, place)
    except StoreError as refusal:
        return (str(refusal).removeprefix(f"{place}: "),)
    return ()
