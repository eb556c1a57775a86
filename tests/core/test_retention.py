"""The time that automatic erasing goes by: clocks that jump ahead, back, by years, and computers switched off."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.core.retention import (
    JUMP,
    LONGEST_AWAY,
    STEADY,
    Clock,
    bin_ends,
    copy_ends,
    is_held,
    look,
    needs_word,
)

THEN = datetime(2026, 11, 30, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
KNOWN = Clock(THEN, THEN)


def hours_on(clock: Clock, hours: int) -> Clock:
    """The clock after the program has run for so many hours and looked every hour, while the clock went with it."""
    for _ in range(hours):
        clock = look(clock, clock.seen + HOUR, HOUR)
    return clock


def test_the_bin_and_copies_end_after_30_days() -> None:
    assert bin_ends(date(2026, 3, 3)) == date(2026, 4, 2)
    assert copy_ends(date(2026, 11, 30)) == date(2026, 12, 30)


@pytest.mark.parametrize("away", [timedelta(hours=16), timedelta(hours=24)], ids=["a night", "a day"])
def test_a_computer_off_for_a_day_at_most_erases_at_once(away: timedelta) -> None:
    clock = look(KNOWN, THEN + away, None)

    assert (is_held(clock), clock.believed) == (False, THEN + away)


@pytest.mark.parametrize(
    "away", [timedelta(days=4), timedelta(days=16), LONGEST_AWAY - STEADY], ids=["a weekend", "holidays", "six weeks"]
)
def test_a_server_off_for_longer_goes_on_by_itself_after_a_day(away: timedelta) -> None:
    clock = look(KNOWN, THEN + away, None)

    assert is_held(clock)
    assert is_held(hours_on(clock, 23))
    assert not is_held(hours_on(clock, 24))


def test_a_laptop_used_eight_hours_a_day_goes_on_after_three_days() -> None:
    clock = look(KNOWN, THEN + timedelta(days=4), None)
    held: list[bool] = []
    for _day in range(3):
        clock = hours_on(clock, 8)
        held.append(is_held(clock))
        clock = look(clock, clock.seen + timedelta(hours=16), None)

    assert held == [True, True, False]
    assert not is_held(clock)


@pytest.mark.parametrize(
    ("weekdays", "hours"),
    [
        pytest.param(range(5), 4, id="four hours each weekday"),
        pytest.param((0, 2, 4), 8, id="Monday, Wednesday and Friday"),
        pytest.param((0,), 8, id="only on Mondays"),
    ],
)
def test_short_weeks_go_on_by_themselves_after_24_hours_of_use_in_all(weekdays: Sequence[int], hours: int) -> None:
    clock, used, held_for = hours_on(KNOWN, hours), 0, list[int]()
    mornings = (THEN + timedelta(days=day) for day in range(1, 180))
    for morning in (each for each in mornings if each.weekday() in weekdays):
        clock = hours_on(look(clock, morning, None), hours)
        used = used + hours if is_held(clock) else 0
        held_for.append(used)

    assert not needs_word(clock)
    assert max(held_for) == 24 - hours


def test_a_jump_of_more_than_six_weeks_while_off_begins_the_day_again() -> None:
    clock = hours_on(look(KNOWN, THEN + timedelta(days=4), None), 23)

    ahead = look(clock, clock.seen + LONGEST_AWAY + HOUR, None)

    assert (ahead.steady, needs_word(ahead)) == (timedelta(), True)


def test_two_servers_that_look_by_turns_go_on_after_a_day_too() -> None:
    clock = look(KNOWN, THEN + timedelta(days=4), None)
    begun = clock.seen
    held: list[bool] = []
    for half in range(1, 49):
        clock = look(clock, begun + half * HOUR / 2, HOUR)
        held.append(is_held(clock))

    assert held == [True] * 47 + [False]


def test_a_clock_years_ahead_is_never_believed_by_itself() -> None:
    clock = hours_on(look(KNOWN, THEN.replace(year=2031), HOUR), 24 * 60)

    assert is_held(clock)
    assert needs_word(clock)


def test_a_clock_that_is_set_right_again_is_believed_at_once() -> None:
    wrong = hours_on(look(KNOWN, THEN.replace(year=2031), HOUR), 5)

    right = look(wrong, THEN + 6 * HOUR, HOUR)

    assert (is_held(right), right.believed) == (False, THEN + 6 * HOUR)


def test_a_clock_that_jumps_once_more_begins_its_day_again() -> None:
    clock = hours_on(look(KNOWN, THEN + timedelta(days=4), HOUR), 23)

    clock = look(clock, clock.seen + timedelta(days=10), HOUR)

    assert is_held(hours_on(clock, 23))
    assert not is_held(hours_on(clock, 24))


def test_a_clock_that_jumps_back_holds_nothing_up_and_is_believed_after_a_day() -> None:
    back = look(KNOWN, THEN.replace(year=2020), HOUR)

    assert (is_held(back), back.believed) == (False, THEN)
    assert hours_on(back, 24).believed == THEN.replace(year=2020) + timedelta(hours=24)


def test_a_clock_back_by_less_than_a_day_leaves_the_time_believed_in() -> None:
    back = look(KNOWN, THEN - 20 * HOUR, HOUR)

    assert (back.believed, back.seen) == (THEN, THEN - 20 * HOUR)


def test_a_program_that_looks_more_seldom_than_once_a_day_is_not_held_up() -> None:
    assert not is_held(look(KNOWN, THEN + 25 * HOUR, 25 * HOUR))


def test_after_a_year_believed_in_wrongly_the_true_time_needs_an_officers_word() -> None:
    long_back = hours_on(look(KNOWN, THEN.replace(year=2020), HOUR), 24)

    assert needs_word(look(long_back, THEN + timedelta(days=2), HOUR))


steps = st.lists(
    st.tuples(
        st.timedeltas(timedelta(days=-4000), timedelta(days=4000)),
        st.none() | st.timedeltas(timedelta(), timedelta(hours=30)),
    ),
    max_size=40,
)


@given(steps)
def test_what_is_believed_is_never_further_behind_than_a_day_unless_it_holds(
    walk: list[tuple[timedelta, timedelta | None]],
) -> None:
    clock = KNOWN
    for moved, running in walk:
        clock = look(clock, clock.seen + moved, running)

        assert is_held(clock) == (clock.seen - clock.believed > JUMP)


@given(steps)
def test_a_later_time_is_believed_only_within_a_day_or_after_running_steadily_for_one(
    walk: list[tuple[timedelta, timedelta | None]],
) -> None:
    clock, ran = KNOWN, timedelta()
    for moved, running in walk:
        before, clock = clock, look(clock, clock.seen + moved, running)
        was_off = running is None and timedelta() <= moved <= LONGEST_AWAY
        jumped = abs(moved - (running or timedelta())) > JUMP and not was_off
        ran = timedelta() if jumped else ran + (running or timedelta())

        if clock.believed > before.believed + JUMP:
            assert ran >= STEADY
            assert clock.believed <= before.believed + LONGEST_AWAY


@given(st.timedeltas(LONGEST_AWAY + timedelta(seconds=1), timedelta(days=36_000)), st.integers(0, 100))
def test_no_time_further_ahead_than_six_weeks_is_ever_believed(ahead: timedelta, hours: int) -> None:
    clock = hours_on(look(KNOWN, THEN + ahead, None), hours)

    assert (is_held(clock), clock.believed) == (True, THEN)


@given(
    st.timedeltas(LONGEST_AWAY + timedelta(seconds=1), timedelta(days=36_000)),
    st.lists(st.tuples(st.timedeltas(timedelta(), LONGEST_AWAY), st.integers(0, 30)), max_size=20),
)
def test_nor_is_it_after_switching_off_and_on(ahead: timedelta, days: list[tuple[timedelta, int]]) -> None:
    clock = look(KNOWN, THEN + ahead, None)
    for off, hours in days:
        clock = hours_on(look(clock, clock.seen + off, None), hours)

    assert (is_held(clock), clock.believed) == (True, THEN)


@given(st.lists(st.tuples(st.timedeltas(timedelta(), timedelta(days=5)), st.integers(0, 30)), max_size=20))
def test_a_clock_set_back_never_brings_a_later_day(days: list[tuple[timedelta, int]]) -> None:
    clock = look(KNOWN, THEN.replace(year=2020), None)
    for off, hours in days:
        clock = hours_on(look(clock, clock.seen + off, None), hours)

        assert clock.believed <= THEN


@given(st.timedeltas(timedelta(), LONGEST_AWAY - STEADY))
def test_whoever_was_honestly_away_goes_on_within_a_day(away: timedelta) -> None:
    assert not is_held(hours_on(look(KNOWN, THEN + away, None), 24))
