"""`check`: every problem of a question bank, or what it holds."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from detector.app_settings import settings
from detector.bank_files import DEFAULT_FOLDER, bank_counts, cut_texts, example_files, load_bank
from detector.bank_files.checks import OldDate, never_first, odd_counts, old_dates
from detector.core.bank import Bank
from detector.core.errors import FileError
from detector.files.assessment import read_assessment

NEVER_FIRST = "Look at its levels again, or write 'never_first: true' in it: then the pages say so."


def check(folder: Path | None) -> int:
    """Print what the bank holds, where it has no problem, and what it may not say as meant.

    Raises:
        BankError: with every problem of the bank.

    """
    bank = load_bank(folder) if folder else bank_in_use()
    print(f"No mistakes. {bank_counts(bank)}")
    for cut in cut_texts(folder or settings().questions_dir or DEFAULT_FOLDER):
        print(f"Warning: {cut}")
    for odd in odd_counts(bank):
        print(f"Warning: {odd}")
    for model in never_first(bank):
        print(f"Warning: model '{model}': no answers that were tried put it first most often. {NEVER_FIRST}")
    # The day at this computer: an officer checks the bank against the calendar on the wall.
    for note in _notes(old_dates(bank, date.today())):  # noqa: DTZ011 - the officer's own day
        print(note)
    for note in _unread_examples(bank, folder or settings().questions_dir):
        print(note)
    return 0


def _unread_examples(bank: Bank, folder: Path | None) -> Iterator[str]:
    """The worked examples that this bank can no longer read, with the first reason."""
    for path in example_files(folder):
        try:
            read_assessment(path.read_bytes(), bank)
        except FileError as error:
            yield f"Note: the example {path.name} can no longer be opened. {error.problems[0]}"


def _notes(old: Sequence[OldDate]) -> Iterator[str]:
    """What was checked long ago, one entry a line."""
    if old:
        yield "Note: these were checked against their source more than 12 months ago. Check them again."
    for each in old:
        dates = f"{each.dates} dates, the oldest" if each.dates > 1 else "checked on"
        yield f"  {each.kind} '{each.id}': {dates} {each.oldest:%Y-%m-%d}"


def bank_in_use() -> Bank:
    """The bank that the settings name, by default the project's own.

    Raises:
        BankError: with every problem of the bank.

    """
    return load_bank(settings().questions_dir)
