"""The quick scan begins with two facts and with what can stop the idea; what came from an older bank says so."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest
from ui.pages import BANK, Desk, said

from detector.core.answers import Answer, AnswerSheet, AnswerState, BroughtOver, EarlierAnswer, empty_sheet

BROUGHT = BroughtOver(
    "2026.1",
    carried=1,
    read_again={"GOV1": 0},
    new=("AST5",),
    earlier=(EarlierAnswer("Are systems covered?", "Assumed (level 1 of 3)", "By IT", ("AST5",)),),
)
OLDER = AnswerSheet(BANK.version, answers={"GOV1": Answer(AnswerState.LEVEL, 0)}, brought_over=BROUGHT)


def asked(page: AppTest) -> list[str]:
    """The questions and facts on a page, in order."""
    return [str(radio.key).removeprefix("answer-") for radio in page.radio if not str(radio.key).startswith("scan-")]


def test_the_scan_begins_with_two_facts_and_the_hard_gates(desk: Desk) -> None:
    page = desk.quick_scan(desk.kept(empty_sheet(BANK)))

    assert [str(title.value) for title in page.title] == ["What comes first"]
    assert asked(page) == ["fact-service_kind", "fact-reorganisation", "COM1", "COM9", "FIT2", "PRO1"]


def test_a_fact_decides_at_once_what_the_scan_asks(desk: Desk) -> None:
    key = desk.kept(empty_sheet(BANK))
    page = desk.quick_scan(key)

    page.radio(key="fact-reorganisation").set_value("not_affected").run()

    assert desk.fact(key, "reorganisation") == "not_affected"
    assert asked(page) == ["fact-service_kind", "fact-reorganisation", "COM1", "FIT2", "PRO1"]


def test_the_other_parts_of_the_scan_ask_what_is_left(desk: Desk) -> None:
    page = desk.quick_scan(desk.kept(empty_sheet(BANK)), "COM")

    assert asked(page) == ["COM2", "COM3", "COM8"]


def test_all_questions_of_a_dimension_are_asked_without_facts(desk: Desk) -> None:
    page = desk.questions(desk.kept(empty_sheet(BANK)), "FIT")

    assert asked(page) == ["FIT1", "FIT2", "FIT3", "FIT4", "FIT5"]


def test_a_sheet_brought_over_says_so_until_somebody_closes_it(desk: Desk) -> None:
    key = desk.kept(OLDER)
    page = desk.questions(key, "GOV")
    banner = "Brought over from version 2026.1. 1 answer carried over, 1 to look at again, 1 new question."
    assert banner in said(page)

    page.button(key="close-brought-over").click().run()

    assert banner not in said(page)
    assert desk.store.load(key).sheet.brought_over == replace(BROUGHT, closed=True)


def test_an_answer_that_still_holds_is_not_asked_about_again(desk: Desk) -> None:
    key = desk.kept(OLDER)
    page = desk.questions(key, "GOV")
    assert "Look once more" in said(page)

    page.button(key="holds-GOV1").click().run()

    assert "Look once more" not in said(page)
    assert desk.store.load(key).sheet.brought_over == replace(BROUGHT, read_again={})


def test_what_was_asked_before_stands_beside_what_took_it_in(desk: Desk) -> None:
    page = desk.questions(desk.kept(OLDER), "AST")

    assert "Asked before: “Are systems covered?” Answered: Assumed (level 1 of 3). Note: By IT" in said(page)
