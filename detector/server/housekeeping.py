"""What the server does by itself while it runs, and goes on doing whatever happens."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, date, datetime

from starlette.concurrency import run_in_threadpool

from detector.core.errors import DetectorError
from detector.core.workshop.workshop import end
from detector.operator_log import Event, tell
from detector.store import Store
from detector.ui import state

ERASE_EVERY_SECONDS = 3600.0
WRITE_BACK_EVERY_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 3600.0

Pause = Callable[[float], Awaitable[None]]


async def keep_house() -> None:
    """Erase what is overdue each hour, and keep the database's file whole by itself each minute, until cancelled."""
    await asyncio.gather(
        again_and_again("erase_overdue", _erase_overdue, ERASE_EVERY_SECONDS),
        again_and_again("write_back", _write_back, WRITE_BACK_EVERY_SECONDS),
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
    await run_in_threadpool(erase_overdue, state.store, datetime.now(UTC).date())


async def _write_back() -> None:
    await run_in_threadpool(lambda: state.store().write_back())


def erase_overdue(store: Callable[[], Store], today: date) -> int:
    """End the workshops that yesterday was the last day of, and erase those kept no longer; how many were erased.

    One that cannot be ended or erased now keeps no other from it: it is told to the operator, and tried again later.
    """
    erased = 0
    try:
        for key in store().workshops.left_open(today):
            _do("end_workshop", lambda key=key: store().workshops.change(key, end))
        for key in store().workshops.overdue(today):
            erased += _do("erase_workshop", lambda key=key: store().workshops.erase(key))
    except DetectorError as error:
        tell(Event.FAULT, task="erase_overdue", kind=type(error).__name__)
    return erased


def _do(name: str, work: Callable[[], object]) -> bool:
    try:
        work()
    except Exception as error:  # noqa: BLE001 - a fault of one workshop is none of the next
        tell(Event.FAULT, task=name, kind=type(error).__name__)
        return False
    return True


def close_store() -> None:
    """Let what is still on its way to the disk arrive there, and leave the database's file whole by itself."""
    with suppress(DetectorError):
        state.store().close()
