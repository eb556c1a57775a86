"""How much a bank holds, in one line."""

from detector.core.bank import Bank
from detector.core.flow import quick_scan


def bank_counts(bank: Bank) -> str:
    """The bank's version and how many entries of each sort it has, on one line."""
    questions = sum(len(dimension.questions) for dimension in bank.dimensions)
    parts = (
        _counted(len(bank.dimensions), "dimension"),
        f"{_counted(questions, 'question')} ({len(quick_scan(bank))} in the quick scan)",
        _counted(len(bank.gates), "gate"),
        _counted(len(bank.facts), "fact question"),
        _counted(len(bank.actions), "action"),
        _counted(len(bank.sources), "source"),
    )
    return f"Bank {bank.version}: {', '.join(parts)}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
