"""An answer that a phone was told is saved is there, whenever the server is killed; and no phone needs a hand."""

import asyncio
import random
import socket
import sys
from datetime import date
from pathlib import Path

import pytest
from phone.a_thread import in_a_thread_of_its_own
from phone.killed_server import HOST, KilledServer, killed_server
from phone.rooms import BANK

from detector.load_test import Plan
from detector.load_test.checking import Found, found_in_store
from detector.load_test.crowd import everybody_joined
from detector.load_test.person import Person
from detector.load_test.record import Record
from detector.load_test.wire import Address
from detector.load_test.workshop import throwaway_workshop
from detector.store import open_store
from detector.store.location import sqlite_url
from detector.store.workshops import StoredWorkshop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked and killed as others do")
ANSWERS_BETWEEN_KILLS = 5
PLAN = Plan(people=30, seconds=60, every=1, patience=0.05)


def free_port() -> int:
    """A port nobody listens to."""
    with socket.socket() as asking:
        asking.bind((HOST, 0))
        return int(asking.getsockname()[1])


async def answer_while(person: Person, killing: asyncio.Event) -> None:
    """Answer again and again until the last kill is over; the last answer is waited for too."""
    while not killing.is_set():
        await person.answer()
        await asyncio.sleep(0.1)


async def more_acknowledged(record: Record) -> None:
    """Return once phones were told of more answers, so that every kill has something to lose."""
    enough = record.acknowledged + ANSWERS_BETWEEN_KILLS
    while record.acknowledged < enough:
        await asyncio.sleep(0.01)


async def answered_under_kills(server: KilledServer, room: StoredWorkshop, record: Record, kills: int) -> None:
    """Let everybody answer while the server is killed and started again, so many times."""
    chance, over = random.Random(2026), asyncio.Event()
    async with everybody_joined(PLAN, [Address(HOST, server.port)], room.code or "", record) as people:
        answering = [asyncio.create_task(answer_while(person, over)) for person in people]
        for _ in range(kills):
            await more_acknowledged(record)
            await asyncio.sleep(chance.uniform(0.02, 0.3))
            await asyncio.to_thread(server.restart)
        over.set()
        await asyncio.wait_for(asyncio.gather(*answering), timeout=60)


def kept_after_kills(folder: Path, record: Record, kills: int) -> Found:
    """What is in the store after the last kill."""
    database = sqlite_url(folder / "detector.sqlite3")
    store = open_store(database)
    with throwaway_workshop(store, BANK, PLAN, date(2026, 11, 22)) as room:
        with killed_server(database, free_port()) as server:
            in_a_thread_of_its_own(lambda: asyncio.run(answered_under_kills(server, room, record, kills)))
        found = found_in_store(record, store.workshops.votes(room.key))
    store.close()
    return found


@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.long)])
def test_kills_lose_no_acknowledged_answer_and_count_none_twice(tmp_path: Path, kills: int) -> None:
    record = Record()

    found = kept_after_kills(tmp_path, record, kills)

    assert record.acknowledged >= kills * ANSWERS_BETWEEN_KILLS
    assert record.errors["connection lost"] > 0
    assert (found.lost, found.twice) == (0, 0)
    assert record.acknowledged == record.sent
