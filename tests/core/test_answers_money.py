"""The numbers of the money test: what fits, and where they are kept."""

import re
from dataclasses import replace

import pytest
from strategies import real_bank

from detector.core.answers import AnswerSheet, Item, ItemKind, check_change, items_of, sheet_of
from detector.core.assessment import assess
from detector.core.errors import AnswerError

STAFF = Item(ItemKind.MONEY, "staff")
GROWTH = Item(ItemKind.MONEY, "growth")


@pytest.mark.parametrize(
    ("item", "value"),
    [
        pytest.param(STAFF, 0, id="nothing"),
        pytest.param(STAFF, 1_700_000.5, id="pence"),
        pytest.param(GROWTH, -50, id="income that shrinks"),
        pytest.param(GROWTH, 100, id="the most"),
        pytest.param(STAFF, None, id="taken back"),
    ],
)
def test_a_number_that_fits(item: Item, value: float | None) -> None:
    assert check_change(real_bank(), item, value).value == value


@pytest.mark.parametrize(
    ("item", "value", "words"),
    [
        pytest.param(
            STAFF, -1, "'Staff cost in a year' takes a number from 0 to 1,000,000,000,000, not -1.", id="less"
        ),
        pytest.param(GROWTH, -51, "takes a number from -50 to 100, not -51.", id="under the least"),
        pytest.param(GROWTH, 101, "not 101.", id="over all"),
        pytest.param(STAFF, float("nan"), "not NaN.", id="no number"),
        pytest.param(STAFF, True, "not yes.", id="a yes"),
        pytest.param(Item(ItemKind.MONEY, "income"), 5, "There is no number of the money test", id="a fact's number"),
    ],
)
def test_a_number_that_does_not_fit_is_refused_in_words(item: Item, value: float, words: str) -> None:
    with pytest.raises(AnswerError, match=re.escape(words)):
        check_change(real_bank(), item, value)


def test_a_sheet_is_made_of_its_items_again() -> None:
    sheet = AnswerSheet(real_bank().version, money={"staff": 1.0, "growth": -2.5})

    assert sheet_of(sheet.bank_version, items_of(sheet)) == sheet


def test_no_number_changes_any_score() -> None:
    sheet = AnswerSheet(real_bank().version)

    with_money = replace(sheet, money={"staff": 1_000_000.0})

    assert assess(real_bank(), with_money).overall == assess(real_bank(), sheet).overall
