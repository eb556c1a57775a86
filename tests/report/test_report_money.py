"""The money test as a report tells it."""

from dataclasses import replace
from datetime import date

import pytest
from core.test_money import WORKED, sheet_with
from strategies import real_bank

from detector.core.answers import AnswerSheet, Item, ItemKind
from detector.core.assessment import assess
from detector.report.context import ReportContext
from detector.report.money import money_section
from detector.report.sources import texts
from detector.wording.changes import item_in_words, value_in_words
from detector.wording.money import about, money_number


def told(sheet: AnswerSheet) -> str:
    section = money_section(ReportContext(real_bank(), sheet, assess(real_bank(), sheet), date(2026, 12, 1)))
    return "" if section is None else "\n".join(texts((section,)))


def test_the_worked_example_in_words() -> None:
    said = told(sheet_with(WORKED))

    assert "They come to nothing at a price of £2,588,300 (£2,5" in said
    assert "It is £2,700,000 now." in said
    assert "Cash is lowest after month 1: £37,400 (-£1" in said
    assert "If 20 % of the core contract is lost at the start of year 3, cash lasts 18 months (" in said
    assert "If all of the core contract is lost at the start of year 3, cash lasts 2 months (" in said
    assert "default stands in" not in said
    assert "It proposes answers and sets none" in said
    assert "It is no business plan." in said


def test_defaults_are_named_and_nothing_is_proposed_from_them() -> None:
    said = told(sheet_with({"pension": 20, "overheads": 900_000}))

    assert "so a default stands in: growth of other income in a year, staff cost in a year," in said
    assert "Nothing is proposed until these are given: staff cost in a year, other running cost in a year" in said
    assert "0: Overheads exceed 25% of turnover" in said


def test_cash_that_has_run_out_before_the_loss_is_said_to_have() -> None:
    said = told(sheet_with({"staff": 1_700_000}))

    assert "VAT that stays a cost, set-up cost and cash at the start" in said
    assert "lost at the start of year 3, cash has run out by then (0 to 0)." in said


def test_without_any_number_nothing_is_told() -> None:
    assert told(sheet_with({})) == ""


def test_without_the_facts_the_missing_ones_are_asked_for() -> None:
    sheet = sheet_with(WORKED)
    only_share = {key: value for key, value in sheet.facts.items() if value == 90}

    assert told(replace(sheet, facts=only_share)).endswith(
        "There is no test yet. Answer this first, among the facts about the service: "
        "How much income would the new body have in a year?"
    )


@pytest.mark.parametrize(
    ("pounds", "said"),
    [
        (0.2, "£0"),
        (-0.2, "£0"),
        (999.6, "£1,000"),
        (1_049, "£1,000"),
        (-37_449, "-£37,400"),
        (1_234_567, "£1,234,600"),
        (-7, "-£7"),
    ],
)
def test_worked_out_sums_are_rounded(pounds: float, said: str) -> None:
    assert about(pounds) == said


def test_given_sums_are_told_in_full() -> None:
    kinds = {entry.part.value: entry.kind for entry in real_bank().money_inputs}

    assert money_number(kinds["staff"], 1_700_000.5) == "£1,700,000.50"
    assert money_number(kinds["growth"], -2.5) == "-2.5 %"


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        pytest.param("staff", 1_700_000.0, "£1,700,000", id="pounds"),
        pytest.param("growth", -2.5, "-2.5 %", id="percent"),
        pytest.param("cash", None, "not known", id="taken back"),
    ],
)
def test_the_history_tells_a_number_by_its_name(part: str, value: float | None, said: str) -> None:
    item = Item(ItemKind.MONEY, part)
    name = next(entry.name for entry in real_bank().money_inputs if entry.part.value == part)

    assert item_in_words(real_bank(), item) == f"Money: {name}"
    assert value_in_words(real_bank(), item, value) == said
