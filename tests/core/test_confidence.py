"""Confidence: how much is answered, how much stands behind it, and how far people agree."""

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_question, make_sheet, not_applicable

from detector.core.answers import Answer
from detector.core.bank import AnswerIs
from detector.core.verdict import confidence

Answers = dict[str, int | Answer]

BANK = make_bank([make_dimension("market", ["MKT1", "MKT2"]), make_dimension("law", ["LAW1", "LAW2", "LAW3"])])
ALL = ("MKT1", "MKT2", "LAW1", "LAW2", "LAW3")


@pytest.mark.parametrize(
    ("answers", "agreement", "parts"),
    [
        pytest.param({}, None, (0, 0, 0), id="nothing answered"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 3)), None, (1, 1, 1), id="everything known and verified"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 0)), None, (0.5, 1, 0), id="without agreement, half each"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 0)), 1.0, (0.6, 1, 0), id="agreement counts a fifth"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 3)), 0.0, (0.8, 1, 1), id="and can be missing"),
        pytest.param(
            {"MKT1": at_level(0, 3), "MKT2": at_level(1, 0), "LAW1": DONT_KNOW, "LAW2": not_applicable()},
            None,
            (0.5, 0.5, 0.5),
            id="known of asked, and the mean grade of the known",
        ),
    ],
)
def test_confidence(answers: Answers, agreement: float | None, parts: tuple[float, float, float]) -> None:
    found = confidence(BANK, make_sheet(answers), agreement)

    assert (found.total, found.coverage, found.evidence) == pytest.approx(parts)
    assert found.agreement == agreement


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
