"""What a verdict becomes once all is known, and what may change it, held to the range and to the steps."""

import numpy as np
import pytest
from builders import make_bank, make_dimension, make_gate, make_sheet
from hypothesis import given
from random_banks import answered_banks

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment, assess
from detector.core.bank import Bank, GateKind
from detector.core.robustness.draws import Assumption
from detector.core.verdict.bands import rank

SIX = [f"Q{n}" for n in range(6)]


def ranks_of(bank: Bank, verdicts: list[str]) -> list[int]:
    """How many verdicts are worse than each."""
    return [rank(bank, verdict) for verdict in verdicts]


@given(answered_banks())
def test_shares_add_up_and_name_only_verdicts_inside_the_range(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    found = assess(bank, sheet)
    low, high = ranks_of(bank, [found.verdict.low or "", found.verdict.high or ""])

    for shares in found.outlook.shares.values():
        assert sum(shares.values()) == pytest.approx(1)
        assert all(low <= each <= high for each in ranks_of(bank, list(shares)))


@given(answered_banks())
def test_passed_hard_gates_never_make_a_verdict_worse_and_stay_in_their_range(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    found = assess(bank, sheet)

    assert (found.outlook.if_hard_gates_pass is None) == (found.verdict.if_passed is None)
    if found.outlook.if_hard_gates_pass is not None and found.verdict.if_passed is not None:
        low, high = ranks_of(bank, [*found.verdict.if_passed])
        for shares in found.outlook.if_hard_gates_pass.values():
            assert all(low <= each <= high for each in ranks_of(bank, list(shares)))


@given(answered_banks())
def test_the_likely_range_of_the_score_lies_in_the_possible_one(case: tuple[Bank, AnswerSheet]) -> None:
    found = assess(*case)
    low, high = found.outlook.likely

    assert (found.overall.low or 0) - 1e-9 <= low <= high <= (found.overall.high or 0) + 1e-9


def test_nothing_unknown_leaves_the_first_driver_at_nothing() -> None:
    found = assess(make_bank([make_dimension("one", SIX)]), make_sheet(dict.fromkeys(SIX, 2)))

    assert found.firmness is not None
    assert (found.firmness.unknown.low, found.firmness.unknown.high) == (0, 0)
    assert found.outlook.likely == pytest.approx((2 / 3, 2 / 3))


def test_the_likely_range_holds_eight_of_ten_draws() -> None:
    found = assess(make_bank([make_dimension("one", SIX)]), make_sheet({"Q0": 2, "Q1": 1}))
    low, high = found.outlook.likely
    drawn = found.drawn.drawn.measures.overall[-2000:]

    assert np.mean(drawn < low) <= 0.1
    assert np.mean(drawn > high) <= 0.1
    assert np.mean((drawn >= low) & (drawn <= high)) >= 0.8


def two(known: int, other: int, **gates: GateKind) -> Bank:
    """Two dimensions of a weight, of one question each."""
    return make_bank(
        [make_dimension("a", ["A"], weight=known), make_dimension("b", ["B"], weight=other)],
        gates=[make_gate(each, kind) for each, kind in gates.items()],
    )


def firm(bank: Bank, levels: dict[str, int]) -> Assessment:
    """The assessment of some levels."""
    return assess(bank, make_sheet(levels))


def test_other_weights_matter_where_the_score_is_near_a_line_and_not_where_all_answers_are_equal() -> None:
    near, equal = firm(two(50, 50), {"A": 3, "B": 0}).firmness, firm(two(50, 50), {"A": 1, "B": 1}).firmness

    assert near is not None
    assert equal is not None
    # The score is 50, where "promising" starts: half of all weightings take it under that.
    assert near.weights.said == pytest.approx(0.5, abs=0.05)
    assert sum(near.weight_shares.values()) == pytest.approx(1)
    assert equal.weights.said == 0


def test_other_lines_matter_where_the_score_is_near_one() -> None:
    # The line of the best verdict moves by up to 5 and stands 3.3 above two thirds: it falls under in a sixth.
    found = firm(two(50, 50), {"A": 2, "B": 2}).firmness

    assert found is not None
    assert found.lines.said == pytest.approx(1 / 6, abs=0.03)


def test_counts_of_gates_are_moved_by_one() -> None:
    others = [f"Q{n}" for n in range(20)]
    bank = make_bank(
        [make_dimension("one", ["G0", "G1", *others])],
        gates=[make_gate(each, GateKind.AMBER) for each in ("G0", "G1")],
    )
    found = firm(bank, {"G0": 1, "G1": 1} | dict.fromkeys(others, 3)).firmness

    # Two gates are in doubt and three hold: with two, in a third of the draws, they hold already.
    assert found is not None
    assert found.lines.said == pytest.approx(1 / 3, abs=0.03)


def test_a_gate_that_decides_alone_is_named_with_what_it_would_be_without() -> None:
    found = firm(two(50, 50, A=GateKind.AMBER), {"A": 0, "B": 3}).firmness
    stopped = firm(two(10, 90, A=GateKind.HARD), {"A": 0, "B": 3}).firmness

    assert found is not None
    assert stopped is not None
    assert (found.gates.without, found.gates.holding) == ({}, ())
    assert (stopped.gates.without, stopped.gates.holding) == ({"gate_A": "strong"}, ())


def test_gates_that_hold_together_are_named_where_taking_one_away_changes_nothing() -> None:
    found = firm(two(50, 50, A=GateKind.HARD, B=GateKind.HARD), {"A": 0, "B": 0}).firmness

    assert found is not None
    assert (found.gates.without, found.gates.holding) == ({}, ("gate_A", "gate_B"))


@pytest.mark.parametrize(
    ("levels", "view"),
    [
        pytest.param(dict.fromkeys([*SIX[1:]], 3), None, id="a hard gate is open"),
        pytest.param(dict.fromkeys(SIX, 3), "strong", id="all is known"),
        pytest.param({"Q0": 3, "Q1": 2}, None, id="little is known"),
    ],
)
def test_enough_for_a_first_view(levels: dict[str, int], view: str | None) -> None:
    found = assess(make_bank([make_dimension("one", SIX)], gates=[make_gate("Q0")]), make_sheet(levels))

    assert found.first_view == view


def test_more_known_that_is_alike_makes_what_is_unknown_alike() -> None:
    names = [f"Q{n}" for n in range(20)]
    bank = make_bank([make_dimension("one", names)])
    few, many = (assess(bank, make_sheet(dict.fromkeys(names[:n], 3))).outlook for n in (6, 15))

    shares = [each.shares[Assumption.ALIKE]["strong"] for each in (few, many)]
    assert shares[0] < shares[1]
