"""What was acknowledged is there, whenever the program is killed."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from store.store_builders import EMPTY, Database, level, question

from detector.store import Store, open_store

PROJECT = Path(__file__).parents[2]
WRITER = """
import sys
from detector.core.answers import Answer, AnswerState
from detector.store import Item, ItemKind, open_store

url, key, name = sys.argv[1:]
store, item, seen, turn = open_store(url), Item(ItemKind.ANSWER, name), 0, 0
while True:
    turn += 1
    seen = store.save(key, item, Answer(AnswerState.LEVEL, turn % 4, note=f"turn {turn}"), seen).number
    print(seen, turn, flush=True)
"""


def killed_writer(url: str, key: str, name: str, acknowledgements: int) -> list[tuple[int, int]]:
    """Number and turn of each change that a writer acknowledged before it was killed without warning."""
    command = [sys.executable, "-c", WRITER, url, key, name]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(acknowledgements)]
        writer.kill()
        lines += writer.stdout.readlines()
    pairs = [line.split() for line in lines if line.endswith("\n")]
    return [(int(number), int(turn)) for number, turn in pairs]


def acknowledged_and_lost(url: str, kills: int) -> tuple[int, list[tuple[int, int]]]:
    """How many changes writers acknowledged, and those of them that are not there after each kill."""
    chance = random.Random(2026)
    store = open_store(url)
    key = store.create(EMPTY)
    told = 0
    lost: list[tuple[int, int]] = []
    for kill in range(kills):
        acknowledged = killed_writer(url, key, f"Q{kill}", chance.randrange(1, 30))
        kept = {change.number: change.value for change in store.history(key, question(f"Q{kill}"))}
        lost += [
            (number, turn) for number, turn in acknowledged if kept.get(number) != level(turn % 4, f"turn {turn}")
        ]
        told += len(acknowledged)
    store.close()
    return told, lost


def test_twenty_kills_lose_nothing_that_was_acknowledged(sqlite_database: Database) -> None:
    told, lost = acknowledged_and_lost(sqlite_database.url, kills=20)

    assert told >= 20
    assert lost == []
    assert sqlite_database.sql("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.postgres
def test_kills_lose_nothing_on_postgresql(postgres_database: Database) -> None:
    told, lost = acknowledged_and_lost(postgres_database.url, kills=5)

    assert told >= 5
    assert lost == []


def test_after_a_kill_others_go_on_at_once(store: Store, database: Database) -> None:
    key = store.create(EMPTY)
    killed_writer(database.url, key, "MKT1", acknowledgements=3)

    saved = store.save(key, question("MKT2"), level(2), seen=0)

    assert store.load(key).revisions[question("MKT2")] == saved.number
