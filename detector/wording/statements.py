"""Where statements come from, in words: source, number, and the day it was checked."""

from collections.abc import Iterable
from datetime import date

from detector.core.bank import Bank, Source
from detector.core.bank.guidance import Statement
from detector.core.bank.index import index_of
from detector.wording.plain import day

JUDGEMENT = "(Judgement.)"
TAKE_ADVICE = "(Not settled, or not confirmed here: take advice.)"
RELIABILITY = {
    "A": "Law, regulator or government",
    "B": "Professional or sector body",
    "C": "Press or secondary",
    "D": "Not for citing",
}


def numbered(numbers: Iterable[int]) -> str:
    """Sources by number alone: "[2][33]"."""
    return "".join(f"[{number}]" for number in numbers)


def cited(bank: Bank, numbers: Iterable[int], checked_on: date | None = None) -> str:
    """Sources by title and number, and when the statement was checked."""
    sources = index_of(bank).sources
    named = "; ".join(f"{sources[number].title} [{number}]" for number in numbers)
    return f"Source: {named}.{_checked(checked_on)}" if named else "Professional judgement."


def cited_briefly(numbers: Iterable[int], checked_on: date | None = None) -> str:
    """Sources by number alone, for a page or document that lists them below."""
    named = numbered(numbers)
    return f"{named}{_checked(checked_on)}" if named else JUDGEMENT


def stated(statement: Statement) -> str:
    """A statement with its marks: judgement and open questions are never shown as fact."""
    judgement = f" {JUDGEMENT}" if statement.judgement else ""
    advice = f" {TAKE_ADVICE}" if statement.take_advice else ""
    return f"{statement.text} {numbered(statement.sources)}".rstrip() + judgement + advice


def checked_when(dates: Iterable[date | None]) -> str:
    """When statements were checked: "checked on" a day, or "checked between" the first and the last."""
    known = sorted({each for each in dates if each is not None})
    if not known:
        return ""
    first, last = known[0], known[-1]
    return f"checked on {day(first)}" if first == last else f"checked between {day(first)} and {day(last)}"


def how_read(source: Source) -> str:
    """How much of a source was read, and when."""
    return f"{source.seen}, {day(source.checked_on)}"


def _checked(checked_on: date | None) -> str:
    return f" Checked on {day(checked_on)}." if checked_on else ""
