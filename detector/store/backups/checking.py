"""Whether a database or a backup is whole: the file itself, its tables, and the history in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from detector.core.errors import StoreError
from detector.store.backups.contents import Contents, contents_of, names_of
from detector.store.backups.fault_words import history_faults
from detector.store.backups.files import opened
from detector.store.backups.upgraded import up_to_date
from detector.store.engine import make_engine, reading
from detector.store.error_messages import in_plain_words, said_of_damage
from detector.store.heads import Found, find_head
from detector.store.history_check import History
from detector.store.location import in_words, parse_url
from detector.store.schema_version import newest_version, refuse_strangers
from detector.store.soundness import is_damaged
from detector.store.verify import verify

_FAULTS_TOLD = 5


@dataclass(frozen=True)
class Checked:
    """What is kept at a place, the version its tables were found in, and in sentences whatever is wrong with it.

    `histories` and `names` are there where the tables are today's: each assessment's history, and its name by its key.
    `found` is where a printed head that was asked for stands in them. `history_checked` is not so where the tables
    are an earlier version's, and stay so.
    """

    place: str
    contents: Contents
    version: str
    faults: tuple[str, ...]
    histories: tuple[History, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    found: tuple[Found, ...] = ()
    history_checked: bool = True


def check_database(url: str, head: str = "") -> Checked:
    """The database at that URL, which may be in use; nothing in it is changed. `head`: one to look for, as printed.

    Raises:
        StoreError: nothing is kept there, it cannot be read, or its tables are another program's or a newer version's.
    """
    parsed = parse_url(url)
    place = in_words(parsed)
    if parsed.get_backend_name() == "sqlite":
        return _check_file(Path(place), head)
    engine = make_engine(parsed)
    try:
        with in_plain_words(place), reading(engine).connect() as connection:
            return check_open(connection, place, head)
    finally:
        engine.dispose()


def _check_file(file: Path, head: str) -> Checked:
    if not file.exists():
        raise StoreError(_nothing(str(file)))
    with in_plain_words(str(file)):
        if is_damaged(file):
            raise StoreError(said_of_damage(str(file)))
        with opened(file) as connection:
            return check_open(connection, str(file), head)


def check_backup(file: Path, head: str = "") -> Checked:
    """A backup, of an earlier version too: that one is brought up to date elsewhere, and it is this which is checked.

    Raises:
        StoreError: it is not there, is damaged, is no backup of this program or is a newer version's.
    """
    with up_to_date(file) as (connection, version):
        return _checked(connection, str(file), version, head)


def check_open(connection: Connection, place: str, head: str = "") -> Checked:
    """What can be said of the database behind a connection.

    Raises:
        StoreError: nothing is kept in it, or its tables are another program's or a newer version's.
    """
    version = refuse_strangers(connection, place)
    if version is None:
        raise StoreError(_nothing(place))
    if version == newest_version():
        return _checked(connection, place, version, head)
    # The tables of an earlier version are known to the steps that change them alone.
    return Checked(place, contents_of(connection), version, _faults_of_file(connection), history_checked=False)


def faults_in(connection: Connection) -> tuple[str, ...]:
    """What is wrong with the file, tables of today or the history in them; nothing where all is whole."""
    return (*_faults_of_file(connection), *history_faults(verify(connection)))


def _checked(connection: Connection, place: str, version: str, head: str) -> Checked:
    verified = verify(connection)
    faults = (*_faults_of_file(connection), *history_faults(verified))
    if verified.tables:
        return Checked(place, contents_of(connection), version, faults)
    return Checked(
        place,
        contents_of(connection),
        version,
        faults,
        verified.histories,
        names_of(connection),
        find_head(connection, head) if head else (),
    )


def _nothing(place: str) -> str:
    return f"{place}: Nothing is kept here yet, so there is nothing to check."


def _faults_of_file(connection: Connection) -> tuple[str, ...]:
    """What SQLite finds wrong with its own file; another database's files are checked by its own programs."""
    if connection.dialect.name != "sqlite":
        return ()
    found = connection.exec_driver_sql(f"PRAGMA integrity_check({_FAULTS_TOLD})").scalars().all()
    faults = [f"The file is damaged: {line}." for line in found if line != "ok"]
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return (*faults, *sorted({f"Table '{row[0]}' has rows whose '{row[2]}' is missing." for row in lost}))
