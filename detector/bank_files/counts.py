"""How much a bank holds, in one line."""

from collections.abc import Iterator

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
        *_knowledge_counts(bank),
    )
    return f"Bank {bank.version}: {', '.join(parts)}."


def _knowledge_counts(bank: Bank) -> Iterator[str]:
    """What the bank knows of forms, models and earlier cases, as far as it does."""
    for entries, noun in (
        (bank.forms, "legal form"),
        (bank.conflicts, "conflict"),
        (bank.models, "delivery model"),
        (bank.shifts, "shift"),
        (bank.cards, "earlier case"),
        (bank.stage_tests, "exit test"),
        (bank.money_inputs, "money number"),
    ):
        if entries:
            yield _counted(len(entries), noun)
    if bank.words is not None:
        yield f"{_counted(len(bank.words.terms), 'term')} (words {bank.words.version})"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
