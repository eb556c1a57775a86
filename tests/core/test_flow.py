"""Which questions are asked, what comes next, and how far one has come."""

import pytest
from builders import DONT_KNOW, make_bank, make_dimension, make_fact, make_question, make_sheet, not_applicable

from detector.core.answers import Answer, AnswerSheet
from detector.core.bank import AnswerIs, Bank, FactKind
from detector.core.flow import (
    Progress,
    applicable_questions,
    asked_facts,
    asked_questions,
    next_unanswered,
    progress,
    question_count,
    quick_scan,
)

PARTNER = AnswerIs(fact="has_partner", is_one_of=(True,))


def make_flow_bank() -> Bank:
    """Two dimensions of two; MKT2 is asked of services with a partner, MKT1 and STF2 are the quick scan."""
    market = make_dimension("MKT", [make_question("MKT1", quick_scan=True), make_question("MKT2", when=PARTNER)])
    staff = make_dimension("STF", ["STF1", make_question("STF2", quick_scan=True)])
    has_partner = make_fact("has_partner", FactKind.YES_NO)
    partner = make_fact("partner", FactKind.TEXT).model_copy(update={"when": PARTNER})
    return make_bank([market, staff], facts=(has_partner, partner))


BANK = make_flow_bank()
MARKET, STAFF = BANK.dimensions


@pytest.mark.parametrize(
    ("sheet", "asked", "applicable"),
    [
        pytest.param(make_sheet(), ["MKT1", "MKT2"], ["MKT1", "MKT2"], id="an unknown condition asks"),
        pytest.param(
            make_sheet(facts={"has_partner": True}), ["MKT1", "MKT2"], ["MKT1", "MKT2"], id="a true one asks"
        ),
        pytest.param(make_sheet(facts={"has_partner": False}), ["MKT1"], ["MKT1"], id="a false one does not"),
        pytest.param(
            make_sheet({"MKT2": 3}, facts={"has_partner": False}),
            ["MKT1"],
            ["MKT1"],
            id="nor where there is an answer",
        ),
        pytest.param(
            make_sheet({"MKT1": not_applicable()}),
            ["MKT1", "MKT2"],
            ["MKT2"],
            id="not applicable is asked, not scored",
        ),
        pytest.param(
            make_sheet({"MKT1": DONT_KNOW}), ["MKT1", "MKT2"], ["MKT1", "MKT2"], id="don't know is asked and scored"
        ),
    ],
)
def test_asked_and_applicable_questions(sheet: AnswerSheet, asked: list[str], applicable: list[str]) -> None:
    found = (asked_questions(BANK, MARKET, sheet), applicable_questions(BANK, MARKET, sheet))

    assert [[question.id for question in questions] for questions in found] == [asked, applicable]


@pytest.mark.parametrize(
    ("sheet", "asked"),
    [
        pytest.param(make_sheet(), ["has_partner", "partner"], id="unknown"),
        pytest.param(make_sheet(facts={"has_partner": False}), ["has_partner"], id="false"),
    ],
)
def test_facts_are_asked_unless_their_condition_is_false(sheet: AnswerSheet, asked: list[str]) -> None:
    facts = asked_facts(BANK, sheet)

    assert [fact.id for fact in facts] == asked


def test_the_quick_scan_stands_in_bank_order() -> None:
    questions = quick_scan(BANK)

    assert [question.id for question in questions] == ["MKT1", "STF2"]


@pytest.mark.parametrize(
    ("answers", "after", "expected"),
    [
        pytest.param({}, None, "MKT1", id="begins at the start"),
        pytest.param({"MKT1": 2}, None, "MKT2", id="passes over what is answered"),
        pytest.param({"MKT1": DONT_KNOW}, None, "MKT2", id="don't know is answered"),
        pytest.param({"MKT1": not_applicable()}, None, "MKT2", id="not applicable is answered"),
        pytest.param({}, "MKT1", "MKT2", id="goes on after a question"),
        pytest.param({}, "MKT2", "STF1", id="goes on into the next dimension"),
        pytest.param({}, "STF2", "MKT1", id="wraps round at the end"),
        pytest.param({"MKT1": 1, "MKT2": 1, "STF2": 1}, "STF2", "STF1", id="wraps round to the one left over"),
        pytest.param(
            {"MKT1": 1, "MKT2": 1, "STF2": 1}, "STF1", "STF1", id="comes back to the same where it is the last"
        ),
        pytest.param({}, "XXX9", "MKT1", id="begins at the start after an unknown question"),
        pytest.param({"MKT1": 1, "MKT2": 1, "STF1": 1, "STF2": 1}, None, None, id="is nothing where all is answered"),
    ],
)
def test_next_unanswered(answers: dict[str, int | Answer], after: str | None, expected: str | None) -> None:
    question = next_unanswered(BANK, make_sheet(answers), quick=False, after=after)

    assert (question.id if question else None) == expected


@pytest.mark.parametrize(
    ("answers", "after", "expected"),
    [
        pytest.param({}, "MKT1", "STF2", id="passes over the others"),
        pytest.param({}, "STF1", "MKT1", id="begins at the start after a question outside it"),
        pytest.param({"MKT1": 1, "STF2": 1}, None, None, id="is nothing where the quick scan is answered"),
    ],
)
def test_next_unanswered_of_the_quick_scan(
    answers: dict[str, int | Answer], after: str | None, expected: str | None
) -> None:
    question = next_unanswered(BANK, make_sheet(answers), quick=True, after=after)

    assert (question.id if question else None) == expected


def test_next_unanswered_leaves_out_what_is_not_asked_and_goes_on_after_it() -> None:
    sheet = make_sheet({"MKT1": 1}, facts={"has_partner": False})

    question = next_unanswered(BANK, sheet, quick=False, after="MKT2")

    assert question is not None
    assert question.id == "STF1"


@pytest.mark.parametrize(
    ("sheet", "whole", "quick"),
    [
        pytest.param(make_sheet(), Progress(0, 4, 4), Progress(0, 2, 2), id="nothing answered"),
        pytest.param(
            make_sheet({"MKT1": DONT_KNOW, "STF1": not_applicable()}),
            Progress(0, 3, 2),
            Progress(0, 2, 1),
            id="don't know is no answer, not applicable counts on neither side, and both were looked at",
        ),
        pytest.param(
            make_sheet({"MKT2": 3, "STF2": 1}, facts={"has_partner": False}),
            Progress(1, 3, 2),
            Progress(1, 2, 1),
            id="what is not asked counts on neither side",
        ),
    ],
)
def test_progress(sheet: AnswerSheet, whole: Progress, quick: Progress) -> None:
    found = (progress(BANK, sheet, quick=False), progress(BANK, sheet, quick=True))

    assert found == (whole, quick)


def test_the_bank_has_every_question_whether_it_is_asked_or_not() -> None:
    assert question_count(BANK) == 4
