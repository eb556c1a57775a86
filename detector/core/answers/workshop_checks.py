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
FEWEST_GROUPS = 2
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
    if result.level is not None and not is_level(result.level):
        yield Problem("level", f"There is no level {shown(result.level)}.", f"Write 0 to {TOP_LEVEL}.")
    yield from _range_problems(result)
    yield from _number_problems(result)
    yield from _privacy_problems(result)
    yield from text_problems("dissent", result.dissent, LONGEST_NOTE)


def _range_problems(result: WorkshopResult) -> Iterator[Problem]:
    figures = {
        "median": (result.median, 0, TOP_LEVEL),
        "agreement": (result.agreement, -1, 1),
        "groups_apart": (result.groups_apart, 0, TOP_LEVEL),
    }
    for part, (figure, least, most) in figures.items():
        if figure is not None and not least <= figure <= most:
            yield Problem(part, f"It is {shown(figure)}.", f"It lies from {least} to {most}.")


def _number_problems(result: WorkshopResult) -> Iterator[Problem]:
    """Where the numbers of people and groups do not add up."""
    chose, unknowing, groups = result.chose, result.dont_know, result.groups_counted
    if (chose is None) != (unknowing is None):
        part = "chose" if chose is None else "dont_know"
        yield Problem(part, "It is missing.", "Write how many chose a level and how many did not know, or neither.")
    elif (
        chose is not None
        and unknowing is not None
        and (min(chose, unknowing) < 0 or chose + unknowing != result.people)
    ):
        fault = f"{shown(chose)} who chose a level and {shown(unknowing)} who did not know are not "
        yield Problem("chose", f"{fault}{shown(result.people)} people.", "Write numbers that add up.")
    if groups is not None and not 0 <= groups * FEWEST_SHOWN <= (chose or 0):
        fault = f"{shown(groups)} groups cannot be compared: each needs {FEWEST_SHOWN} people who chose a level."
        yield Problem("groups_counted", fault, "Leave it out.")
    if result.groups_apart is not None and (groups or 0) < FEWEST_GROUPS:
        yield Problem("groups_apart", "Fewer than two groups were compared.", "Leave it out.")


def _privacy_problems(result: WorkshopResult) -> Iterator[Problem]:
    """Where a figure is told that nobody may be told, or that says nothing."""
    of_levels = {"median": result.median, "agreement": result.agreement, "groups_apart": result.groups_apart}
    of_people = {"chose": result.chose, "dont_know": result.dont_know, "groups_counted": result.groups_counted}
    told = [part for part, figure in (of_levels | of_people).items() if figure is not None]
    if result.people < FEWEST_SHOWN:
        fault = f"Fewer than {FEWEST_SHOWN} people answered, so nothing is told of their answers."
        yield from (Problem(part, fault, "Leave it out.") for part in told)
        return
    if result.chose is None or (result.chose >= FEWEST_SHOWN and 2 * result.chose >= result.people):
        return
    fault = f"Fewer than {FEWEST_SHOWN} people, or under half, chose a level, so the room does not know."
    yield from (Problem(part, fault, "Leave it out.") for part in told if part in of_levels)
