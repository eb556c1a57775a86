"""Whether what a workshop found on a question fits."""

from collections.abc import Iterator

from detector.core.answers.answer_checks import is_level, is_whole
from detector.core.answers.days import day_problems
from detector.core.answers.sheet import WorkshopResult
from detector.core.bank import TOP_LEVEL
from detector.core.errors import Problem
from detector.core.messages import LONGEST_NOTE, shown, text_problems

ROUNDS = (1, 2)
FEWEST_SHOWN = 5
MOST_PEOPLE = 100_000


def workshop_problems(result: WorkshopResult) -> tuple[Problem, ...]:
    """Everything that is wrong with it; each place is the part of it, or nothing for all of it."""
    return tuple(_problems(result))


def _problems(result: WorkshopResult) -> Iterator[Problem]:
    yield from day_problems("held_on", "The day of the workshop", result.held_on)
    if not is_whole(result.round, max(ROUNDS)) or result.round not in ROUNDS:
        yield Problem("round", f"There is no round {shown(result.round)}.", "Write 1 or 2.")
    if not is_whole(result.people, MOST_PEOPLE):
        yield Problem("people", f"{shown(result.people)} people cannot have answered.", "Write how many did.")
    if not is_level(result.level):
        yield Problem("level", f"There is no level {shown(result.level)}.", f"Write 0 to {TOP_LEVEL}.")
    yield from _figure_problems(result)
    yield from text_problems("dissent", result.dissent, LONGEST_NOTE)


def _figure_problems(result: WorkshopResult) -> Iterator[Problem]:
    figures = {"median": (result.median, 0, TOP_LEVEL), "agreement": (result.agreement, -1, 1)}
    for part, (figure, least, most) in figures.items():
        if figure is None:
            continue
        if not least <= figure <= most:
            yield Problem(part, f"It is {shown(figure)}.", f"It lies from {least} to {most}.")
        if result.people < FEWEST_SHOWN:
            fault = f"Fewer than {FEWEST_SHOWN} people answered, so nothing is told of their answers."
            yield Problem(part, fault, "Leave it out.")
