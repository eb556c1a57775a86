"""What clearing one answer would bring, in verdicts and in overall score."""

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_gate, make_question, make_sheet
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import cases, with_answer

from detector.core.answers import Answer, AnswerSheet
from detector.core.assessment import assess
from detector.core.bank import Bank, GateKind
from detector.core.gates import gate_results
from detector.core.robustness.gains import Gain, gain, outlook
from detector.core.scoring import score_dimensions
from detector.core.verdict.bands import rank

BANK = make_bank(
    [
        make_dimension("market", [make_question("MKT1", weight=3), "MKT2"], weight=20, headline=True),
        make_dimension("law", ["LAW1", "LAW2"], weight=80),
    ],
    gates=[make_gate("LAW1"), make_gate("LAW2", GateKind.AMBER)],
)


def gain_from(bank: Bank, sheet: AnswerSheet, question_id: str) -> Gain | None:
    """What clearing this question would bring, or None while nothing has a score."""
    dimensions = score_dimensions(bank, sheet)
    now = outlook(bank, dimensions, gate_results(bank, sheet))
    dimension, part = next(
        (dimension, part)
        for dimension in dimensions
        for part in dimension.contributions
        if part.question_id == question_id
    )
    return None if now is None else gain(now, dimension, part)


@pytest.mark.parametrize(
    ("answers", "question_id", "verdicts", "score"),
    [
        pytest.param(
            {"MKT1": 0, "MKT2": 3, "LAW1": 3, "LAW2": 3}, "MKT1", 1, 0.1, id="a low headline dimension rises to strong"
        ),
        pytest.param(
            {"MKT1": 3, "MKT2": 0, "LAW1": 2, "LAW2": 1}, "MKT2", 0, 1 / 30, id="a higher score in the same band"
        ),
        pytest.param(
            {"MKT1": 3, "MKT2": 3, "LAW1": 0, "LAW2": 3}, "LAW1", 4, 4 / 15, id="a failed hard gate clears to strong"
        ),
        pytest.param(
            {"MKT1": 3, "MKT2": 3, "LAW1": 0, "LAW2": 0}, "LAW1", 2, 4 / 15, id="where the score stays weak, to weak"
        ),
        pytest.param(
            {"MKT1": 3, "MKT2": 3, "LAW1": DONT_KNOW, "LAW2": 3},
            "LAW1",
            1,
            -2 / 15,
            id="an open hard gate clears although the score falls",
        ),
        pytest.param(
            {"LAW1": 2, "LAW2": 2}, "MKT1", 0, 0, id="a first answer in a dimension, at the level of the rest"
        ),
        pytest.param({"LAW1": 3, "LAW2": 3}, "MKT1", 0, -1 / 15, id="a first answer below the rest pulls down"),
        pytest.param(
            {"MKT1": DONT_KNOW, "MKT2": 0, "LAW1": 3, "LAW2": 3}, "MKT1", 2, 0.1, id="an unknown joins the known ones"
        ),
    ],
)
def test_what_clearing_an_answer_brings(
    answers: dict[str, int | Answer], question_id: str, verdicts: int, score: float
) -> None:
    found = gain_from(BANK, make_sheet(answers), question_id)

    assert found == Gain(verdicts, pytest.approx(score))  # pyright: ignore[reportArgumentType] - stands in for a float


def test_while_nothing_has_a_score_there_is_nothing_to_measure_against() -> None:
    assert gain_from(BANK, make_sheet({"MKT1": DONT_KNOW}), "MKT1") is None


@given(cases(), st.data())
def test_clearing_brings_what_assessing_the_cleared_sheet_shows(
    case: tuple[Bank, AnswerSheet], data: st.DataObject
) -> None:
    bank, sheet = case
    before = assess(bank, sheet)
    assume(before.verdict.id is not None and before.actions)
    question_id = data.draw(st.sampled_from(before.actions)).question_id

    found = gain_from(bank, sheet, question_id)

    after = assess(bank, with_answer(sheet, question_id, at_level(2)))
    assert found is not None
    assert found.verdicts == rank(bank, after.verdict.id or "") - rank(bank, before.verdict.id or "")
    assert found.score == pytest.approx((after.overall.score or 0) - (before.overall.score or 0))
