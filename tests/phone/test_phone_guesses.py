"""Codes cannot be guessed in bulk, and who is right is never turned away because others were wrong."""

import asyncio

import pytest
from phone.a_thread import in_a_thread_of_its_own
from starlette.requests import HTTPConnection

from detector.light.phone.guesses import ACCESS, JOINING, LONGEST_WAIT_SECONDS, Guesses, Pace
from detector.light.phone.rate_limit import sender_of


class Clock:
    """A clock that stands still until somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def pause(self, seconds: float) -> None:
        self.now += seconds


def looked_at(pace: Pace, seconds: float, senders: int) -> int:
    """How many wrong codes are looked at when so many senders send as fast as they are answered."""
    clock = Clock()
    guesses, looks = Guesses(pace, clock, clock.pause), 0

    async def flood() -> None:
        nonlocal looks
        while clock.now < seconds:
            sender = str(looks % senders)
            if await guesses.may_look(sender):
                guesses.were_too_many(sender)
                looks += 1

    in_a_thread_of_its_own(lambda: asyncio.run(flood()))
    return looks


@pytest.mark.parametrize(
    ("pace", "senders", "most_a_second"),
    [
        pytest.param(ACCESS, 1, 10, id="access codes, one address"),
        pytest.param(ACCESS, 1_000, 20, id="access codes, many addresses"),
        pytest.param(JOINING, 1, 50, id="join codes, one address"),
        pytest.param(JOINING, 1_000, 100, id="join codes, many addresses"),
    ],
)
def test_guesses_are_looked_at_only_so_fast(pace: Pace, senders: int, most_a_second: float) -> None:
    seconds = 600.0

    looks = looked_at(pace, seconds, senders)

    assert looks <= pace.all_wrong + (most_a_second + pace.all_again) * seconds


def test_who_has_not_been_wrong_waits_for_nobody() -> None:
    clock = Clock()
    guesses = Guesses(JOINING, clock, clock.pause)
    for _ in range(JOINING.wrong):
        guesses.were_too_many("flooding")

    may_look = in_a_thread_of_its_own(lambda: asyncio.run(guesses.may_look("other")))

    assert (may_look, clock.now) == (True, 0.0)


def test_a_hall_in_which_many_were_wrong_still_comes_in() -> None:
    """Hundreds behind one address type the right code at the same moment, after as many wrong ones as it takes."""
    waited: list[float] = []

    async def pause(seconds: float) -> None:
        waited.append(seconds)

    guesses = Guesses(JOINING, lambda: 0.0, pause)
    for _ in range(JOINING.wrong):
        guesses.were_too_many("hall")

    async def everybody() -> list[bool]:
        return await asyncio.gather(*(guesses.may_look("hall") for _ in range(500)))

    assert all(in_a_thread_of_its_own(lambda: asyncio.run(everybody())))
    assert max(waited) <= LONGEST_WAIT_SECONDS


def test_what_floods_in_at_once_does_not_pile_up_without_end() -> None:
    async def pause(_seconds: float) -> None:
        return

    guesses = Guesses(JOINING, lambda: 0.0, pause)
    for _ in range(JOINING.wrong):
        guesses.were_too_many("flooding")

    async def flood() -> list[bool]:
        return [await guesses.may_look("flooding") for _ in range(10_000)]

    assert sum(in_a_thread_of_its_own(lambda: asyncio.run(flood()))) == LONGEST_WAIT_SECONDS * JOINING.looks + 1


@pytest.mark.parametrize(
    ("address", "sender"),
    [
        pytest.param("203.0.113.7", "203.0.113.7", id="a number"),
        pytest.param("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", id="a long one: the household"),
        pytest.param("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64", id="another of the same household"),
        pytest.param("::ffff:203.0.113.7", "203.0.113.7", id="a number written as a long one"),
        pytest.param("fe80::1%eth0", "fe80::/64", id="one of the cable"),
        pytest.param("testclient", "testclient", id="a name"),
    ],
)
def test_limits_count_a_household_once(address: str, sender: str) -> None:
    request = HTTPConnection({"type": "http", "headers": [], "client": (address, 1)})

    assert sender_of(request) == sender
