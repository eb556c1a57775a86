"""Whether the value of a fact fits its question."""

from collections.abc import Iterator
from math import isfinite

from detector.core.answers.days import day_problems
from detector.core.answers.service_codes import NO_CODE, code_digits
from detector.core.answers.sheet import FactValue
from detector.core.bank import FactKind, FactQuestion
from detector.core.errors import Problem
from detector.core.messages import LONGEST_LINE, did_you_mean, one_of, shown, text_problems
from detector.core.text import is_blank

# Far beyond any council's: it only keeps a slip of the keyboard out of the sums.
LARGEST = 1_000_000_000_000
# A penny: whatever is less is no sum, share or count of anything here, but a slip of a program.
SMALLEST = 0.01
MOST_PERCENT = 100


def fact_problems(fact: FactQuestion, value: FactValue) -> tuple[Problem, ...]:
    """Everything that is wrong with the value of a fact."""
    return tuple(_problems(fact, value))


def _problems(fact: FactQuestion, value: FactValue) -> Iterator[Problem]:
    match fact.kind:
        case FactKind.MONEY | FactKind.COUNT | FactKind.DECIMAL | FactKind.PERCENT:
            yield from _number_problems(fact, value)
        case FactKind.CHOICE:
            yield from _choice_problems(fact, value)
        case FactKind.CHOICES:
            yield from _choices_problems(fact, value)
        case FactKind.YES_NO:
            if not isinstance(value, bool):
                yield Problem("", f"'{fact.text}' takes yes or no, not {_named(value)}.", "In a file: true or false.")
        case FactKind.TEXT:
            yield from _line_problems(fact, value)
        case FactKind.DATE:
            yield from _day_problems(fact, value)
        case FactKind.CODE:
            yield from _code_problems(fact, value)


def _number_problems(fact: FactQuestion, value: FactValue) -> Iterator[Problem]:
    words = "a whole number" if fact.kind is FactKind.COUNT else "a number"
    top = MOST_PERCENT if fact.kind is FactKind.PERCENT else LARGEST
    number = _number(value)
    is_fitting = number is not None and 0 <= number <= top
    if number is not None and fact.kind is FactKind.COUNT:
        is_fitting = is_fitting and number == int(number)
    if not is_fitting:
        yield Problem("", f"'{fact.text}' takes {words} from 0 to {top:,}, not {_named(value)}.")
    elif number and number < SMALLEST:
        yield Problem("", f"'{fact.text}' takes 0, or {words} from {SMALLEST} to {top:,}, not {_named(value)}.")


def _number(value: FactValue) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if isinstance(value, int) or isfinite(value) else None


def _choice_problems(fact: FactQuestion, value: FactValue) -> Iterator[Problem]:
    options = [option.id for option in fact.options]
    if isinstance(value, str) and value in options:
        return
    near = did_you_mean(value, options) if isinstance(value, str) else ""
    yield Problem("", f"'{fact.text}' does not take {_named(value)}.", near or one_of(options))


def _choices_problems(fact: FactQuestion, value: FactValue) -> Iterator[Problem]:
    if not isinstance(value, tuple):
        yield Problem("", f"'{fact.text}' takes a list of choices, not {_named(value)}.")
        return
    if not value:
        yield Problem("", f"'{fact.text}' has an empty list of choices.", "Choose one, or leave the fact out.")
    # A hostile list may be long: nobody needs more than the first few faults of it.
    for choice in value[: len(fact.options) + 1]:
        yield from _choice_problems(fact, choice)
    if len(set(value)) < len(value):
        yield Problem("", f"'{fact.text}' has the same choice twice.", "Keep each choice once.")


def _line_problems(fact: FactQuestion, value: FactValue) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield Problem("", f"'{fact.text}' takes a text, not {_named(value)}.")
    elif is_blank(value):
        yield Problem("", f"'{fact.text}' has an empty text.", "Write something, or leave the fact out.")
    else:
        yield from text_problems("", value, LONGEST_LINE)


def _day_problems(fact: FactQuestion, value: FactValue) -> Iterator[Problem]:
    if isinstance(value, str):
        yield from day_problems("", f"'{fact.text}': the day", value)
    else:
        yield Problem("", f"'{fact.text}' takes a day, not {_named(value)}.", "Write it like 2027-03-01.")


def _code_problems(fact: FactQuestion, value: FactValue) -> Iterator[Problem]:
    if not isinstance(value, str) or code_digits(value) is None or "".join(value.split()) != value:
        yield Problem("", f"'{fact.text}' takes a code, not {_named(value)}.", NO_CODE)


def _named(value: FactValue) -> str:
    return "a list" if isinstance(value, tuple) else shown(value)
