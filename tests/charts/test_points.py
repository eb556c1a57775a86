"""Figures are drawn from an assessment, and from nothing else."""

import pytest
from builders import DONT_KNOW, make_bank, make_dimension, make_sheet, not_applicable

from detector.charts.points import best_verdict_from, chart_points
from detector.core.assessment import assess

BANK = make_bank(
    [
        make_dimension("market", ["MKT1", "MKT2"], weight=50),
        make_dimension("staff", ["STF1"], weight=30),
        make_dimension("income", ["INC1"], weight=20),
    ]
)


def test_points_stand_in_the_banks_order_with_score_interval_and_answers() -> None:
    sheet = make_sheet({"MKT1": 2, "MKT2": DONT_KNOW, "INC1": not_applicable()})

    market, staff, income = chart_points(BANK, assess(BANK, sheet))

    assert (market.id, market.name, market.answered, market.asked) == ("market", "Market", 1, 2)
    assert (market.score, market.low, market.high) == pytest.approx((2 / 3, 1 / 3, 5 / 6))
    assert (staff.score, staff.low, staff.high, staff.answered, staff.asked) == (None, 0, 1, 0, 1)
    assert (income.score, income.low, income.high, income.asked) == (None, None, None, 0)


def test_the_target_is_where_the_best_verdict_starts() -> None:
    target = best_verdict_from(BANK)

    assert target == pytest.approx(0.7)
