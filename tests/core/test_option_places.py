"""How often each model comes first: against exact areas, an independent library, and what must hold of any draws."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from builders import make_sheet
from form_builders import fact_is
from hypothesis import given, settings
from hypothesis import strategies as st
from option_builders import LEAVE, RULES, SELL, STAY, Range, bank_of_options, levels_of, make_shift, out_when
from pymcdm.methods import WSM

from detector.core.bank import Bank
from detector.core.bank.appraisal import AddLevels, AppraisalGroup
from detector.core.options.drawing import Draws, Numbers, draw, drawn_levels, valued
from detector.core.options.options import appraise
from detector.core.options.places import choice_places, held_places
from detector.core.options.results import Levels, Options, WinsWhen

COUNCIL = fact_is("control", "council")
Corner = tuple[float, float, float]
CORNERS: list[Corner] = [(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)]
# At 10,000 draws a share is known to half a point; four times that is as good as never reached.
NEAR = 0.02
LEVELS = st.tuples(*[st.integers(0, 3)] * 3)


def exact_share(mine: Sequence[int], others: Sequence[Sequence[int]]) -> float:
    """The part of all weights over three criteria under which a model with exact levels beats these others."""
    shape = CORNERS
    for other in others:
        shape = _clipped(shape, [ours - theirs for ours, theirs in zip(mine, other, strict=True)])
    return _area(shape) / _area(CORNERS)


def _clipped(shape: list[Corner], lead: Sequence[int]) -> list[Corner]:
    """The part of a shape in which the lead, weighed by the place, is not under nothing."""
    kept: list[Corner] = []
    for here, there in pairwise([*shape, shape[0]] if shape else []):
        at, then = (sum(x * y for x, y in zip(corner, lead, strict=True)) for corner in (here, there))
        if at >= 0:
            kept.append(here)
        if at * then < 0:
            part = at / (at - then)
            x, y, z = (start + part * (end - start) for start, end in zip(here, there, strict=True))
            kept.append((x, y, z))
    return kept


def _area(shape: Sequence[Corner]) -> float:
    """The area of a flat shape, seen from above."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*shape, shape[0]] if shape else []))) / 2


def _as_they_are(column: Numbers, cost: bool = False) -> Numbers:
    """The levels of one criterion, which need no common scale: they have one."""
    assert not cost
    return column


def drawn(bank: Bank, models: int, seed: int = 7) -> Draws:
    return draw(bank, models, seed)


def firsts(levels: Sequence[Sequence[Levels]], bank: Bank | None = None, seed: int = 7) -> list[float]:
    on = bank or bank_of_options()
    places = choice_places(on, RULES, valued(drawn(on, len(levels), seed), levels), range(len(levels)))
    return [places[at].first or 0.0 for at in range(len(levels))]


@pytest.mark.parametrize("seed", range(8))
def test_shares_of_first_places_are_the_areas_in_which_models_win(seed: int) -> None:
    levels = np.random.default_rng(seed).permutation(4**3)[:4]
    models = [[int(each) // 16, int(each) // 4 % 4, int(each) % 4] for each in levels]

    found = firsts([levels_of(*each) for each in models], seed=seed)

    exact = [exact_share(each, [other for other in models if other != each]) for each in models]
    assert found == pytest.approx(exact, abs=NEAR)


@settings(max_examples=30)
@given(st.lists(LEVELS, min_size=2, max_size=5), st.integers(0, 1000))
def test_values_and_order_are_those_of_an_independent_weighted_sum(
    models: list[tuple[int, int, int]], seed: int
) -> None:
    draws = draw(bank_of_options(), len(models), seed, draws=5)
    found = valued(draws, [levels_of(*each) for each in models])

    weighted_sum = WSM(normalization_function=_as_they_are)
    matrix = np.array(models, dtype=np.float64) / 3
    for number in range(5):
        weights = draws.weights[:, number].astype(np.float64)
        expected = np.asarray(weighted_sum(matrix, weights, np.ones(3), validation=False), dtype=np.float64)
        assert found.values[:, number] == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("place", "cell", "expected"),
    [
        pytest.param(0.0, (2, 1, 3), 1.0, id="the lowest"),
        pytest.param(0.5, (2, 1, 3), 2.0, id="the middle of an even triangle"),
        pytest.param(0.125, (2, 1, 3), 1.5, id="half way up the rising side"),
        pytest.param(0.875, (2, 1, 3), 2.5, id="half way down the falling side"),
        pytest.param(0.25, (3, 1, 3), 2.0, id="one that only rises"),
        pytest.param(0.75, (0, 0, 2), 1.0, id="one that only falls"),
        pytest.param(0.3, (1, 1, 1), 1.0, id="no width"),
    ],
)
def test_a_level_is_drawn_from_a_triangle(place: float, cell: Range, expected: float) -> None:
    places = np.full((1, 1, 1), place, dtype=np.float32)

    assert drawn_levels(places, [levels_of(cell)])[0, 0, 0] == pytest.approx(expected)


@given(st.floats(0, 1, width=32, exclude_max=True), st.lists(st.integers(0, 3), min_size=3, max_size=3).map(sorted))
def test_a_drawn_level_lies_within_its_range(place: float, ends: list[int]) -> None:
    low, level, high = ends

    found = float(drawn_levels(np.full((1, 1, 1), place, dtype=np.float32), [levels_of((level, low, high))])[0, 0, 0])

    assert low <= found <= high


def weights_of(bank: Bank, own: dict[str, float] | None = None) -> Numbers:
    return draw(bank, 1, 5, own_weights=own).weights


def test_families_count_alike_however_many_criteria_they_have() -> None:
    bank = bank_of_options(groups={"one": ("a", "b"), "other": ("c", "d", "e", "f")})

    weights = weights_of(bank)

    assert weights.sum(axis=0) == pytest.approx(np.ones(10_000), abs=1e-5)
    assert weights[:2].sum(axis=0).mean() == pytest.approx(0.5, abs=NEAR)
    assert weights.mean(axis=1) == pytest.approx([0.25, 0.25, *[0.125] * 4], abs=NEAR)


def test_a_family_that_counts_half_weighs_half_as_much_as_the_other_in_every_draw() -> None:
    groups = {"lasting": ("a", "b"), "once": ("c", "d")}
    bank = bank_of_options(groups=groups)
    halved = bank.model_copy(
        update={"appraisal_groups": (bank.appraisal_groups[0], AppraisalGroup(id="once", name="Once", counts=0.5))}
    )

    full, half = (weights_of(each) for each in (bank, halved))

    ratio = full[2:].sum(axis=0) / full[:2].sum(axis=0)
    assert half[2:].sum(axis=0) / half[:2].sum(axis=0) == pytest.approx(ratio / 2, rel=1e-3)


def test_a_councils_own_weights_are_drawn_within_half_of_their_value() -> None:
    bank = bank_of_options(groups={"one": ("a", "b"), "other": ("c", "d")})

    weights = weights_of(bank, {"one": 3.0, "d": 2.0})

    # Before they are made to add up to 1, a and b are 1.5 each, c half of 1, d 2.
    mean = weights.mean(axis=1)
    assert mean / mean.sum() == pytest.approx(np.array([1.5, 1.5, 0.5, 2.0]) / 5.5, abs=NEAR)
    assert (weights[0] / weights[3]).max() <= 1.5 * 1.5 / (2.0 * 0.5) + 1e-4


@settings(max_examples=25)
@given(st.lists(LEVELS, min_size=1, max_size=6))
def test_first_places_add_up_to_one_and_first_two_to_two(models: list[tuple[int, int, int]]) -> None:
    bank = bank_of_options()
    worth = valued(draw(bank, len(models), 3, draws=400), [levels_of(*each) for each in models])
    found = choice_places(bank, RULES, worth, range(len(models))).values()

    assert sum(each.first or 0.0 for each in found) == pytest.approx(1)
    assert sum(each.first_two or 0.0 for each in found) == pytest.approx(min(len(models), 2))
    assert all((each.first or 0.0) <= (each.first_two or 0.0) for each in found)


@settings(max_examples=25)
@given(st.lists(LEVELS, min_size=2, max_size=5), st.data())
def test_raising_a_level_never_lowers_a_models_value_in_any_draw(
    models: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    draws = draw(bank_of_options(), len(models), 3, draws=200)
    at, criterion = data.draw(st.integers(0, len(models) - 1)), data.draw(st.integers(0, 2))
    raised = [list(each) for each in models]
    raised[at][criterion] = min(raised[at][criterion] + 1, 3)

    before = valued(draws, [levels_of(*each) for each in models]).values[at]
    after = valued(draws, [levels_of(*each) for each in raised]).values[at]

    assert (after >= before).all()


def test_a_model_that_wins_on_one_criterion_needs_that_criterion_to_be_valued() -> None:
    bank = bank_of_options()
    worth = valued(drawn(bank, 2), [levels_of(2, 2, 2), levels_of(3, 1, 1)])

    found = choice_places(bank, RULES, worth, [0, 1])[1]

    assert found.first == pytest.approx(exact_share([3, 1, 1], [[2, 2, 2]]), abs=NEAR)
    assert found.wins_when == WinsWhen(("voice",), 1.0)


def test_too_few_wins_say_nothing_of_what_must_be_valued() -> None:
    bank = bank_of_options()
    few = draw(bank, 2, 3, draws=150)
    worth = valued(few, [levels_of(2, 2, 2), levels_of(3, 1, 1)])

    found = choice_places(bank, RULES, worth, [0, 1])

    assert found[1].wins_when is None
    assert found[0].wins_when is not None


def test_a_held_model_has_only_the_share_it_would_have_were_it_added_alone() -> None:
    bank = bank_of_options()
    levels = [levels_of(2, 2, 2), levels_of(3, 1, 1), levels_of(3, 3, 3)]

    found = held_places(bank, RULES, valued(drawn(bank, 3), levels), [0], 1)

    assert (found.first, found.first_two) == (None, None)
    assert found.first_if_open == pytest.approx(exact_share([3, 1, 1], [[2, 2, 2]]), abs=NEAR)


def options_of(bank: Bank, facts: dict[str, str] | None = None, verdict_id: str | None = "promising") -> Options:
    return appraise(bank, make_sheet(facts=facts), {}, verdict_id)


APPRAISED = {STAY: (1, 2, 2), LEAVE: (3, 2, 2), SELL: (0, 0, 3)}


def test_choices_stand_by_first_places_then_what_is_held_then_what_is_out() -> None:
    bank = bank_of_options(APPRAISED, rules=[out_when(COUNCIL, [SELL])])

    allowed, held, out = (
        options_of(bank),
        options_of(bank, verdict_id="weak"),
        options_of(bank, {"control": "council"}),
    )

    assert [each.model_id for each in allowed.models] == [LEAVE, SELL, STAY]
    assert [each.model_id for each in held.models] == [STAY, SELL, LEAVE]
    assert [each.model_id for each in out.models] == [LEAVE, STAY, SELL]


def test_nothing_is_drawn_for_a_model_that_is_out() -> None:
    bank = bank_of_options(APPRAISED, rules=[out_when(COUNCIL, [SELL])])

    found = options_of(bank, {"control": "council"}).by_id()

    assert found[SELL].places is None
    assert [found[each].places is None for each in (STAY, LEAVE)] == [False, False]


def test_an_answer_that_moves_no_level_changes_no_share() -> None:
    bank = bank_of_options({STAY: ((2, 1, 3), 1, 1), LEAVE: ((1, 0, 3), 2, 1), SELL: (0, 0, 2)})

    assert options_of(bank, {"purpose": "charity"}) == options_of(bank)


def test_an_answer_that_lifts_a_model_lifts_its_share() -> None:
    shift = make_shift(fact_is("control", "staff"), [LEAVE], "voice", by=AddLevels(level=2, low=2))
    bank = bank_of_options({STAY: (2, 2, 2), LEAVE: (1, 2, 2), SELL: (0, 0, 2)}, shifts=[shift])

    before, after = (
        options_of(bank).by_id()[LEAVE].places,
        options_of(bank, {"control": "staff"}).by_id()[LEAVE].places,
    )

    assert before is not None
    assert after is not None
    assert (before.first, after.first) == (0.0, 1.0)


def test_the_same_answers_always_give_the_same_shares() -> None:
    bank = bank_of_options({STAY: ((2, 1, 3), 1, 1), LEAVE: ((1, 0, 3), 2, 1), SELL: (0, 0, 2)})

    assert options_of(bank) == options_of(bank)


def test_without_an_appraisal_models_stand_in_the_order_of_the_bank_and_nothing_is_drawn() -> None:
    found = options_of(bank_of_options())

    assert [each.model_id for each in found.models] == [STAY, LEAVE, SELL]
    assert (found.draws, [each.places for each in found.models]) == (0, [None] * 3)
