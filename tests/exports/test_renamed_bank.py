"""Under other ids the bank gives the same results, and every format says the same of them."""

from datetime import date

import pytest
from exports.hostile import hostile_sheet
from exports.reading import is_of_kind, words_in
from journeys.sheets import EXAMPLES, example
from renamed_bank import renaming, write_renamed_bank
from strategies import real_bank

from detector.bank_files import bank_counts, load_bank
from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.bank import Bank
from detector.exports.export import make
from detector.exports.formats import FORMATS, FormatId
from detector.report.blocks import Length
from detector.report.context import ReportContext

BANK = real_bank()
DAY = date(2026, 11, 22)
SHEETS = {path.stem: example(path.stem) for path in sorted(EXAMPLES.glob("*.json"))} | {
    "everything answered": hostile_sheet(BANK, "Typed.", fully_answered=True)
}
MADE = [(made.id, length) for made in FORMATS for length in made.lengths or (Length.FULL,)]


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return load_bank(write_renamed_bank(tmp_path_factory.mktemp("renamed") / "questions"))


def context(bank: Bank, sheet: AnswerSheet) -> ReportContext:
    # Random weightings are drawn anew for every bank: without them all numbers must be the same.
    return ReportContext(bank, sheet, assess(bank, sheet), DAY)


def without_migrations(bank: Bank) -> Bank:
    return bank.model_copy(update={"migrations": ()})


def test_the_renamed_bank_holds_as_much_and_shares_no_id_with_the_shipped_one(renamed: Bank) -> None:
    old = {its_id for _, its_id in renaming().new}

    assert bank_counts(renamed) == bank_counts(BANK)
    assert old.isdisjoint(renaming().new.values())
    back = Bank.model_validate_json(renaming().back(renamed.model_dump_json()))
    assert without_migrations(back) == without_migrations(BANK)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
def test_the_result_is_the_same(renamed: Bank, sheet: AnswerSheet) -> None:
    before, after = context(BANK, sheet), context(renamed, renaming().sheet(sheet))

    result = make(after, FormatId.RESULT, Length.FULL).decode()

    assert renaming().back(result) == make(before, FormatId.RESULT, Length.FULL).decode()


@pytest.mark.parametrize("name", ["told-no", "everything answered"])
def test_every_format_says_the_same(renamed: Bank, name: str) -> None:
    before, after = context(BANK, SHEETS[name]), context(renamed, renaming().sheet(SHEETS[name]))

    differ = [
        (format_id, length)
        for format_id, length in MADE
        if said(before, format_id, length) != renaming().back(said(after, format_id, length))
    ]

    assert differ == []


def said(given: ReportContext, format_id: FormatId, length: Length) -> str:
    """The words of a file; of a PDF only its kind, for longer ids break its lines elsewhere."""
    made = make(given, format_id, length)
    if format_id is FormatId.PDF:
        return str(is_of_kind(made, format_id))
    return words_in(made, format_id)
