"""Confidence: how much is answered, how much stands behind it, and how far groups of people agree."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_question, make_sheet, not_applicable
from hypothesis import given
from hypothesis import strategies as st

from detector.core.answers import Answer, AnswerSheet, WorkshopResult
from detector.core.assessment import assess
from detector.core.bank import AnswerIs
from detector.core.verdict.confidence import confidence
from detector.core.verdict.provisional import ProvisionalCause, ProvisionalReason

Answers = dict[str, int | Answer]

BANK = make_bank([make_dimension("market", ["MKT1", "MKT2"]), make_dimension("law", ["LAW1", "LAW2", "LAW3"])])
ALL = ("MKT1", "MKT2", "LAW1", "LAW2", "LAW3")
FIFTY_NINE = make_bank([make_dimension("all", [f"Q{number}" for number in range(59)], weight=100)])
FORTY_FIVE = [f"Q{number}" for number in range(45)]


def compared(sheet: AnswerSheet, apart: Mapping[str, float | None]) -> AnswerSheet:
    """The sheet with workshops whose groups' medians lie so far apart; None where they could not be compared."""
    found = {
        question: WorkshopResult(
            "2026-11-22", 1, 12, 2, chose=12, dont_know=0, groups_counted=2, groups_apart=distance
        )
        for question, distance in apart.items()
    }
    return replace(sheet, workshop=found)


@pytest.mark.parametrize(
    ("answers", "parts"),
    [
        pytest.param({}, (0, 0, 0), id="nothing answered"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 3)), (1, 1, 1), id="everything known and verified"),
        pytest.param(dict.fromkeys(ALL, at_level(2, 0)), (0.5, 1, 0), id="without agreement, half each"),
        pytest.param({"MKT1": at_level(2, 3)}, (0.625, 0.25, 1), id="one of two in a dimension of half the weight"),
        pytest.param(
            {"LAW1": at_level(2, 3), "MKT1": at_level(2, 0)},
            (0.5 * (5 / 12 + 0.4), 5 / 12, 0.4),
            id="evidence by own weight too: a third of a half against half of it",
        ),
        pytest.param(
            {"MKT1": at_level(0, 3), "MKT2": at_level(1, 0), "LAW1": DONT_KNOW, "LAW2": not_applicable()},
            (0.5, 0.5, 0.5),
            id="known of asked, and the mean grade of the known",
        ),
    ],
)
def test_coverage_and_evidence(answers: Answers, parts: tuple[float, float, float]) -> None:
    found = confidence(BANK, make_sheet(answers))

    assert (found.total, found.coverage, found.evidence) == pytest.approx(parts)
    assert (found.agreement, found.measured) == (None, 0)


@pytest.mark.parametrize(
    ("answers", "apart", "shown"),
    [
        pytest.param(dict.fromkeys(FORTY_FIVE, at_level(2, 0)), {}, 38.1, id="45 of 59 answered, no evidence"),
        pytest.param(
            dict.fromkeys(FORTY_FIVE, at_level(2, 0)), {"Q0": 0.0}, 38.4, id="one question does not stand for 59"
        ),
        pytest.param(
            dict.fromkeys(FORTY_FIVE, at_level(2, 0)), dict.fromkeys(FORTY_FIVE, 0.0), 48.0, id="all 45 agreed"
        ),
        pytest.param(
            {f"Q{number}": at_level(2, 2) for number in range(59)}, {}, 83.3, id="everything answered with documents"
        ),
        pytest.param(
            {f"Q{number}": at_level(2, 2) for number in range(59)},
            {f"Q{number}": 1.0 for number in range(59)},
            80.0,
            id="groups one level apart on all",
        ),
        pytest.param(
            {f"Q{number}": at_level(2, 2) for number in range(59)},
            {f"Q{number}": 2.0 for number in range(59)},
            73.3,
            id="groups two levels apart on all",
        ),
    ],
)
def test_worked_numbers(answers: Answers, apart: dict[str, float | None], shown: float) -> None:
    found = confidence(FIFTY_NINE, compared(make_sheet(answers), apart))

    assert round(found.total * 100, 1) == shown


@pytest.mark.parametrize(
    ("apart", "agreement", "measured"),
    [
        pytest.param({"MKT1": None}, None, 0, id="groups that could not be compared"),
        pytest.param({"MKT1": 1.5}, 0.5, 0.25, id="half of a dimension of half the weight"),
        pytest.param({"MKT1": 0.0, "LAW1": 3.0}, 0.6, 5 / 12, id="the mean by own weight"),
    ],
)
def test_agreement_is_between_groups_and_by_own_weight(
    apart: dict[str, float | None], agreement: float | None, measured: float
) -> None:
    found = confidence(BANK, compared(make_sheet(), apart))

    assert found.agreement == (None if agreement is None else pytest.approx(agreement))
    assert found.measured == pytest.approx(measured)


def test_how_far_the_room_agrees_never_counts() -> None:
    split = WorkshopResult("2026-11-22", 1, 12, 2, median=1.5, agreement=-1.0)
    sheet = make_sheet(dict.fromkeys(ALL, at_level(2, 1)))

    assert confidence(BANK, replace(sheet, workshop={"MKT1": split})) == confidence(BANK, sheet)


def test_a_question_that_does_not_apply_is_not_measured() -> None:
    sheet = make_sheet({"MKT1": not_applicable(), "MKT2": at_level(2, 2)})

    assert confidence(BANK, compared(sheet, {"MKT1": 3.0})) == confidence(BANK, sheet)


@given(
    st.dictionaries(st.sampled_from(ALL), st.builds(at_level, st.integers(0, 3), st.integers(0, 3))),
    st.dictionaries(st.sampled_from(ALL), st.floats(0, 3)),
    st.sampled_from(ALL),
    st.floats(0, 3),
)
def test_measuring_a_question_moves_confidence_by_at_most_a_quarter_of_its_weight(
    answers: dict[str, int | Answer], apart: dict[str, float | None], question: str, distance: float
) -> None:
    sheet = make_sheet(answers)
    before = confidence(BANK, compared(sheet, {key: found for key, found in apart.items() if key != question}))

    after = confidence(BANK, compared(sheet, {**apart, question: distance}))

    own_weight = 0.25 if question.startswith("MKT") else 1 / 6
    assert abs(after.total - before.total) <= own_weight / 4 + 1e-9
    assert (after.coverage, after.evidence) == (before.coverage, before.evidence)


@pytest.mark.parametrize(
    ("grade", "provisional"),
    [pytest.param(0, False, id="50 is enough"), pytest.param(None, True, id="under 50 is provisional")],
)
def test_a_result_with_little_behind_it_is_provisional(grade: int | None, provisional: bool) -> None:
    answers: Answers = dict.fromkeys(ALL, at_level(2, 0))
    if grade is None:
        answers["LAW3"] = DONT_KNOW

    reason = ProvisionalReason(ProvisionalCause.CONFIDENCE_LOW)
    assert (reason in assess(BANK, make_sheet(answers)).provisional) is provisional


def test_a_question_that_another_answer_rules_out_is_not_asked_for() -> None:
    if_market_is_poor = AnswerIs(question="MKT1", under=1)
    bank = make_bank([make_dimension("market", ["MKT1", make_question("MKT2", when=if_market_is_poor)])])

    assert confidence(bank, make_sheet({"MKT1": 1})).coverage == 1


@given(
    st.dictionaries(st.sampled_from(ALL), st.builds(at_level, st.integers(0, 3), st.integers(0, 3))),
    st.dictionaries(st.sampled_from(ALL), st.floats(0, 3)),
)
def test_what_groups_agree_on_changes_no_provisional_cause_but_that_of_confidence(
    answers: dict[str, int | Answer], apart: dict[str, float | None]
) -> None:
    sheet = make_sheet(answers)

    before, after = assess(BANK, sheet).provisional, assess(BANK, compared(sheet, apart)).provisional

    own = ProvisionalReason(ProvisionalCause.CONFIDENCE_LOW)
    assert [each for each in before if each != own] == [each for each in after if each != own]
