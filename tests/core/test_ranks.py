"""The one function that ranks sheets: what a score gives, and what holds it down."""

from dataclasses import replace

import numpy as np
import pytest
from builders import make_bank, make_dimension, make_gate
from hypothesis import given
from hypothesis import strategies as st

from detector.core.bank import CapRule, GateKind
from detector.core.verdict.ranks import VerdictRules, coverage, overall_scores, ranks, verdict_rules
from detector.core.verdict.sheets import ABSENT, OPEN, Sheets

HARD, AMBER = ["H1", "H2"], ["A1", "A2", "A3", "A4"]
BANK = make_bank(
    [make_dimension("market", ["MKT1"], headline=True, weight=20), make_dimension("law", HARD + AMBER, weight=80)],
    gates=[*(make_gate(each) for each in HARD), *(make_gate(each, GateKind.AMBER) for each in AMBER)],
)
RULES = verdict_rules(BANK)
GATES = len(BANK.gates)
PASSED = [3] * GATES


def row(points: list[float], known: list[float] | None = None, gates: list[int] | None = None) -> Sheets:
    """One sheet of the bank here; all known and every gate passed unless said otherwise."""
    return Sheets(
        points=np.array([points]),
        known=np.array([known or [1.0] * len(points)]),
        applies=np.array([True] * len(points)),
        gates=np.array([gates or PASSED], dtype=np.int8),
    )


def verdict(sheet: Sheets, rules: VerdictRules = RULES) -> str:
    """The id of a single sheet's verdict."""
    return rules.verdicts[int(ranks(rules, sheet)[0])]


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        pytest.param(0, "not_suited", id="a score alone never stops"),
        pytest.param(0.3499, "not_suited", id="just under weak"),
        pytest.param(0.35, "weak", id="weak begins at 35"),
        pytest.param(0.4999, "weak", id="just under promising"),
        pytest.param(0.5, "promising", id="promising begins at 50"),
        pytest.param(0.6999, "promising", id="just under strong"),
        pytest.param(0.7 - 1e-12, "strong", id="what adding up loses is forgiven"),
        pytest.param(1, "strong", id="nothing is above strong"),
    ],
)
def test_the_score_alone(score: float, expected: str) -> None:
    rules = replace(RULES, ceilings=())

    assert verdict(row([score, score]), rules) == expected


def test_a_score_below_every_band_is_the_worst_verdict() -> None:
    rules = replace(RULES, starts=np.array([0.5, 0.7]), start_ranks=np.array([3, 4]))

    assert verdict(row([0.1, 0.1]), rules) == "stop"


@pytest.mark.parametrize(
    ("points", "known", "expected"),
    [
        pytest.param(0.5, 1, "strong", id="50 is enough"),
        pytest.param(0.4999, 1, "promising", id="under 50 is at most promising"),
        pytest.param(0.25, 1, "promising", id="25 is not under 25"),
        pytest.param(0.2499, 1, "weak", id="under 25 is at most weak"),
        pytest.param(0.25, 0.25, "strong", id="a quarter known good and the rest weak comes to 50"),
        pytest.param(0.2, 0.2, "promising", id="less than a quarter known is not known to be sound"),
        pytest.param(0, 0, "promising", id="nothing known holds it, and no more: it can still become good"),
        pytest.param(0.1, 0.8, "promising", id="it can still reach 30"),
        pytest.param(0.1, 0.9, "weak", id="it can reach 20 at best"),
    ],
)
def test_the_lowest_headline_dimension_holds_a_full_score_down(points: float, known: float, expected: str) -> None:
    heavy_elsewhere = replace(RULES, weights=np.array([0.001, 1]))

    assert verdict(row([points, 1], [known, 1]), heavy_elsewhere) == expected


def test_a_headline_dimension_in_which_nothing_applies_holds_nothing() -> None:
    sheet = replace(row([0, 1], [0.0, 1.0]), applies=np.array([False, True]))

    assert verdict(sheet) == "strong"


@pytest.mark.parametrize(
    ("gates", "expected"),
    [
        pytest.param([3, 3, 3, 3, 3, 3], "strong", id="all passed"),
        pytest.param([2, 2, 2, 2, 2, 2], "strong", id="two is passed, too"),
        pytest.param([ABSENT] * 6, "strong", id="what is waived or not asked counts nowhere"),
        pytest.param([0, 3, 3, 3, 3, 3], "stop", id="a failed hard gate"),
        pytest.param([3, 1, 3, 3, 3, 3], "promising", id="an unclear hard gate"),
        pytest.param([3, OPEN, 3, 3, 3, 3], "promising", id="an open hard gate"),
        pytest.param([3, 3, 0, 3, 3, 3], "promising", id="a failed amber gate"),
        pytest.param([3, 3, 1, OPEN, 3, 3], "strong", id="two amber gates in doubt"),
        pytest.param([3, 3, 1, OPEN, 1, 3], "promising", id="three amber gates in doubt"),
        pytest.param([3, 3, OPEN, OPEN, OPEN, OPEN], "promising", id="what is open is in doubt, and not weak"),
        pytest.param([3, 3, 1, 1, 1, 3], "promising", id="three weak points"),
        pytest.param([3, 3, 1, 1, 1, 1], "weak", id="four weak points"),
        pytest.param([3, 3, 0, 0, 3, 3], "weak", id="a failed gate is two weak points"),
        pytest.param([1, 3, 0, 1, 3, 3], "weak", id="hard gates give weak points like amber ones"),
        pytest.param([0, OPEN, 0, 0, 0, 0], "stop", id="the strictest rule decides"),
    ],
)
def test_gates_hold_a_full_score_down(gates: list[int], expected: str) -> None:
    assert verdict(row([1, 1], gates=gates)) == expected


def test_a_bank_without_caps_or_gates_leaves_the_score_alone() -> None:
    bank = make_bank([make_dimension("market", ["MKT1"], headline=True)], caps=[])
    sheet = Sheets(np.array([[1.0]]), np.array([[1.0]]), np.array([True]), np.zeros((1, 0), dtype=np.int8))

    assert verdict(sheet, verdict_rules(bank)) == "strong"


def test_the_overall_score_weighs_each_answer_by_its_own_weight() -> None:
    (score,) = overall_scores(RULES, row([0.5, 0], [0.5, 0.1]))

    assert score == pytest.approx(20 * 0.5 / (20 * 0.5 + 80 * 0.1))


def test_without_any_known_answer_there_is_no_score() -> None:
    (score,) = overall_scores(RULES, row([0, 0], [0.0, 0.0]))

    assert np.isnan(score)


def test_coverage_is_of_what_applies() -> None:
    sheet = replace(row([0.5, 0], [0.5, 0.0]), applies=np.array([True, False]))

    assert [*coverage(RULES, sheet)] == [0.5]
    assert [*coverage(RULES, replace(sheet, applies=np.array([True, True])))] == [pytest.approx(0.1)]
    assert [*coverage(RULES, replace(row([0, 0], [0.0, 0.0]), applies=np.array([False, False])))] == [0]


@st.composite
def sheets(draw: st.DrawFn, most: int = 6) -> Sheets:
    """Some sheets of the bank here, each with anything known."""
    number = draw(st.integers(1, most))
    shares = st.sampled_from([0, 0.25, 1 / 3, 0.5, 0.7, 1])
    known = np.array([[draw(shares), draw(shares)] for _ in range(number)])
    values = np.array([[draw(shares), draw(shares)] for _ in range(number)])
    levels = st.sampled_from([ABSENT, OPEN, 0, 1, 2, 3])
    gates = np.array([[draw(levels) for _ in range(GATES)] for _ in range(number)], dtype=np.int8)
    return Sheets(known * values, known, np.array([True, True]), gates)


@given(sheets())
def test_many_sheets_rank_as_each_does_alone(many: Sheets) -> None:
    alone = [
        ranks(RULES, Sheets(many.points[at : at + 1], many.known[at : at + 1], many.applies, many.gates[at : at + 1]))
        for at in range(len(many.points))
    ]

    assert [*ranks(RULES, many)] == [int(each[0]) for each in alone]


@given(sheets(most=1), st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), min_size=1, max_size=5))
def test_one_sheet_under_many_weightings_ranks_as_under_each(sheet: Sheets, weightings: list[tuple[int, int]]) -> None:
    weights = np.array(weightings, dtype=np.float64)

    assert [*ranks(RULES, sheet, weights)] == [int(ranks(RULES, sheet, each)[0]) for each in weights]


@given(sheets(most=1), st.lists(st.integers(-5, 5), min_size=1, max_size=5))
def test_one_sheet_under_many_shifted_lines_ranks_as_under_each(sheet: Sheets, shifts: list[int]) -> None:
    def shifted(by: np.ndarray[tuple[int], np.dtype[np.float64]] | float) -> VerdictRules:
        by = np.asarray(by)
        return replace(
            RULES,
            starts=RULES.starts + by[..., np.newaxis],
            ceilings=tuple(
                replace(each, line=each.line + (np.sign(by) if each.rule is CapRule.WEAK_POINTS else by))
                for each in RULES.ceilings
            ),
        )

    together = ranks(shifted(np.array(shifts) / 100), sheet)

    assert [*together] == [int(ranks(shifted(by / 100), sheet)[0]) for by in shifts]
