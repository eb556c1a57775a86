import csv
import io

import pytest
from builders import at_level, make_sheet, not_applicable
from files.file_bank import BANK

from detector.answers_csv import HEADINGS, answers_csv
from detector.core.answers import Answer, AnswerSheet, AnswerState

ATTACKS = [
    "=1+1",
    "+1",
    "-1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\u2003+1",
    "\ufeff=1",
    "\x0b=1",
    "\x01\x02=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(1)",
    "|calc",
    "%x",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://e")',
    "\tharmless",
    "\rharmless",
    "\nharmless",
]


def rows(sheet: AnswerSheet) -> list[list[str]]:
    """The cells of the table, without its headings."""
    return [*csv.reader(io.StringIO(answers_csv(BANK, sheet).decode("utf-8-sig"), newline=""))][1:]


def row(sheet: AnswerSheet, entry_id: str) -> dict[str, str]:
    """The row of one question or fact, by heading."""
    return next(dict(zip(HEADINGS, cells, strict=True)) for cells in rows(sheet) if cells[1] == entry_id)


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_no_typed_text_can_become_a_formula(attack: str) -> None:
    sheet = make_sheet(
        {"MKT1": Answer(AnswerState.NOT_APPLICABLE, note=attack, reason=attack)}, facts={"cpv_code": attack}
    )

    assert row(sheet, "MKT1")["Note"] == f"'{attack}"
    assert row(sheet, "MKT1")["Reason"] == f"'{attack}"
    assert row(sheet, "cpv_code")["Answer"] == f"'{attack}"


@pytest.mark.parametrize(
    "note", ["1+1=2", "Paid 5 %", "me@example.org", "It's late", 'He said "no"', "a\nb", "\u0175"]
)
def test_a_harmless_note_is_left_as_it_is(note: str) -> None:
    sheet = make_sheet({"MKT1": Answer(AnswerState.DONT_KNOW, note=note)})

    assert row(sheet, "MKT1")["Note"] == note


def test_every_question_and_fact_has_a_row_in_the_banks_order() -> None:
    ids = [cells[1] for cells in rows(make_sheet())]

    assert ids == ["MKT1", "MKT2", "STF1", *(fact.id for fact in BANK.facts)]


def test_a_row_says_what_was_answered_and_what_it_counts_as() -> None:
    answer = Answer(AnswerState.LEVEL, level=3, evidence=1, note="Seen", links=("https://a.org", "https://b.org"))

    assert row(make_sheet({"STF1": answer}), "STF1") == {
        "Dimension": "Stf",
        "Question": "STF1",
        "Text": "How good is STF1?",
        "Answer": "STF1 excellent",
        "Level": "3",
        "Level counted": "2",
        "Evidence grade": "1",
        "Evidence": "Judgement",
        "Note": "Seen",
        "Reason": "",
        "Links": "https://a.org\nhttps://b.org",
        "Gate": "Gate STF1 (hard gate)",
    }


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        pytest.param(make_sheet(), "Not answered", id="unanswered"),
        pytest.param(make_sheet({"MKT1": Answer(AnswerState.DONT_KNOW)}), "Don't know", id="don't know"),
        pytest.param(make_sheet({"MKT1": not_applicable()}), "Not applicable", id="not applicable"),
        pytest.param(make_sheet({"MKT1": at_level(0)}), "MKT1 poor", id="level 0"),
    ],
)
def test_an_answer_is_told_in_words(sheet: AnswerSheet, words: str) -> None:
    assert row(sheet, "MKT1")["Answer"] == words


@pytest.mark.parametrize(
    ("fact_id", "value", "words"),
    [
        pytest.param("turnover", 4_200_000, "4200000", id="money"),
        pytest.param("staff_fte", 97.5, "97.5", id="decimal"),
        pytest.param("control", "staff_majority", "Staff_majority", id="choice by its name"),
        pytest.param("finance", ("contracts", "loans"), "Contracts; Loans", id="choices by their names"),
        pytest.param("partner_equity", False, "No", id="no"),
        pytest.param("partner_equity", True, "Yes", id="yes"),
    ],
)
def test_a_fact_is_told_in_words(fact_id: str, value: str | float | tuple[str, ...], words: str) -> None:
    assert row(make_sheet(facts={fact_id: value}), fact_id)["Answer"] == words


def test_excel_can_see_that_it_is_utf_8() -> None:
    assert answers_csv(BANK, make_sheet()).startswith(b"\xef\xbb\xbf")
