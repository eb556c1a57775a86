"""The money test on the Service page: numbers are kept as typed, and what they say stands under them."""

import pytest
from streamlit.testing.v1 import AppTest
from ui.pages import BANK, Desk, said

from detector.core.answers import Answer, AnswerSheet, AnswerState
from detector.core.bank.money import MoneyPart
from detector.ui.overview.money import NOTHING_GIVEN

FACT_OF = {entry.part: entry.fact or "" for entry in BANK.money_inputs}
SIZE = {FACT_OF[MoneyPart.INCOME]: 3_000_000, FACT_OF[MoneyPart.CORE_SHARE]: 90}


def opened(desk: Desk, key: str) -> AppTest:
    page = desk.service(key)
    page.button(key="toggle-money").click()
    return page.run()


def with_typed(desk: Desk, key: str, part: str, typed: str) -> AppTest:
    page = opened(desk, key)
    page.text_input(key=f"money-{part}").set_value(typed)
    return page.run()


def kept(desk: Desk, key: str) -> dict[str, float]:
    return dict(desk.store.load(key).sheet.money)


@pytest.mark.parametrize(
    ("part", "typed", "number", "shown"),
    [
        pytest.param("staff", "£1.7m", 1_700_000, "1,700,000", id="millions"),
        pytest.param("growth", "-2.5 %", -2.5, "-2.5", id="below nothing"),
        pytest.param("cash", "0", 0, "0", id="nothing"),
    ],
)
def test_a_number_is_kept_and_shown_again(desk: Desk, part: str, typed: str, number: float, shown: str) -> None:
    key = desk.kept(AnswerSheet(BANK.version))

    with_typed(desk, key, part, typed)

    assert kept(desk, key) == {part: number}
    assert opened(desk, key).text_input(key=f"money-{part}").value == shown


def test_a_number_can_be_taken_back(desk: Desk) -> None:
    key = desk.kept(AnswerSheet(BANK.version, money={"staff": 5.0}))

    with_typed(desk, key, "staff", "")

    assert kept(desk, key) == {}


@pytest.mark.parametrize(
    ("typed", "words"),
    [("a lot", "Write a number, for instance"), ("9,5", "Did you mean 9.5?"), ("-4", "takes a number from 0")],
)
def test_what_is_no_number_is_asked_again_and_not_kept(desk: Desk, typed: str, words: str) -> None:
    key = desk.kept(AnswerSheet(BANK.version))

    page = with_typed(desk, key, "staff", typed)

    assert words in said(page)
    assert kept(desk, key) == {}


def test_before_a_number_is_given_the_page_says_what_it_waits_for(desk: Desk) -> None:
    key = desk.kept(AnswerSheet(BANK.version, facts=SIZE))

    assert NOTHING_GIVEN in said(opened(desk, key))
    assert NOTHING_GIVEN not in said(with_typed(desk, key, "staff", "5"))


def test_what_the_numbers_say_stands_under_them(desk: Desk) -> None:
    key = desk.kept(AnswerSheet(BANK.version, facts=SIZE, money={"staff": 1_700_000.0}))

    page = opened(desk, key)

    assert "a default stands in" in said(page)
    assert "It is no business plan." in said(page)


def test_a_proposed_answer_is_kept_once_somebody_accepts_it_and_says_where_it_is_from(desk: Desk) -> None:
    rule = next(rule for rule in BANK.money_proposals if rule.needs == (MoneyPart.OVERHEADS,))
    before = Answer(AnswerState.DONT_KNOW, note="Ask finance.", links=("https://example.org",))
    key = desk.kept(
        AnswerSheet(BANK.version, facts=SIZE, money={"overheads": 600_000.0}, answers={rule.question: before})
    )

    page = opened(desk, key)
    assert desk.answer(key, rule.question) == before
    accepting = page.button(key=f"accept-{rule.question}")
    assert rule.question not in accepting.label
    accepting.click()
    page.run()

    kept_now = desk.answer(key, rule.question)
    assert kept_now is not None
    assert (kept_now.state, kept_now.level, kept_now.evidence) == (AnswerState.LEVEL, 1, 0)
    assert kept_now.note.startswith("Ask finance.\nProposed by the money test, and accepted on ")
    assert kept_now.links == before.links
    assert [button.key for button in page.button if str(button.key).startswith("accept-")] == []


def test_an_answer_that_somebody_has_changed_since_is_not_overwritten(desk: Desk) -> None:
    rule = next(rule for rule in BANK.money_proposals if rule.needs == (MoneyPart.OVERHEADS,))
    key = desk.kept(AnswerSheet(BANK.version, facts=SIZE, money={"overheads": 600_000.0}))
    page = opened(desk, key)
    theirs = Answer(AnswerState.LEVEL, level=3)
    desk.changed_elsewhere(key, rule.question, theirs)

    page.button(key=f"accept-{rule.question}").click()
    page.run()

    assert desk.answer(key, rule.question) == theirs
    assert "Somebody else changed this answer in the meantime." in said(page)
