"""One run of a load test, from the first who joins to what is found in the end."""

import asyncio
import gc
import sys
import time
from collections.abc import AsyncGenerator, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from detector.load_test.checking import Found, found_in_store, found_on_pages
from detector.load_test.crowd import everybody_answers, everybody_joined
from detector.load_test.effort import Effort, effort, moment
from detector.load_test.own_server import Killable
from detector.load_test.plan import Plan
from detector.load_test.projector import EVERY_SECONDS, Seen, Watched, lags, watch
from detector.load_test.record import Record
from detector.load_test.wire import Address


@dataclass(frozen=True)
class Target:
    """What is tested: servers with a workshop behind a code; its store and the servers where this machine has them."""

    addresses: tuple[Address, ...]
    code: str
    watched: Watched | None = None
    servers: tuple[Killable, ...] = ()


@dataclass(frozen=True)
class Result:
    """What came out; `lags` is None where no projector could be watched."""

    plan: Plan
    record: Record
    found: Found
    lags: tuple[float, ...] | None
    effort: Effort
    kills: int

    @property
    def is_sound(self) -> bool:
        """Whether every acknowledged answer is there, once."""
        return self.found.lost == 0 and not self.found.twice


def measure(plan: Plan, target: Target) -> Result:
    """Run the plan against the target.

    Raises:
        LoadTestError: people did not get in, or could answer nothing.
    """
    try:
        return _run(_measure(plan, target))
    finally:
        gc.unfreeze()


def _run(measuring: Coroutine[None, None, Result]) -> Result:
    if sys.platform != "win32":
        # A quicker loop: the people share the processor with the server they measure.
        from uvloop import new_event_loop  # noqa: PLC0415 - other systems have none

        with asyncio.Runner(loop_factory=new_event_loop) as runner:
            return runner.run(measuring)
    return asyncio.run(measuring)


async def _measure(plan: Plan, target: Target) -> Result:
    record, seen = Record(), list[Seen]()
    async with everybody_joined(plan, target.addresses, target.code, record) as people, _watching(target, seen):
        # A search for unused objects among thousands of people would be taken for a pause of the server.
        gc.collect()
        gc.freeze()
        before = moment(target.servers, record.requests)
        killing = asyncio.create_task(_kill(plan, target.servers))
        await everybody_answers(people, plan)
        after, kills = moment(target.servers, record.requests), await killing
        await asyncio.sleep(EVERY_SECONDS * 2)
        if target.watched:
            found = found_in_store(record, target.watched.store.workshops.votes(target.watched.key))
        else:
            found = await found_on_pages(record, people)
    behind = tuple(lags(record, seen)) if target.watched else None
    return Result(plan, record, found, behind, effort(before, after, was_killed=kills > 0), kills)


@asynccontextmanager
async def _watching(target: Target, seen: list[Seen]) -> AsyncGenerator[None]:
    watching = asyncio.create_task(watch(target.watched, seen)) if target.watched else None
    try:
        yield
    finally:
        if watching is not None:
            watching.cancel()


async def _kill(plan: Plan, servers: Sequence[Killable]) -> int:
    """Kill one server after the other while people answer; how often that was."""
    kills = 0
    if plan.kill_every is None or not servers:
        return kills
    end = time.monotonic() + plan.answering_seconds
    while time.monotonic() + plan.kill_every < end:
        await asyncio.sleep(plan.kill_every)
        await asyncio.to_thread(servers[kills % len(servers)].restart)
        kills += 1
    return kills
