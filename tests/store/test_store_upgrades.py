"""Every database that ever landed is brought to today's tables, with every row it held."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from store import killed_upgrade
from store.landed_schemas import (
    ASSESSMENT,
    ENDED,
    ROWS,
    SCHEMAS,
    SECOND,
    WITH_SCREEN,
    WITHOUT_SCREEN,
    Row,
    as_told,
    make_landed,
    rows_of,
    with_a_screen,
)
from store.store_builders import Database

from detector.core.answers import Service
from detector.core.workshop.workshop import Screen, ScreenKind
from detector.store import StoreError, open_store
from detector.store.location import sqlite_url
from detector.store.tables import metadata

SERVICE = Service("Libraries é", "Exampleshire")
FIRST_WORKSHOPS = SCHEMAS["workshops without remarks"]
of_every_schema = pytest.mark.parametrize("migrations", SCHEMAS.values(), ids=SCHEMAS)
of_every_workshop_schema = pytest.mark.parametrize(
    "migrations", [those for those in SCHEMAS.values() if len(those) > 1], ids=" and ".join
)


def brought_up_to_date(before: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """What the rows should be after an upgrade."""
    told = as_told({table: before.get(table, []) for table in metadata.tables})
    return {table: [_with_what_was_missing(row) for row in rows] for table, rows in told.items()}


def _with_what_was_missing(row: Row) -> Row:
    if "bank_version" in row:
        return {"binned_at": None} | row
    if "room" not in row:
        return row
    return {"closes_on": row["keep_until"]} | with_a_screen(row)


def made_by(database: Database) -> set[tuple[object, ...]]:
    """The statements that an SQLite file keeps of its tables, indexes and triggers."""
    return set(database.sql("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def open_and_close(url: str) -> None:
    """Open a store, then close it."""
    open_store(url).close()


@of_every_schema
def test_every_row_is_there_after_the_upgrade(database: Database, migrations: tuple[str, ...]) -> None:
    make_landed(database, migrations)
    before = rows_of(database)

    open_and_close(database.url)

    assert as_told(rows_of(database)) == brought_up_to_date(before)
    unchanged = {"person", "vote", "remark", "receipt", "clock"} & before.keys()
    assert all(before[table] == ROWS[table] for table in unchanged)


@of_every_schema
def test_history_from_before_the_chain_is_whole_after_the_upgrade(
    database: Database, migrations: tuple[str, ...]
) -> None:
    make_landed(database, migrations)

    store = open_store(database.url)

    verified = store.histories.verify()
    assert verified.is_whole
    assert [(history.key, history.changes) for history in verified.histories] == [(ASSESSMENT, 2), (SECOND, 1)]
    assert [(change.by, change.value) for change in store.histories.of(SECOND)] == [("Ann é", SERVICE)]
    store.close()


@of_every_schema
def test_an_upgraded_file_is_made_like_a_new_one(
    sqlite_database: Database, tmp_path: Path, migrations: tuple[str, ...]
) -> None:
    make_landed(sqlite_database, migrations)
    new = Database(sqlite_url(tmp_path / "new.sqlite3"))

    open_and_close(sqlite_database.url)
    open_and_close(new.url)

    assert made_by(sqlite_database) == made_by(new)


@of_every_workshop_schema
def test_workshops_of_every_schema_open(database: Database, migrations: tuple[str, ...]) -> None:
    make_landed(database, migrations)

    store = open_store(database.url)

    workshops = {one.key: one for one in store.workshops.of_assessment(ASSESSMENT)}
    assert {key: one.state.screen for key, one in workshops.items()} == {
        WITHOUT_SCREEN: Screen(),
        WITH_SCREEN: Screen(ScreenKind.QUESTION, "MKT1"),
        ENDED: Screen(ScreenKind.QUESTION, "MKT1"),
    }
    store.close()


@of_every_workshop_schema
def test_what_belongs_to_a_workshop_still_goes_with_it(database: Database, migrations: tuple[str, ...]) -> None:
    make_landed(database, migrations)
    store = open_store(database.url)

    store.eraser.workshop(WITH_SCREEN)
    store.close()

    left = rows_of(database)
    assert {row["workshop_key"] for table in ("person", "vote", "remark") for row in left[table]} == {WITHOUT_SCREEN}


def test_the_repair_done_once_more_changes_nothing(database: Database) -> None:
    make_landed(database, SCHEMAS["workshops repaired"])
    before = rows_of(database)

    database.sql("UPDATE detector_schema SET version_num = '0002'")
    open_and_close(database.url)

    assert as_told(rows_of(database)) == brought_up_to_date(before)
    assert database.sql("SELECT version_num FROM detector_schema") != [("0002",)]


def test_several_that_open_an_older_database_at_once_upgrade_it_once(database: Database) -> None:
    make_landed(database, FIRST_WORKSHOPS)
    before = rows_of(database)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(open_and_close, [database.url] * 4))

    assert as_told(rows_of(database)) == brought_up_to_date(before)


@pytest.mark.parametrize("damaged", ["[1", "[]", "{", ""])
def test_a_damaged_room_is_kept_as_it_is_and_stops_no_upgrade(database: Database, damaged: str) -> None:
    make_landed(database, FIRST_WORKSHOPS)
    database.sql(f"UPDATE workshop SET room = '{damaged}' WHERE code IS NULL")  # noqa: S608 - of this test alone

    store = open_store(database.url)

    assert store.workshops.load(WITH_SCREEN).state.free_text
    with pytest.raises(StoreError, match="What was kept of this workshop cannot be read"):
        store.workshops.load(ENDED)
    assert database.sql("SELECT room FROM workshop WHERE code IS NULL") == [(damaged,)]
    store.close()


def test_rows_that_cannot_be_brought_over_are_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "detector.sqlite3"))
    make_landed(database, FIRST_WORKSHOPS)
    database.sql("INSERT INTO vote VALUES ('nowhere', 'MKT1', 1, 'p', 'staff', 1)")
    with closing(sqlite3.connect(tmp_path / "detector.sqlite3")) as connection:
        before = list(connection.iterdump())

    with pytest.raises(StoreError, match=r"cannot be brought up to date: .* Nothing was changed\.$"):
        open_store(database.url)

    with closing(sqlite3.connect(tmp_path / "detector.sqlite3")) as connection:
        assert list(connection.iterdump()) == before


@pytest.mark.parametrize("table", ["workshop", "person"])
def test_an_older_database_without_one_of_its_tables_is_refused_in_words(database: Database, table: str) -> None:
    make_landed(database, FIRST_WORKSHOPS)
    database.sql("DROP TABLE person")
    database.sql("DROP TABLE vote")
    if table == "workshop":
        database.sql("DROP TABLE workshop")

    with pytest.raises(StoreError, match=r"Put a backup .* Nothing was changed\.$"):
        open_store(database.url)

    assert database.sql("SELECT version_num FROM detector_schema") == [("0002",)]


@pytest.mark.skipif(sys.platform == "win32", reason="a process is copied and killed in the ways of Unix")
def test_an_upgrade_that_is_killed_halfway_is_done_at_the_next_start(tmp_path: Path) -> None:
    older = tmp_path / "older.sqlite3"
    make_landed(Database(sqlite_url(older)), FIRST_WORKSHOPS)
    before = rows_of(Database(sqlite_url(older)))
    given = os.environ | {"PYTHONPATH": os.pathsep.join(str(Path(__file__).parents[up]) for up in (1, 2))}
    (tmp_path / "killed").mkdir()

    command = (sys.executable, killed_upgrade.__file__, str(older), str(tmp_path / "killed"))
    killed = int(subprocess.run(command, env=given, check=True, capture_output=True, text=True).stdout)

    assert killed > 20
    for number in range(killed):
        database = Database(sqlite_url(tmp_path / "killed" / str(number) / "detector.sqlite3"))
        open_and_close(database.url)
        assert as_told(rows_of(database)) == brought_up_to_date(before)
