"""What is typed into the box of a fact, and the value it stands for."""

from detector.core.answers import NO_CODE, FactValue, code_digits
from detector.core.bank import FactKind
from detector.core.text import is_blank
from detector.ui.shared.dates import NOT_A_DATE, read_date
from detector.ui.shared.numbers import likely_number, read_number
from detector.wording.plain import day_in_full, money, number

NUMBERS = (FactKind.MONEY, FactKind.COUNT, FactKind.DECIMAL, FactKind.PERCENT)
# Kinds whose box shows, once nobody is in it, how the value is written here.
WRITTEN_OUT = (*NUMBERS, FactKind.DATE, FactKind.CODE)


def read_typed(kind: FactKind, typed: str) -> FactValue | None:
    """The value of typed words; None where there are none, or where they cannot be read."""
    if is_blank(typed):
        return None
    match kind:
        case FactKind.DATE:
            return read_date(typed)
        case FactKind.CODE:
            return code_digits(typed)
        case FactKind.TEXT | FactKind.CHOICE:
            return typed.strip()
        case _:
            return read_number(typed)


def asked_again(kind: FactKind, typed: str) -> str:
    """What to say where words cannot be read, else nothing: no value is guessed into the record."""
    if not typed.strip() or kind not in WRITTEN_OUT or read_typed(kind, typed) is not None:
        return ""
    if kind is FactKind.DATE:
        return NOT_A_DATE
    if kind is FactKind.CODE:
        return NO_CODE
    likely = likely_number(typed)
    question = f"Did you mean {likely}? " if likely else ""
    return f"{question}Write a number, for instance 4,200,000 or 9.5."


def written(kind: FactKind, value: str | int | float) -> str:
    """A value as its box shows it."""
    if isinstance(value, str):
        return day_in_full(value) if kind is FactKind.DATE else value
    return money(value) if kind is FactKind.MONEY else number(value)
