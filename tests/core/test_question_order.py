"""Which questions are asked, what comes next, and how far one has come."""

import pytest
from builders import DONT_KNOW, make_bank, make_dimension, make_fact, make_question, make_sheet, not_applicable

from detector.core.answers import Answer, FactValue
from detector.core.bank import AnswerIs
from detector.core.flow import (
    Progress,
    applicable_questions,
    asked_facts,
    asked_questions,
    next_unanswered,
    progress,
    quick_scan,
)

WITH_STAFF = AnswerIs(fact="staff", at_least=1)
BANK = make_bank(
    [
        make_dimension("a", [make_question("A1", quick_scan=True), make_question("A2")]),
        make_dimension("b", [make_question("B1", when=WITH_STAFF), make_question("B2", quick_scan=True)]),
    ],
    facts=[make_fact("staff"), make_fact("part_time").model_copy(update={"when": WITH_STAFF})],
)


@pytest.mark.parametrize(
    ("answers", "facts", "asked", "applicable"),
    [
        pytest.param({}, {}, ["B1", "B2"], ["B1", "B2"], id="what may still apply is asked"),
        pytest.param({"B1": 3}, {"staff": 0}, ["B2"], ["B2"], id="what a fact rules out is not, even if answered"),
        pytest.param({"B2": not_applicable()}, {}, ["B1", "B2"], ["B1"], id="not applicable is asked and counts not"),
        pytest.param({"B2": DONT_KNOW}, {}, ["B1", "B2"], ["B1", "B2"], id="don't know counts"),
    ],
)
def test_questions_of_a_dimension(
    answers: dict[str, int | Answer], facts: dict[str, FactValue], asked: list[str], applicable: list[str]
) -> None:
    sheet = make_sheet(answers, facts=facts)

    assert [question.id for question in asked_questions(BANK, BANK.dimensions[1], sheet)] == asked
    assert [question.id for question in applicable_questions(BANK, BANK.dimensions[1], sheet)] == applicable


def test_facts_are_asked_until_ruled_out() -> None:
    assert [fact.id for fact in asked_facts(BANK, make_sheet())] == ["staff", "part_time"]
    assert [fact.id for fact in asked_facts(BANK, make_sheet(facts={"staff": 0}))] == ["staff"]


def test_quick_scan_is_its_questions_in_bank_order() -> None:
    assert [question.id for question in quick_scan(BANK)] == ["A1", "B2"]


@pytest.mark.parametrize(
    ("answers", "quick", "after", "found"),
    [
        pytest.param([], False, None, "A1", id="the first, to begin with"),
        pytest.param(["A1"], False, None, "A2", id="the first that waits"),
        pytest.param([], False, "A1", "A2", id="the one behind"),
        pytest.param(["B1"], False, "A2", "B2", id="past what is answered"),
        pytest.param(["B1", "B2"], False, "B1", "A1", id="round to the start"),
        pytest.param([], True, "A1", "B2", id="only the quick scan"),
        pytest.param(["A1", "B2"], True, None, None, id="nothing where the quick scan is complete"),
        pytest.param(["A1", "A2", "B1", "B2"], False, "A1", None, id="nothing where all is answered"),
        pytest.param([], False, "gone", "A1", id="the first after one the bank does not have"),
        pytest.param(["A1", "A2", "B1"], False, "B2", "B2", id="the same one where no other waits"),
    ],
)
def test_next_unanswered(answers: list[str], quick: bool, after: str | None, found: str | None) -> None:
    sheet = make_sheet(dict.fromkeys(answers, 1))

    question = next_unanswered(BANK, sheet, quick, after)

    assert (question and question.id) == found


@pytest.mark.parametrize(
    ("answers", "facts", "quick", "expected"),
    [
        pytest.param({}, {}, False, Progress(0, 4), id="nothing yet"),
        pytest.param({"A1": 0, "A2": DONT_KNOW, "B2": not_applicable()}, {}, False, Progress(3, 4), id="every state"),
        pytest.param({"A1": 0, "A2": 1}, {}, True, Progress(1, 2), id="of the quick scan"),
        pytest.param({"B1": 2}, {"staff": 0}, False, Progress(0, 3), id="what is not asked does not count"),
    ],
)
def test_progress(
    answers: dict[str, int | Answer], facts: dict[str, FactValue], quick: bool, expected: Progress
) -> None:
    assert progress(BANK, make_sheet(answers, facts=facts), quick) == expected
