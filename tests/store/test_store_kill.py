"""What was acknowledged is there, whenever the program is killed."""

import random

import pytest
from store.store_builders import EMPTY, Database, checked, checked_sheet, level, question
from store.writers import Acknowledged, killed_writer

from detector.store import Store, open_store


def acknowledged_and_lost(url: str, kills: int) -> tuple[int, list[Acknowledged]]:
    """How many changes writers acknowledged, and those of them that are not there after each kill."""
    chance = random.Random(2026)
    store = open_store(url)
    key = store.create(checked_sheet(EMPTY))
    told = 0
    lost: list[Acknowledged] = []
    for kill in range(kills):
        acknowledged = killed_writer(url, key, f"Q{kill}", chance.randrange(1, 30))
        kept = {change.number: change.value for change in store.history(key, question(f"Q{kill}"))}
        lost += [
            (number, turn) for number, turn in acknowledged if kept.get(number) != level(turn % 4, f"turn {turn}")
        ]
        told += len(acknowledged)
        assert store.histories.verify().is_whole
    store.close()
    return told, lost


@pytest.mark.parametrize("kills", [5, pytest.param(100, marks=pytest.mark.long)])
def test_kills_lose_nothing_that_was_acknowledged(sqlite_database: Database, kills: int) -> None:
    told, lost = acknowledged_and_lost(sqlite_database.url, kills)

    assert told >= kills
    assert lost == []
    assert sqlite_database.sql("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.postgres
@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.long)])
def test_kills_lose_nothing_on_postgresql(postgres_database: Database, kills: int) -> None:
    told, lost = acknowledged_and_lost(postgres_database.url, kills)

    assert told >= kills
    assert lost == []


def test_after_a_kill_others_go_on_at_once(store: Store, database: Database) -> None:
    key = store.create(checked_sheet(EMPTY))
    killed_writer(database.url, key, "MKT1", acknowledgements=3)

    saved = store.save(key, checked(question("MKT2"), level(2)), seen=0)

    assert store.load(key).revisions[question("MKT2")] == saved.number
