"""What the server does by itself goes on whatever it raises."""

import asyncio
import logging
from collections.abc import Callable, Iterator

import pytest
from phone.a_thread import in_a_thread_of_its_own

from detector.core.errors import StoreError
from detector.operator_log import NAME
from detector.server.housekeeping import again_and_again


class Enough(BaseException):
    """Ends the endless work of a test."""


def pauses_between(work: Callable[[], None], every: float, times: int) -> list[float]:
    """The pauses between so many rounds of the work."""
    paused: list[float] = []

    async def rounds() -> None:
        async def pause(seconds: float) -> None:
            paused.append(seconds)
            if len(paused) == times:
                raise Enough

        async def do() -> None:
            work()

        await again_and_again("the_work", do, every, pause)

    with pytest.raises(Enough):
        in_a_thread_of_its_own(lambda: asyncio.run(rounds()))
    return paused


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], list[str]]]:
    """What the operator is told, as it stands when asked."""
    with caplog.at_level(logging.INFO, logger=NAME):
        yield lambda: [record.getMessage() for record in caplog.records if record.name == NAME]


@pytest.mark.parametrize("fault", [StoreError("away"), KeyError("door"), RecursionError(), MemoryError(), OSError(28)])
def test_work_that_fails_is_told_and_done_again(fault: Exception, told: Callable[[], list[str]]) -> None:
    done: list[int] = []

    def work() -> None:
        done.append(1)
        if len(done) == 1:
            raise fault

    pauses_between(work, every=60, times=3)

    assert len(done) == 3
    assert told() == [f"fault task=the_work kind={type(fault).__name__} times=1"]


def test_work_that_keeps_failing_is_asked_for_less_often_and_soon_again_once_it_succeeds() -> None:
    left = 8

    def work() -> None:
        nonlocal left
        left -= 1
        if left > 0:
            raise OSError

    pauses = pauses_between(work, every=60, times=9)

    assert pauses == [120, 240, 480, 960, 1920, 3600, 3600, 60, 60]


def test_hourly_work_stays_hourly() -> None:
    def work() -> None:
        raise OSError

    assert pauses_between(work, every=3600, times=3) == [3600] * 3
