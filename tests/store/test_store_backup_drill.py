"""The restore drill: everything there can be, backed up and restored elsewhere, is there again row by row."""

from collections.abc import Callable
from pathlib import Path

import pytest
from store.full_database import Filled, fill
from store.landed_schemas import Row, rows_of
from store.store_builders import Database

from detector.core.workshop.workshop import Screen, WorkshopPhase
from detector.store import Store, open_store
from detector.store.backups import LeftOut, back_up, check_backup, check_database, restore
from detector.store.location import sqlite_url

Rows = dict[str, list[Row]]


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Database]:
    """Makes an empty database of a kind, in another place than the store's."""

    def made(kind: str) -> Database:
        if kind == "sqlite":
            return Database(sqlite_url(tmp_path / "another folder é" / "detector.sqlite3"))
        database: Database = request.getfixturevalue("other_postgres_database")
        return database

    return made


@pytest.fixture
def filled(store: Store) -> Filled:
    """The store, full of everything."""
    return fill(store)


def without_single_answers(rows: Rows, workshop: str) -> Rows:
    """The rows but those that a backup leaves out or writes anew of that running workshop."""
    kept = {
        table: [row for row in found if row.get("workshop_key") != workshop or row.get("released")]
        for table, found in rows.items()
    }
    rooms = [row if row["key"] != workshop else row | {"room": ...} for row in kept["workshop"]]
    return kept | {"workshop": rooms}


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_with_running_answers_every_row_is_there_again(
    database: Database, filled: Filled, elsewhere: Callable[[str], Database], kind: str, tmp_path: Path
) -> None:
    target, backup = elsewhere(kind), tmp_path / "backup.sqlite3"

    back_up(database.url, backup, with_running_answers=True)
    restore(target.url, backup)

    assert rows_of(target) == rows_of(database)
    assert rows_of(Database(sqlite_url(backup))) == rows_of(database)


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_without_them_only_what_is_named_is_missing(
    database: Database, filled: Filled, elsewhere: Callable[[str], Database], kind: str, tmp_path: Path
) -> None:
    target, backup = elsewhere(kind), tmp_path / "backup.sqlite3"

    done = back_up(database.url, backup)
    restored = restore(target.url, backup)

    running = filled.running.key
    assert (done.running, restored.to_join_again) == (1, 1)
    assert restored.left_out == LeftOut()
    assert without_single_answers(rows_of(target), running) == without_single_answers(rows_of(database), running)
    left = rows_of(target)
    assert [row for table in ("person", "vote") for row in left[table] if row["workshop_key"] == running] == []
    assert {row["released"] for row in left["remark"] if row["workshop_key"] == running} == {1}


def test_what_was_restored_is_whole(database: Database, filled: Filled, tmp_path: Path) -> None:
    target, backup = sqlite_url(tmp_path / "other" / "detector.sqlite3"), tmp_path / "backup.sqlite3"

    back_up(database.url, backup)
    restore(target, backup)

    checked = [check_database(database.url), check_backup(backup), check_database(target)]
    assert [each.faults for each in checked] == [(), (), ()]
    assert checked[0].contents == checked[1].contents == checked[2].contents
    assert checked[0].histories == checked[2].histories


def test_a_running_workshop_goes_on_and_is_joined_again(database: Database, filled: Filled, tmp_path: Path) -> None:
    target, backup = sqlite_url(tmp_path / "other" / "detector.sqlite3"), tmp_path / "backup.sqlite3"
    back_up(database.url, backup)
    restore(target, backup)

    store = open_store(target)
    again = store.workshops.load(filled.running.key)

    assert (again.code, again.join_token) == (filled.running.code, filled.running.join_token)
    assert (again.state.phase, again.state.restored) == (WorkshopPhase.RUNNING, True)
    assert again.state.agreed == filled.running.state.agreed
    assert {each.question_id for each in again.state.rounds} == {"MKT1"}
    assert again.state.screen == Screen()
    assert store.workshops.load(filled.ended.key) == filled.ended
    assert store.workshops.load(filled.joining.key) == filled.joining
    store.close()
