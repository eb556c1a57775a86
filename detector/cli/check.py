"""`check`: every mistake of a question bank, or what it holds."""

from pathlib import Path

from detector.app_settings import settings
from detector.content import bank_counts, load_bank
from detector.core.bank import Bank


def check(folder: Path | None) -> int:
    """Print what the bank holds, where it has no mistake.

    Raises:
        BankError: with every mistake of the bank.

    """
    bank = load_bank(folder) if folder else bank_in_use()
    print(f"No mistakes. {bank_counts(bank)}")
    return 0


def bank_in_use() -> Bank:
    """The bank that the settings name, by default the project's own.

    Raises:
        BankError: with every mistake of the bank.

    """
    return load_bank(settings().questions_dir)
