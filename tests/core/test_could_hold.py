"""What could still hold a verdict down, and what is weak without holding it."""

import pytest
from builders import DONT_KNOW, make_bank, make_dimension, make_gate, make_sheet

from detector.core.answers import Answer
from detector.core.bank import Bank, CapRule, GateKind
from detector.core.gates import gate_results
from detector.core.scoring import combine, score_dimensions
from detector.core.verdict.verdict import Verdict, decide

Answers = dict[str, int | Answer]
AMBER = [f"LAW{n}" for n in range(1, 5)]
BANK = make_bank(
    [
        make_dimension("market", [f"MKT{n}" for n in range(4)], headline=True),
        make_dimension("law", ["LAW0", *AMBER]),
        make_dimension("rest", ["RST1"], weight=80),
    ],
    gates=[make_gate("LAW0"), *(make_gate(each, GateKind.AMBER) for each in AMBER)],
)
ALL_THREE: Answers = {question.id: 3 for part in BANK.dimensions for question in part.questions}


def verdict_of(answers: Answers, bank: Bank = BANK) -> Verdict:
    """The verdict where all else is at level 3."""
    sheet = make_sheet(ALL_THREE | answers)
    dimensions = score_dimensions(bank, sheet)
    return decide(bank, combine("overall", dimensions), dimensions, gate_results(bank, sheet))


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        pytest.param({}, [], id="nothing is open"),
        pytest.param({"LAW0": DONT_KNOW}, [("hard_gate_failed", "gate_LAW0")], id="a hard gate"),
        pytest.param({"LAW1": DONT_KNOW}, [("amber_gate_failed", "gate_LAW1")], id="an amber gate"),
        pytest.param(
            {"LAW1": DONT_KNOW, "LAW0": DONT_KNOW},
            [("hard_gate_failed", "gate_LAW0"), ("weak_points", ""), ("amber_gate_failed", "gate_LAW1")],
            id="the strictest first, with the points they could bring together",
        ),
        pytest.param(
            {"MKT0": DONT_KNOW, "MKT1": 1},
            [],
            id="a headline dimension that cannot end under a line: 58 at the least",
        ),
        pytest.param(
            {"MKT0": DONT_KNOW, "MKT1": DONT_KNOW, "MKT2": 2},
            [("headline_low", "market")],
            id="a headline dimension that can end at 42",
        ),
        pytest.param(
            {"MKT0": DONT_KNOW, "MKT1": DONT_KNOW, "MKT2": DONT_KNOW, "MKT3": 2},
            [("headline_very_low", "market")],
            id="one that is held already can still be held lower",
        ),
        pytest.param({"RST1": DONT_KNOW}, [], id="what is no gate and no headline"),
        pytest.param(
            {"LAW0": 0, "LAW1": DONT_KNOW, "MKT0": DONT_KNOW},
            [],
            id="nothing holds a verdict down that can be no better anyway",
        ),
    ],
)
def test_what_could_still_hold_it(answers: Answers, found: list[tuple[str, str]]) -> None:
    assert [(each.rule.value, each.about) for each in verdict_of(answers).could_hold] == found


def test_an_open_gate_says_what_would_follow() -> None:
    (hard,) = verdict_of({"LAW0": DONT_KNOW}).could_hold

    assert hard.because == ("The hard gate 'Gate LAW0' is not known. If it fails, the verdict is at most 'Stop'.")


def test_a_headline_dimension_says_where_it_can_end() -> None:
    (market,) = verdict_of({"MKT0": DONT_KNOW, "MKT1": DONT_KNOW, "MKT2": 2}).could_hold

    assert market.because == "Market can still end at 42, under 50. Then the verdict is at most 'Promising'."


def test_weak_points_say_how_many_are_left() -> None:
    found = verdict_of({"LAW1": 1, "LAW2": 1, "LAW3": DONT_KNOW}).could_hold

    assert found[0].because == "There are 2 weak points at the gates so far. From 4 on, the verdict is at most 'Weak'."


def test_where_no_gate_is_weak_yet_no_nought_is_told() -> None:
    found = verdict_of({"LAW1": DONT_KNOW, "LAW2": DONT_KNOW}).could_hold

    assert [each.because for each in found if each.rule is CapRule.WEAK_POINTS] == [
        "With 4 weak points at the gates, the verdict is at most 'Weak'."
    ]


@pytest.mark.parametrize(
    ("answers", "weak"),
    [
        pytest.param({"LAW1": 1, "LAW2": 1}, ("gate_LAW1", "gate_LAW2"), id="two amber gates hold nothing"),
        pytest.param({"LAW1": 1, "LAW2": 1, "LAW3": 1}, (), id="three hold it, and are not listed again"),
        pytest.param({"LAW0": 1, "LAW1": 1}, ("gate_LAW1",), id="an unclear hard gate holds it"),
        pytest.param({"MKT0": 1, "LAW1": 0}, (), id="gates at 1 only"),
    ],
)
def test_gates_that_are_weak_and_do_not_hold_it(answers: Answers, weak: tuple[str, ...]) -> None:
    assert verdict_of(answers).weak == weak
