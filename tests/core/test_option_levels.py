"""The levels of the models: which of several shifts counts, and what gives way."""

import pytest
from builders import make_sheet
from form_builders import fact_is
from hypothesis import given
from hypothesis import strategies as st
from option_builders import LEAVE, SELL, STAY, Range, bank_of_options, make_cell, make_shift

from detector.core.bank.appraisal import AddLevels, SetLevels, Shift
from detector.core.options.levels import appraised_levels, moved_levels
from detector.core.options.results import Levels, ShiftFound

STAFF = fact_is("control", "staff")
RANGES = st.tuples(*[st.integers(0, 3)] * 3).map(sorted).map(lambda found: (found[1], found[0], found[2]))


def a_set(*, level: int | None = None, low: int | None = None, high: int | None = None) -> Shift:
    return make_shift(STAFF, [LEAVE], "voice", to=SetLevels(level=level, low=low, high=high))


def an_add(*, level: int | None = None, low: int | None = None, high: int | None = None) -> Shift:
    return make_shift(STAFF, [LEAVE], "voice", by=AddLevels(level=level, low=low, high=high))


AMOUNTS = st.none() | st.integers(0, 3)
STEPS = st.none() | st.integers(-3, 3)
SETS = st.builds(a_set, level=AMOUNTS, low=AMOUNTS, high=AMOUNTS)
ADDS = st.builds(an_add, level=STEPS, low=STEPS, high=STEPS)


@pytest.mark.parametrize(
    ("cell", "shifts", "expected"),
    [
        pytest.param((2, 1, 3), [], (2, 1, 3), id="nothing moves it"),
        pytest.param((3, 2, 3), [a_set(level=1, high=1)], (1, 1, 1), id="a set level takes the low end down with it"),
        pytest.param((2, 1, 3), [a_set(level=0, high=0)], (0, 0, 0), id="a set level at the bottom"),
        pytest.param((1, 0, 1), [an_add(level=1)], (2, 0, 2), id="a moved level takes the high end up with it"),
        pytest.param((1, 1, 2), [a_set(low=2)], (2, 2, 2), id="a low end moved past the level takes it along"),
        pytest.param((2, 1, 2), [an_add(high=-1)], (1, 1, 1), id="so does a high end"),
        pytest.param((3, 2, 3), [a_set(low=3)], (3, 3, 3), id="an end that reaches the level leaves it"),
        pytest.param((0, 0, 1), [an_add(level=-1)], (0, 0, 1), id="nothing falls under 0"),
        pytest.param((3, 3, 3), [an_add(level=2, low=1)], (3, 3, 3), id="nothing rises over 3"),
        pytest.param((1, 0, 2), [an_add(level=1), a_set(level=0)], (1, 0, 2), id="sets come before adds"),
        pytest.param((1, 0, 3), [a_set(high=3), a_set(high=0)], (0, 0, 0), id="of two sets the later wins"),
        pytest.param((1, 0, 3), [a_set(high=0), a_set(high=3)], (1, 0, 3), id="whichever way round they stand"),
        pytest.param((1, 0, 2), [an_add(level=-1, low=2)], (0, 0, 2), id="where both moved, the level wins"),
    ],
)
def test_what_gives_way(cell: Range, shifts: list[Shift], expected: Range) -> None:
    assert moved_levels(make_cell("voice", cell), shifts) == Levels(*expected)


@given(RANGES, st.lists(SETS | ADDS, max_size=5))
def test_a_level_always_lies_between_its_ends_and_within_the_scale(cell: Range, shifts: list[Shift]) -> None:
    found = moved_levels(make_cell("voice", cell), shifts)

    assert 0 <= found.low <= found.level <= found.high <= 3


@given(RANGES, st.lists(SETS, max_size=3), st.lists(ADDS, max_size=3))
def test_adds_count_in_any_order_and_wherever_they_stand(cell: Range, sets: list[Shift], adds: list[Shift]) -> None:
    one, other = [*sets, *adds], [*reversed(adds), *sets]

    assert moved_levels(make_cell("voice", cell), one) == moved_levels(make_cell("voice", cell), other)


def test_an_answer_moves_only_the_models_and_the_criterion_that_it_names() -> None:
    bank = bank_of_options(
        {STAY: (1, 1, 1), LEAVE: (1, 1, 1), SELL: (1, 1, 1)},
        shifts=[make_shift(STAFF, [LEAVE, SELL], "price", by=AddLevels(level=2))],
    )

    found = appraised_levels(bank, make_sheet(facts={"control": "staff"}), {})

    assert {model: [each.levels.level for each in levels] for model, levels in found.items()} == {
        STAY: [1, 1, 1],
        LEAVE: [1, 3, 1],
        SELL: [1, 3, 1],
    }
    assert found[LEAVE][1].shifts == (ShiftFound("It moves.", ("control",), ()),)
    assert found[STAY][1].shifts == ()


@pytest.mark.parametrize("facts", [{}, {"control": "council"}], ids=["unknown", "otherwise"])
def test_what_is_unknown_or_otherwise_moves_nothing(facts: dict[str, str]) -> None:
    bank = bank_of_options({STAY: (1, 1, 1)}, shifts=[make_shift(STAFF, [STAY], "voice", to=SetLevels(level=3))])

    found = appraised_levels(bank, make_sheet(facts=facts), {})

    assert found[STAY][0].levels == Levels(1, 1, 1)
