"""The Legal forms page: what stands first, what is asked first, and joining beside the forms."""

import pytest
from streamlit.testing.v1 import AppTest
from ui.pages import Desk

from detector.bank_files import load_bank
from detector.core.answers import Answer, AnswerSheet, AnswerState, FactValue

BANK = load_bank()
READY = {
    question.id: Answer(AnswerState.LEVEL, 2, evidence=2)
    for dimension in BANK.dimensions
    for question in dimension.questions
}
DECIDED: dict[str, FactValue] = {"purpose": "mixed", "control": "staff_and_users", "surplus": "none"}


def shown(desk: Desk, answers: dict[str, Answer], facts: dict[str, FactValue]) -> str:
    """Everything that the page says."""
    page = desk.legal_forms(desk.kept(AnswerSheet(BANK.version, facts=facts, answers=answers)))
    assert not page.exception
    return words(page)


def words(page: AppTest) -> str:
    """Every text and piece of HTML on the page, and the labels of what can be opened."""
    pieces = [str(piece.proto.body) for kind in ("html", "markdown") for piece in page.get(kind)]
    return "\n".join([*(text.value for text in page.text), *pieces, *(each.label for each in page.expander)])


@pytest.mark.parametrize(
    ("facts", "said", "unsaid"),
    [
        pytest.param(DECIDED, "The forms to discuss first", "Answer these", id="ranked"),
        pytest.param({"purpose": "mixed"}, "Answer these two first.", "The forms to discuss first", id="not yet"),
        pytest.param({}, "Answer these three first.", "The forms to discuss first", id="nothing known"),
        pytest.param(
            {**DECIDED, "host_available": True, "turnover": 400_000},
            "look at this first, before a body of your own.",
            "a further option",
            id="a host to look at first",
        ),
    ],
)
def test_what_the_page_says_of_the_forms(desk: Desk, facts: dict[str, FactValue], said: str, unsaid: str) -> None:
    found = shown(desk, READY, facts)

    assert said in found
    assert unsaid not in found


def test_without_a_verdict_no_form_is_ranked(desk: Desk) -> None:
    found = shown(desk, {}, DECIDED)

    assert "There is no verdict yet." in found
    assert "The forms to discuss first" not in found
