"""The ladder: which verdict a score, the headline scores and the gates allow."""

import pytest
from builders import BANDS, make_bank, make_dimension

from detector.core.bank import GateKind
from detector.core.gates import GateState
from detector.core.verdict.bands import (
    band_rules,
    bands_by_rank,
    rank,
    rank_by_gates,
    rank_by_headlines,
    rank_by_score,
    reaches,
    verdict_rank,
)

BANK = make_bank([make_dimension("market", ["MKT1"])])


def verdict_at(
    overall: float, lowest_headline: float | None = None, gates: tuple[tuple[GateKind, GateState], ...] = ()
) -> str:
    """The verdict these give, by its id."""
    rules = band_rules(BANK)
    return rules.verdicts[verdict_rank(rules, overall, lowest_headline, gates)]


def test_verdicts_rank_from_the_worst_however_the_bank_lists_them() -> None:
    mixed = BANK.model_copy(update={"bands": (BANDS[2], BANDS[4], BANDS[0], BANDS[3], BANDS[1])})

    assert [band.id for band in bands_by_rank(mixed)] == ["stop", "not_suited", "weak", "promising", "strong"]


def test_the_rank_of_a_verdict_counts_the_worse_ones() -> None:
    assert [rank(BANK, verdict) for verdict in ("stop", "weak", "strong")] == [0, 2, 4]


@pytest.mark.parametrize(
    ("overall", "verdict"),
    [
        pytest.param(0, "not_suited", id="a score alone never stops"),
        pytest.param(0.3499, "not_suited", id="just under weak"),
        pytest.param(0.35, "weak", id="weak begins at 35"),
        pytest.param(0.4999, "weak", id="just under promising"),
        pytest.param(0.5, "promising", id="promising begins at 50"),
        pytest.param(0.6999, "promising", id="just under strong"),
        pytest.param(0.7, "strong", id="strong begins at 70"),
        pytest.param(1, "strong", id="nothing is above strong"),
    ],
)
def test_the_score_alone(overall: float, verdict: str) -> None:
    assert verdict_at(overall) == verdict


@pytest.mark.parametrize(
    ("lowest", "verdict"),
    [
        pytest.param(None, "strong", id="no headline score holds nothing down"),
        pytest.param(0.4, "strong", id="40 is enough"),
        pytest.param(0.3999, "promising", id="under 40 is at most promising"),
        pytest.param(0.25, "promising", id="25 is not under 25"),
        pytest.param(0.2499, "weak", id="under 25 is at most weak"),
    ],
)
def test_the_lowest_headline_score_holds_a_full_score_down(lowest: float | None, verdict: str) -> None:
    assert verdict_at(1, lowest) == verdict


@pytest.mark.parametrize(
    ("kind", "state", "verdict"),
    [
        pytest.param(GateKind.HARD, GateState.FAILED, "stop", id="a failed hard gate stops"),
        pytest.param(GateKind.HARD, GateState.OPEN, "promising", id="an open hard gate is at most promising"),
        pytest.param(GateKind.HARD, GateState.WARNING, "strong", id="a warning on a hard gate holds nothing down"),
        pytest.param(GateKind.HARD, GateState.WAIVED, "strong", id="nor does a waived one"),
        pytest.param(GateKind.AMBER, GateState.FAILED, "promising", id="a failed amber gate is at most promising"),
        pytest.param(GateKind.AMBER, GateState.OPEN, "strong", id="an open amber gate holds nothing down"),
        pytest.param(GateKind.AMBER, GateState.PASSED, "strong", id="nor does a passed one"),
    ],
)
def test_a_gate_holds_a_full_score_down(kind: GateKind, state: GateState, verdict: str) -> None:
    assert verdict_at(1, gates=((GateKind.HARD, GateState.PASSED), (kind, state))) == verdict


def test_the_strictest_rule_decides() -> None:
    assert verdict_at(0.2, 0.3, ((GateKind.AMBER, GateState.FAILED),)) == "not_suited"


def test_where_nothing_holds_it_down_the_best_verdict_is_left() -> None:
    rules = band_rules(BANK)

    assert (rank_by_headlines(rules, None), rank_by_gates(rules, [])) == (4, 4)


def test_a_score_below_every_band_is_the_worst_verdict() -> None:
    rules = band_rules(BANK.model_copy(update={"bands": BANDS[:3], "caps": ()}))

    assert rank_by_score(rules, 0.1) == 0


def test_a_bank_without_caps_leaves_the_score_alone() -> None:
    rules = band_rules(make_bank([make_dimension("market", ["MKT1"])], caps=[]))

    found = verdict_rank(rules, 1, 0, [(GateKind.HARD, GateState.FAILED)])

    assert rules.verdicts[found] == "strong"


@pytest.mark.parametrize(
    ("score", "threshold", "reached"),
    [
        pytest.param(0.1 + 0.2, 0.3, True, id="above"),
        pytest.param(0.7 - 1e-12, 0.7, True, id="what adding up loses is forgiven"),
        pytest.param(0.7 - 1e-6, 0.7, False, id="a real difference is not"),
    ],
)
def test_a_threshold_is_reached(score: float, threshold: float, reached: bool) -> None:
    assert reaches(score, threshold) is reached
