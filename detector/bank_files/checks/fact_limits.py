"""Facts that can hardly be more than another: both numbers, and two different ones."""

from collections.abc import Iterator

from detector.bank_files.checks.conditions import everything_asked, is_number
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.errors import Problem


def unfit_limits(bank: Bank) -> Iterator[Problem[Path]]:
    """Every limit that stands in a fact that is no number, or that names one, or the fact itself."""
    asked = everything_asked(bank)
    for at, fact in enumerate(bank.facts):
        if fact.at_most is None:
            continue
        path, other = ("facts", at, "at_most"), asked.get(("fact", fact.at_most.fact))
        if not is_number(asked["fact", fact.id]):
            yield Problem(path, "this fact is no number, so it has no limit.", "Take it away.")
        elif fact.at_most.fact == fact.id:
            yield Problem((*path, "fact"), "this is the fact itself.", "Name another fact.")
        elif other and not is_number(other):
            yield Problem((*path, "fact"), f"{other.words} is no number.", "Name a fact that is one.")
