"""Whether what is planned for an action fits."""

from collections.abc import Iterator

from detector.core.answers.days import EARLIEST_DAY, LATEST_DAY, day_problems
from detector.core.answers.sheet import PlannedAction
from detector.core.errors import Problem
from detector.core.messages import LONGEST_LINE, text_problems
from detector.core.text import is_blank

EARLIEST_DUE, LATEST_DUE = EARLIEST_DAY, LATEST_DAY


def plan_problems(planned: PlannedAction) -> tuple[Problem, ...]:
    """Everything that is wrong with what is planned; each place is the part of it, or nothing for all of it."""
    return tuple(_problems(planned))


def _problems(planned: PlannedAction) -> Iterator[Problem]:
    if is_blank(planned.owner) and not (planned.due or planned.done):
        remedy = "Give an owner or a target date, or tick it off, or leave it out of the plan."
        yield Problem("", "Nothing is planned for this action.", remedy)
    yield from text_problems("owner", planned.owner, LONGEST_LINE)
    if planned.due:
        yield from day_problems("due", "The target date", planned.due)
