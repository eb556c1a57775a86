"""Whether a number of the money test fits."""

from collections.abc import Iterator
from math import isfinite

from detector.core.answers.fact_checks import LARGEST, MOST_PERCENT
from detector.core.bank.money import MoneyInput, MoneyKind
from detector.core.errors import Problem
from detector.core.messages import shown


def money_problems(entry: MoneyInput, value: float) -> tuple[Problem, ...]:
    """Everything that is wrong with a number of the money test, in pounds or percent."""
    return tuple(_problems(entry, value))


def _problems(entry: MoneyInput, value: float) -> Iterator[Problem]:
    top = MOST_PERCENT if entry.kind is MoneyKind.PERCENT else LARGEST
    is_number = not isinstance(value, bool) and (isinstance(value, int) or isfinite(value))
    if not (is_number and entry.least <= value <= top):
        fault = f"'{entry.name}' takes a number from {entry.least:g} to {top:,}, not {shown(value)}."
        yield Problem("", fault, "Leave it out where it is not known.")
