"""Confidence: how much is answered, how much stands behind it, and how far people agree."""

from dataclasses import replace

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_question, make_sheet, not_applicable

from detector.core.answers import Answer, AnswerSheet, WorkshopResult
from detector.core.bank import AnswerIs
from detector.core.verdict.confidence import confidence, workshop_agreement

Answers = dict[str, int | Answer]


def agreed(sheet: AnswerSheet, agreement: float) -> AnswerSheet:
    """The sheet with a workshop that agreed so far (-1 to 1) on its first question."""
    return replace(sheet, workshop={"MKT1": WorkshopResult("2026-11-22", 1, 9, 2, 2, agreement)})


BANK = make_bank([make_dimension("market", ["MKT1", "MKT2"]), make_dimension("law", ["LAW1", "LAW2", "LAW3"])])
ALL = ("MKT1", "MKT2", "LAW1", "LAW2", "LAW3")


@pytest.mark.parametrize(
    ("answers", "agreement", "parts"),
    [
        pytest.param({}, None, (0, 0, 0), id="nothing answered"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 3)), None, (1, 1, 1), id="everything known and verified"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 0)), None, (0.5, 1, 0), id="without agreement, half each"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 0)), 1.0, (0.6, 1, 0), id="agreement counts a fifth"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 3)), -1.0, (0.8, 1, 1), id="and can be missing"),
        pytest.param(
            {"MKT1": at_level(0, 3), "MKT2": at_level(1, 0), "LAW1": DONT_KNOW, "LAW2": not_applicable()},
            None,
            (0.5, 0.5, 0.5),
            id="known of asked, and the mean grade of the known",
        ),
    ],
)
def test_confidence(answers: Answers, agreement: float | None, parts: tuple[float, float, float]) -> None:
    sheet = make_sheet(answers) if agreement is None else agreed(make_sheet(answers), agreement)

    found = confidence(BANK, sheet)

    assert (found.total, found.coverage, found.evidence) == pytest.approx(parts)
    assert found.agreement == (None if agreement is None else (agreement + 1) / 2)


@pytest.mark.parametrize(
    ("found", "share"),
    [
        pytest.param([], None, id="no workshop"),
        pytest.param([None], None, id="a workshop of too few to tell"),
        pytest.param([1.0, -1.0, None], 0.5, id="the mean over the questions that can be told"),
    ],
)
def test_agreement_comes_from_workshops(found: list[float | None], share: float | None) -> None:
    results = {ALL[index]: WorkshopResult("2026-11-22", 1, 9, 2, None, one) for index, one in enumerate(found)}

    assert workshop_agreement(replace(make_sheet(), workshop=results)) == share


@pytest.mark.parametrize(
    ("grade", "provisional"),
    [pytest.param(0, False, id="50 is enough"), pytest.param(None, True, id="under 50 is provisional")],
)
def test_a_result_with_little_behind_it_is_provisional(grade: int | None, provisional: bool) -> None:
    answers: Answers = dict.fromkeys(ALL, at_level(2, 0))
    if grade is None:
        answers["LAW3"] = DONT_KNOW

    assert confidence(BANK, make_sheet(answers)).provisional is provisional


def test_a_question_that_another_answer_rules_out_is_not_asked_for() -> None:
    if_market_is_poor = AnswerIs(question="MKT1", under=1)
    bank = make_bank([make_dimension("market", ["MKT1", make_question("MKT2", when=if_market_is_poor)])])

    assert confidence(bank, make_sheet({"MKT1": 1})).coverage == 1
