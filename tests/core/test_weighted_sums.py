"""Scores agree with the weighted sum model of an independent library."""

# The library is not typed.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportIndexIssue=false

import numpy as np
import pytest
from hypothesis import given
from pymcdm.methods import WSM
from pymcdm.normalizations import minmax_normalization
from strategies import cases

from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.bank import Bank


def weighted_sum(parts: list[tuple[float, float]]) -> float | None:
    """What the library makes of values with their weights, or None of nothing.

    It scales each column between the least and the most in it, so rows of noughts and ones leave the values alone.
    """
    if not parts:
        return None
    values, weights = np.array(parts).T
    matrix = np.array([values, np.zeros_like(values), np.ones_like(values)])
    sums = WSM(minmax_normalization)(matrix, weights / weights.sum(), np.ones_like(values), validation=False)
    return float(sums[0])


@given(cases())
def test_weighted_sums_agree_with_an_independent_library(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case

    found = assess(bank, sheet)

    for part in found.dimensions:
        known = [(each.value, each.weight) for each in part.contributions if each.value is not None]
        assert part.score == pytest.approx(weighted_sum(known))
    for score in (found.overall, *found.groups):
        inside = [
            (part.score, part.weight * part.coverage)
            for part, dimension in zip(found.dimensions, bank.dimensions, strict=True)
            if part.score is not None and score.id in {"overall", dimension.group}
        ]
        assert score.score == pytest.approx(weighted_sum(inside))
