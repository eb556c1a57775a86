"""What the server does by itself while it runs, and goes on doing whatever happens."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from time import monotonic

from starlette.concurrency import run_in_threadpool

from detector.core.errors import DetectorError
from detector.operator_log import Event, tell
from detector.store import Store
from detector.ui import state

ERASE_EVERY_SECONDS = 3600.0
WRITE_BACK_EVERY_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 3600.0

Pause = Callable[[float], Awaitable[None]]


async def keep_house() -> None:
    """Erase what is overdue each hour; each minute keep the database's file whole and finish what was held up."""
    await asyncio.gather(
        again_and_again("erase_overdue", _erase_overdue, ERASE_EVERY_SECONDS),
        again_and_again("write_back", _write_back, WRITE_BACK_EVERY_SECONDS),
        again_and_again("look_again", _look_again, WRITE_BACK_EVERY_SECONDS),
    )


async def again_and_again(
    name: str, work: Callable[[], Awaitable[object]], every_seconds: float, pause: Pause = asyncio.sleep
) -> None:
    """Do the work for as long as the server runs, whatever it raises.

    A failure is told to the operator; after each further one the pause is twice as long, up to an hour.
    """
    failed = 0
    while True:
        try:
            await work()
            failed = 0
        except Exception as error:  # noqa: BLE001 - whatever went wrong once, the next hour's work is still due
            failed += 1
            tell(Event.FAULT, task=name, kind=type(error).__name__, times=failed)
        await pause(max(every_seconds, min(every_seconds * 2**failed, LONGEST_PAUSE_SECONDS)))


async def _erase_overdue() -> None:
    await run_in_threadpool(erase_overdue, state.store, datetime.now(UTC), monotonic())


async def _write_back() -> None:
    await run_in_threadpool(lambda: state.store().write_back())


async def _look_again() -> None:
    await run_in_threadpool(_finish_erasing)


def _finish_erasing() -> None:
    # The store is opened here, off the event loop.
    state.store().eraser.finish()


def erase_overdue(store: Callable[[], Store], now: datetime, running: float) -> int:
    """End the workshops that yesterday was the last day of, and erase what is kept no longer; how much was erased.

    `running` are seconds by a clock that nobody can set.
    """
    erased = store().retention.erase_due(now, running)
    if erased:
        tell(Event.ERASED, count=erased)
    return erased


def close_store() -> None:
    """Let what is still on its way to the disk arrive there, and leave the database's file whole by itself."""
    with suppress(DetectorError):
        state.store().close()
