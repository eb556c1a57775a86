"""Who asks for too much is held up; a full hall behind one address is not."""

import pytest
from phone.rooms import Hall

from detector.light.phone.rate_limit import Limit
from detector.light.phone.routes import ANSWERS, JOINS, PAGES

ANSWER = {"question": "MKT1", "round": "1", "level": "2"}


def test_one_who_floods_is_held_up_and_nobody_else(room: Hall) -> None:
    flooding, other = room.joined(), room.joined()

    statuses = [flooding.post(f"{room.home}/answer", json=ANSWER).status_code for _ in range(80)]

    assert 429 in statuses
    assert other.post(f"{room.home}/answer", json=ANSWER).status_code == 200


def test_one_who_loads_the_page_again_and_again_is_held_up_and_nobody_else(room: Hall) -> None:
    flooding, other = room.joined(), room.joined()

    statuses = [flooding.get(room.home).status_code for _ in range(80)]

    assert 429 in statuses
    assert other.get(room.home).status_code == 200


def allowed(limit: tuple[float, float], asked: int, seconds: float) -> int:
    """How many of so many requests pass, evenly spread over so many seconds."""
    now = 0.0
    held = Limit(int(limit[0]), limit[1], clock=lambda: now)
    passed = 0
    for number in range(asked):
        now = seconds * number / asked
        passed += held.allows("all behind one address")
    return passed


def test_a_hall_of_two_thousand_joins_in_half_a_minute() -> None:
    assert allowed(JOINS, asked=2_000, seconds=30) == 2_000


def test_a_room_may_join_all_at_once() -> None:
    assert allowed(JOINS, asked=2_000, seconds=1) == 2_000


def test_invented_people_come_in_no_faster_than_a_crowd() -> None:
    assert allowed(JOINS, asked=100_000, seconds=60) < 6_000


@pytest.mark.parametrize(
    ("limit", "asked", "seconds"),
    [
        pytest.param(ANSWERS, 12, 60, id="an answer every five seconds"),
        pytest.param(ANSWERS, 40, 2, id="forty answers that were kept on a phone without a connection"),
        pytest.param(PAGES, 60, 60, id="without a script: a page after each answer"),
    ],
)
def test_an_honest_person_is_never_held_up(limit: tuple[float, float], asked: int, seconds: float) -> None:
    assert allowed(limit, asked, seconds) == asked
