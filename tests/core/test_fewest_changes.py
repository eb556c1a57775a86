"""The fewest steps on known answers to another verdict, up and down."""

import pytest
from builders import (
    DONT_KNOW,
    at_level,
    make_bank,
    make_dimension,
    make_gate,
    make_question,
    make_sheet,
    not_applicable,
)

from detector.core.answers import Answer, AnswerSheet
from detector.core.bank import Bank, GateKind
from detector.core.gates import gate_results
from detector.core.robustness.baseline import baseline
from detector.core.robustness.fewest_changes import (
    FewestChanges,
    LevelChange,
    fewest_changes_down,
    fewest_changes_up,
)
from detector.core.scoring import score_dimensions


def steps_of(bank: Bank, sheet: AnswerSheet) -> tuple[FewestChanges | None, FewestChanges | None]:
    """The fewest steps up and down."""
    now = baseline(bank, sheet, score_dimensions(bank, sheet), gate_results(bank, sheet))
    return fewest_changes_up(now), fewest_changes_down(now)


TWO_AND_A_GATE = make_bank(
    [make_dimension("plain", ["P1", "P2"], weight=30), make_dimension("gated", ["G1", "G2"])],
    gates=[make_gate("G1", GateKind.HARD), make_gate("G2", GateKind.AMBER)],
)


@pytest.mark.parametrize(
    ("answers", "steps", "verdict"),
    [
        pytest.param(
            {"P1": 3, "P2": 3, "G1": 0, "G2": 3},
            [LevelChange("G1", 0, 1)],
            "promising",
            id="a failed hard gate is left first, and is then unclear",
        ),
        pytest.param(
            {"P1": 3, "P2": 3, "G1": 3, "G2": 0},
            [LevelChange("G2", 0, 1)],
            "strong",
            id="a failed amber gate holds the top back",
        ),
        pytest.param(
            {"P1": 3, "P2": 2, "G1": 1, "G2": 0},
            [LevelChange("G1", 1, 2), LevelChange("G2", 0, 1)],
            "strong",
            id="an unclear hard gate and a failed amber one both hold the top back",
        ),
        pytest.param(
            {"P1": 0, "P2": 0, "G1": 0, "G2": 0},
            [LevelChange("G1", 0, 1)],
            "not_suited",
            id="an amber gate may stay failed where the better verdict allows it",
        ),
        pytest.param(
            {"P1": 1, "P2": 1, "G1": 1, "G2": 1},
            [LevelChange("P1", 1, 2)],
            "weak",
            id="the question that moves the score most, and of equal ones the first",
        ),
        pytest.param(
            {"P1": 1, "P2": 2, "G1": 2, "G2": 2},
            [LevelChange("P1", 1, 3)],
            "strong",
            id="two steps of one question are one entry",
        ),
        pytest.param(
            {"P1": at_level(3, evidence=1), "P2": 2, "G1": 2, "G2": 2},
            [LevelChange("P1", 2, 3, needs_evidence=True)],
            "strong",
            id="what was capped for want of evidence steps up with evidence",
        ),
        pytest.param(
            {"P1": 0, "P2": DONT_KNOW, "G1": not_applicable(), "G2": 2},
            [LevelChange("P1", 0, 1)],
            "weak",
            id="unknown and not applicable answers take no steps",
        ),
    ],
)
def test_fewest_steps_up(answers: dict[str, int | Answer], steps: list[LevelChange], verdict: str) -> None:
    sheet = make_sheet(answers)

    up, _ = steps_of(TWO_AND_A_GATE, sheet)

    assert up == FewestChanges(verdict, tuple(steps), sum(step.to_level - step.from_level for step in steps))


@pytest.mark.parametrize(
    ("answers", "steps", "verdict"),
    [
        pytest.param({"P1": 3, "P2": 3, "G1": 1, "G2": 3}, [LevelChange("G1", 1, 0)], "stop", id="a hard gate fails"),
        pytest.param(
            {"P1": 3, "P2": 3, "G1": 3, "G2": 1}, [LevelChange("G2", 1, 0)], "promising", id="an amber gate fails"
        ),
        pytest.param(
            {"P1": 1, "P2": 3, "G1": 3, "G2": 3}, [LevelChange("P1", 1, 0)], "promising", id="too low a score"
        ),
        pytest.param(
            {"P1": 2, "P2": 2, "G1": 3, "G2": 0},
            [LevelChange("P1", 2, 0)],
            "weak",
            id="where an amber gate has failed already it takes the score",
        ),
    ],
)
def test_fewest_steps_down(answers: dict[str, int | Answer], steps: list[LevelChange], verdict: str) -> None:
    sheet = make_sheet(answers)

    _, down = steps_of(TWO_AND_A_GATE, sheet)

    assert down == FewestChanges(verdict, tuple(steps), sum(step.from_level - step.to_level for step in steps))


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({"P1": 3, "P2": 3, "G1": 3, "G2": 3}, id="nothing is better than the best verdict"),
        pytest.param({"P1": 3, "P2": 3, "G2": 3}, id="a hard gate nobody knows holds the top back"),
        pytest.param({"P1": 3, "P2": 3, "G1": DONT_KNOW, "G2": 0}, id="an open hard gate beside a failed amber one"),
    ],
)
def test_no_steps_lift_the_verdict(answers: dict[str, int | Answer]) -> None:
    up, _ = steps_of(TWO_AND_A_GATE, make_sheet(answers))

    assert up is None


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({"P1": 3, "P2": 3, "G1": 0, "G2": 3}, id="stopped already"),
        pytest.param({"P1": 1, "P2": 0, "G1": not_applicable(), "G2": 0}, id="the lowest verdict a score gives"),
    ],
)
def test_no_steps_drop_the_verdict(answers: dict[str, int | Answer]) -> None:
    _, down = steps_of(TWO_AND_A_GATE, make_sheet(answers))

    assert down is None


def test_headline_dimension_is_lifted_over_its_threshold_by_its_heaviest_question() -> None:
    headline = make_dimension("head", [make_question("H1"), make_question("H2", weight=4)], weight=1, headline=True)
    bank = make_bank([headline, make_dimension("rest", ["R1"], weight=99)])

    up, down = steps_of(bank, make_sheet({"H1": 0, "H2": 1, "R1": 3}))

    assert up == FewestChanges("strong", (LevelChange("H2", 1, 2),), 1)
    assert down == FewestChanges("weak", (LevelChange("H2", 1, 0),), 1)


def test_first_what_gates_then_what_headlines_then_what_the_score_needs() -> None:
    bank = make_bank(
        [
            make_dimension("big", ["B1"], weight=80),
            make_dimension("head", ["H1"], weight=10, headline=True),
            make_dimension("gated", ["G1"], weight=10),
        ],
        gates=[make_gate("G1", GateKind.AMBER)],
    )

    up, _ = steps_of(bank, make_sheet({"B1": 2, "H1": 1, "G1": 0}))

    assert up is not None
    assert [step.question_id for step in up.steps] == ["G1", "H1", "B1"]


def test_a_question_that_leaves_a_failed_gate_is_stepped_no_further_than_the_top() -> None:
    others = [make_question(f"Q{n}", weight=14) for n in range(6)]
    bank = make_bank(
        [make_dimension("all", [make_question("G1", weight=15), *others])], gates=[make_gate("G1", GateKind.AMBER)]
    )

    up, _ = steps_of(bank, make_sheet({"G1": 0, "Q0": 1, "Q1": 2, "Q2": 2, "Q3": 2, "Q4": 2, "Q5": 2}))

    assert up == FewestChanges("strong", (LevelChange("G1", 0, 3), LevelChange("Q0", 1, 2)), 4)


def test_equal_gains_keep_the_banks_order_even_where_fractions_differ_in_the_last_digit() -> None:
    thirds = make_dimension("thirds", ["A1", "A2", "A3"], weight=3)
    one = make_dimension("one", ["B1"], weight=1)
    bank = make_bank([thirds, one, make_dimension("rest", ["C1"], weight=0.1)])

    up, _ = steps_of(bank, make_sheet({"A1": 1, "A2": 1, "A3": 1, "B1": 1, "C1": 1}))

    assert up == FewestChanges("weak", (LevelChange("A1", 1, 2),), 1)


def test_of_the_gates_in_doubt_the_one_that_its_dimension_needs_anyway_takes_the_step() -> None:
    bank = make_bank(
        [
            make_dimension("head", ["L0", "L1"], weight=10, headline=True),
            make_dimension("heavy", ["V0", "V1", make_question("V2", weight=10)], weight=90),
        ],
        gates=[make_gate(each, GateKind.AMBER) for each in ("L0", "V0", "V1")],
    )

    up, _ = steps_of(bank, make_sheet({"L0": 1, "L1": 1, "V0": 1, "V1": 1, "V2": 3}))

    assert up == FewestChanges("strong", (LevelChange("L0", 1, 2),), 1)


def test_too_many_weak_points_are_the_cheapest_way_down() -> None:
    gates = [f"G{n}" for n in range(4)]
    bank = make_bank(
        [make_dimension("all", [*gates, *(f"Q{n}" for n in range(9))])],
        gates=[make_gate(each, GateKind.AMBER) for each in gates],
    )
    answers = {"G0": 0, "G1": 1, "G2": 2, "G3": 3} | {f"Q{n}": 3 for n in range(9)}

    _, down = steps_of(bank, make_sheet(answers))

    assert down == FewestChanges("weak", (LevelChange("G1", 1, 0),), 1)


def test_what_the_law_says_is_never_a_step() -> None:
    fixed = make_question("F1").model_copy(update={"not_a_step": True})
    bank = make_bank([make_dimension("one", [fixed]), make_dimension("two", ["Q1"])], gates=[make_gate("F1")])

    assert steps_of(bank, make_sheet({"F1": 0, "Q1": 3})) == (None, None)
    up, down = steps_of(bank, make_sheet({"F1": 2, "Q1": 2}))
    assert up == FewestChanges("strong", (LevelChange("Q1", 2, 3),), 1)
    assert down is not None
    assert [step.question_id for step in down.steps] == ["Q1"]
