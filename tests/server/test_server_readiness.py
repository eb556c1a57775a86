"""Who watches the server learns whether it can work, and nothing else; however often it asks, it costs little."""

import asyncio
import threading
from collections.abc import Callable

import pytest
from phone.a_thread import in_a_thread_of_its_own
from starlette.requests import Request
from starlette.responses import Response

from detector.core.errors import StoreError
from detector.server import readiness
from detector.server.readiness import Readiness

ASKED = Request({"type": "http", "method": "GET", "path": "/ready", "headers": []})


def answers(asked: Readiness, times: int) -> list[Response]:
    """So many answers, asked for at the same moment."""

    async def ask() -> list[Response]:
        return await asyncio.gather(*(asked.answer(ASKED) for _ in range(times)))

    return in_a_thread_of_its_own(lambda: asyncio.run(ask()))


def fails_with(error: Exception) -> Callable[[], object]:
    def needs() -> object:
        raise error

    return needs


def test_it_is_ready_while_what_it_needs_can_be_read() -> None:
    [reply] = answers(Readiness(lambda: None), 1)

    assert (reply.status_code, reply.body) == (200, b"yes")


@pytest.mark.parametrize("fault", [StoreError("postgresql://me:secret@host is away"), OSError(5), KeyError("x")])
def test_it_is_not_while_that_is_away_and_says_no_more(fault: Exception) -> None:
    [reply] = answers(Readiness(fails_with(fault)), 1)

    assert (reply.status_code, reply.body) == (503, b"no")


def test_many_who_ask_at_once_cost_one_look() -> None:
    looks: list[int] = []

    replies = answers(Readiness(lambda: looks.append(1)), 50)

    assert {reply.status_code for reply in replies} == {200}
    assert len(looks) == 1


def test_it_looks_again_a_second_later(monkeypatch: pytest.MonkeyPatch) -> None:
    times, looks = iter((0.0, 0.0, 0.9, 1.1, 1.1)), list[int]()
    monkeypatch.setattr(readiness, "monotonic", lambda: next(times))
    asked = Readiness(lambda: looks.append(1))

    for _ in range(3):
        answers(asked, 1)

    assert len(looks) == 2


def test_what_does_not_answer_in_time_is_not_ready() -> None:
    released = threading.Event()

    async def ask() -> Response:
        reply = await Readiness(released.wait, longest_seconds=0.05).answer(ASKED)
        released.set()
        return reply

    assert in_a_thread_of_its_own(lambda: asyncio.run(ask())).status_code == 503
