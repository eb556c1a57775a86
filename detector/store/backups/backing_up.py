"""Making a backup while the program may be running: one moment of the database, written row by row and read back."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, MetaData, Table

from detector.core.errors import StoreError
from detector.store.backups.checking import Checked, check_open
from detector.store.backups.files import made_new, opened
from detector.store.backups.row_copy import Source, all_of, copy_rows
from detector.store.backups.single_answers import running_with_answers, without_single_answers
from detector.store.engine import make_engine, reading
from detector.store.error_messages import in_plain_words
from detector.store.location import in_words, parse_url
from detector.store.schema_check import refuse_other_tables
from detector.store.schema_version import VERSION_TABLE, newest_version, refuse_strangers, upgrade
from detector.store.tables import metadata

_LOGS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class BackedUp:
    """What a backup holds and what a check of it found; `running` workshops had single answers when it was made."""

    checked: Checked
    running: int


def belongs_to_database(url: str, file: Path) -> bool:
    """Whether a file is the SQLite database at that URL, or one of the files that belong to it."""
    parsed = parse_url(url)
    if parsed.get_backend_name() != "sqlite":
        return False
    database = Path(str(parsed.database)).resolve()
    return file.resolve() in {database, *logs_of(database)}


def logs_of(file: Path) -> tuple[Path, ...]:
    """Where SQLite looks for what belongs to a file: it reads one that is there as a part of it."""
    return tuple(file.with_name(f"{file.name}{part}") for part in _LOGS)


def back_up(url: str, file: Path, *, with_running_answers: bool = False) -> BackedUp:
    """Write all that the database at that URL holds into a new SQLite file, which must not be there yet.

    The single answers of workshops that have not ended are left out unless they are asked for. When this returns, the
    file is whole, by itself and on the disk; where it raises, what there is of the file is the caller's to remove.

    Raises:
        OSError: the file cannot be written.
        StoreError: the database cannot be read, or its tables are not as a version of this program makes them.
    """
    parsed = parse_url(url)
    place = in_words(parsed)
    with _one_moment_of(url) as source:
        with in_plain_words(place):
            version = _version_of(source, place)
        with made_new(file) as target:
            upgrade(target, str(file), version)
            tables = _tables(target, version)
            with in_plain_words(place):
                _refuse_missing_columns(source, tables, place)
                running = running_with_answers(source, tables)
            chosen = all_of(tables) if with_running_answers else without_single_answers(tables, running)
            copy_rows(Source(source, place, partial(in_plain_words, place)), target, chosen)
    with opened(file) as written:
        return BackedUp(check_open(written, str(file)), len(running))


@contextmanager
def _one_moment_of(url: str) -> Generator[Connection]:
    parsed = parse_url(url)
    place = in_words(parsed)
    if parsed.get_backend_name() == "sqlite" and not Path(place).exists():
        raise _nothing_there(place)
    engine = make_engine(parsed)
    try:
        with in_plain_words(place):
            connection = reading(engine).connect()
        with connection:
            yield connection
    finally:
        engine.dispose()


def _version_of(source: Connection, place: str) -> str:
    version = refuse_strangers(source, place)
    if version is None:
        raise _nothing_there(place)
    if version == newest_version():
        refuse_other_tables(source, place)
    return version


def _nothing_there(place: str) -> StoreError:
    return StoreError(
        f"{place}: Nothing is kept here yet, so there is nothing to back up. If assessments are kept elsewhere, set "
        "DETECTOR_DATA_DIR or DETECTOR_DATABASE_URL as for the program itself, then try again."
    )


def _tables(target: Connection, version: str) -> Sequence[Table]:
    """The tables of that version, each after those it refers to."""
    if version == newest_version():
        return metadata.sorted_tables
    earlier = MetaData()
    earlier.reflect(target)
    return [table for table in earlier.sorted_tables if table.name != VERSION_TABLE]


def _refuse_missing_columns(source: Connection, tables: Sequence[Table], place: str) -> None:
    """An early build made tables that lack some: they come with the first start of this version."""
    found = MetaData()
    found.reflect(source, only=[table.name for table in tables if source.dialect.has_table(source, table.name)])
    for table in tables:
        there = found.tables.get(table.name)
        if there is None or set(there.columns.keys()) != set(table.columns.keys()):
            raise StoreError(
                f"{place}: Its tables were made by an early build of this program. Start the program once: it brings "
                "them up to date, and keeps the file as it was beside it. Then make the backup. Nothing was changed."
            )
