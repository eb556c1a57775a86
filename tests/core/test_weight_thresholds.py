"""The nearest weight of each dimension at which the verdict becomes another."""

import numpy as np
import pytest
from builders import make_bank, make_dimension, make_gate, make_sheet
from hypothesis import given
from random_banks import answered_banks

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.gates import gate_results
from detector.core.robustness.baseline import baseline
from detector.core.robustness.weight_thresholds import WeightThreshold, weight_thresholds
from detector.core.scoring import score_dimensions
from detector.core.verdict.ranks import ranks, verdict_rules
from detector.core.verdict.sheets import sheet_row

NEAR = 1e-4


def flips_of(bank: Bank, sheet: AnswerSheet) -> dict[str, WeightThreshold]:
    """The flips by dimension."""
    now = baseline(bank, sheet, score_dimensions(bank, sheet), gate_results(bank, sheet))
    return {flip.dimension_id: flip for flip in weight_thresholds(now)}


def verdict_at(bank: Bank, sheet: AnswerSheet, dimension_id: str, weight: float) -> str:
    """The verdict that the known answers give, with one dimension's weight replaced."""
    dimensions = score_dimensions(bank, sheet)
    weights = np.array([weight if each.dimension_id == dimension_id else each.weight for each in dimensions])
    rules = verdict_rules(bank)
    return rules.verdicts[int(ranks(rules, sheet_row(bank, dimensions, gate_results(bank, sheet)), weights)[0])]


@given(answered_banks())
def test_verdict_changes_at_the_flip_and_not_before(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    weights = {dimension.id: dimension.weight for dimension in bank.dimensions}

    flips = flips_of(bank, sheet)

    for dimension_id, flip in flips.items():
        here = weights[dimension_id]
        beyond = [flip.weight + side * NEAR for side in (-1, 1) if (flip.weight - here) * side >= -NEAR]
        reached = {verdict_at(bank, sheet, dimension_id, max(0.0, weight)) for weight in beyond}
        assert flip.verdict in reached
        for weight in weights_between(here, flip.weight):
            assert verdict_at(bank, sheet, dimension_id, weight) == verdict_at(bank, sheet, dimension_id, here)


@given(answered_banks())
def test_no_weight_changes_the_verdict_where_there_is_no_flip(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    scored = {score.dimension_id: score.weight for score in score_dimensions(bank, sheet) if score.score is not None}

    flips = flips_of(bank, sheet)

    for dimension_id in scored.keys() - flips.keys():
        here = verdict_at(bank, sheet, dimension_id, scored[dimension_id])
        for weight in [0.001, 0.1, 1, 4, 9, 11, 19, 33, 100, 1e3, 1e5]:
            assert verdict_at(bank, sheet, dimension_id, weight) == here


@given(answered_banks())
def test_flips_stand_in_the_banks_order_one_a_scored_dimension(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    scored = [score.dimension_id for score in score_dimensions(bank, sheet) if score.score is not None]

    flips = flips_of(bank, sheet)

    assert list(flips) == [dimension_id for dimension_id in scored if dimension_id in flips]


def weights_between(here: float, flip: float) -> list[float]:
    """A fine grid of the weights from the present one nearly to the flip, and as far on the other side."""
    reach = max(0.0, abs(flip - here) - NEAR)
    return [max(0.0, here + reach * part / 20) for part in range(-20, 21)]


TWO = make_bank(
    [make_dimension("a", ["A1"], weight=10), make_dimension("b", ["B1", "B2"], weight=10)], gates=[make_gate("B2")]
)


@pytest.mark.parametrize(
    ("levels", "flips"),
    [
        pytest.param(
            {"A1": 1, "B1": 3, "B2": 3},
            [("a", 90 / 11, "strong"), ("b", 110 / 9, "strong")],
            id="the nearer of a weight that lifts and one that drops the verdict",
        ),
        pytest.param(
            {"A1": 1, "B1": 3},
            [("a", 15, "weak"), ("b", 20 / 3, "weak")],
            id="a verdict held down by an open gate can only drop, and half a dimension carries half its weight",
        ),
        pytest.param(
            {"A1": 3, "B1": 2, "B2": 2},
            [("a", 10 / 9, "promising"), ("b", 90, "promising")],
            id="the weight that falls behind and the weight that takes over",
        ),
        pytest.param(
            {"A1": 0, "B1": 3, "B2": 3},
            [("a", 10, "weak"), ("b", 10, "weak")],
            id="a score on the threshold drops with the first change of weight",
        ),
        pytest.param({"A1": 2, "B1": 2, "B2": 2}, [], id="equal scores have nothing to weigh"),
        pytest.param({"A1": 3, "B1": 3, "B2": 0}, [], id="no weight undoes a failed hard gate"),
        pytest.param({"A1": 3}, [], id="a single score is the overall score whatever it weighs"),
    ],
)
def test_nearest_weight_that_changes_the_verdict(levels: dict[str, int], flips: list[tuple[str, float, str]]) -> None:
    found = flips_of(TWO, make_sheet(levels))

    assert [(flip.dimension_id, pytest.approx(flip.weight), flip.verdict) for flip in found.values()] == flips


def test_a_dimension_may_have_to_lose_all_its_weight() -> None:
    bank = make_bank([make_dimension(name, [name.upper()]) for name in ("drag", "low", "high")])

    flips = flips_of(bank, make_sheet({"DRAG": 1, "LOW": 0, "HIGH": 3}))

    assert (flips["drag"].weight, flips["drag"].verdict) == (pytest.approx(0), "promising")


def test_a_dimension_on_the_threshold_itself_cannot_carry_the_score_there() -> None:
    bank = make_bank([make_dimension("on", ["A1", "A2"]), make_dimension("under", ["B1"])])

    flips = flips_of(bank, make_sheet({"A1": 1, "A2": 2, "B1": 1}))

    assert (flips["on"].weight, flips["on"].verdict) == (pytest.approx(10 / 9), "not_suited")
    assert (flips["under"].weight, flips["under"].verdict) == (pytest.approx(0), "promising")
