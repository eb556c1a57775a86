"""Whether a text is a day of the calendar as the product writes it: 2027-03-01."""

from collections.abc import Iterator
from datetime import date

from detector.core.errors import Problem
from detector.core.messages import shown

# Far beyond any project's: they only keep out a slip of the keyboard, such as the year 0227.
EARLIEST_DAY = date(2000, 1, 1)
LATEST_DAY = date(2099, 12, 31)


def day_problems(place: str, what: str, text: str) -> Iterator[Problem]:
    """What is wrong with a day; `what` begins the sentence, for instance "The target date"."""
    day = _day(text)
    if day is None:
        fault = f"{what} {shown(text)} is not a day of the calendar written as year, month and day."
        yield Problem(place, fault, "Write it like 2027-03-01.")
    elif not EARLIEST_DAY <= day <= LATEST_DAY:
        fault = f"{what} {shown(text)} is not from {EARLIEST_DAY.year} to {LATEST_DAY.year}."
        yield Problem(place, fault, "Check the year.")


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # Python also reads 20270301 and 2027-W09-1, which few people would.
    return day if day.isoformat() == text else None
