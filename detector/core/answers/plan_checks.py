"""Whether what is planned for an action fits."""

from collections.abc import Iterator
from datetime import date

from detector.core.answers.lookup import lookup_in
from detector.core.answers.sheet import PlannedAction
from detector.core.answers.wording import LONGEST_LINE, did_you_mean, shown, text_problems
from detector.core.bank import Bank
from detector.core.errors import Problem

# Far beyond any project's: they only keep out a slip of the keyboard, such as the year 0227.
EARLIEST_DUE = date(2000, 1, 1)
LATEST_DUE = date(2099, 12, 31)


def plan_problems(bank: Bank, rule_id: str, planned: PlannedAction) -> tuple[Problem, ...]:
    """Everything that is wrong with what is planned; each place is the part of it, or nothing for all of it."""
    actions = lookup_in(bank).actions
    if rule_id not in actions:
        return (Problem("", f"There is no action {shown(rule_id)}.", did_you_mean(rule_id, actions)),)
    return tuple(_problems(planned))


def _problems(planned: PlannedAction) -> Iterator[Problem]:
    if not (planned.owner.strip() or planned.due or planned.done):
        remedy = "Give an owner or a target date, or tick it off, or leave it out of the plan."
        yield Problem("", "Nothing is planned for this action.", remedy)
    yield from text_problems("owner", planned.owner, LONGEST_LINE)
    if planned.due:
        yield from _due_problems(planned.due)


def _due_problems(due: str) -> Iterator[Problem]:
    day = _day(due)
    if day is None:
        fault = f"The target date {shown(due)} is not a day of the calendar written as year, month and day."
        yield Problem("due", fault, "Write it like 2027-03-01.")
    elif not EARLIEST_DUE <= day <= LATEST_DUE:
        fault = f"The target date {shown(due)} is not from {EARLIEST_DUE.year} to {LATEST_DUE.year}."
        yield Problem("due", fault, "Check the year.")


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # Python also reads 20270301 and 2027-W09-1, which few people would.
    return day if day.isoformat() == text else None
