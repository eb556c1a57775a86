"""What a workshop found, in words."""

from collections.abc import Iterator, Sequence

from detector.core.answers import AnswerSheet, AnswerState, WorkshopResult
from detector.core.workshop.tallies import Tally
from detector.wording.plain import counted, day_in_full, number

AGREEMENT_MEANS = (
    "Agreement runs from -1 (the room is split between the two ends) through 0 (every answer is as common as any "
    "other) to 1 (all chose the same). It is van der Eijk's A, a measure made for answers on ordered levels."
)
FEW_MEANS = (
    "Answers of fewer than five people are never shown, nor any group whose answers could be worked out from the "
    "rest. This holds for everybody, the facilitator included."
)
FEW_KNOW_MEANS = (
    "Median and agreement are told where five or more people, and at least half of those who answered, chose a level. "
    "Elsewhere the room does not know, and that is what it should record."
)
BETWEEN_GROUPS_MEANS = (
    "Groups agree where their medians are close. Only groups in which five or more people chose a level are compared. "
    "This, and not the agreement within the room, counts in the confidence of the result."
)
DOES_NOT_KNOW = "The room does not know"
NOT_SHOWN = "Fewer than five people answered, so their answers are not shown."
CHANGED_SINCE = "The answer is another one now."
_STEPS = ((0.8, "nearly all agree"), (0.5, "broad agreement"), (0.2, "some agreement"), (-0.2, "views are spread"))
_DIVIDED = "the room is divided"


def agreement_in_words(agreement: float | None) -> str:
    """An agreement (-1 to 1) with its number: "broad agreement (0.6)"; that it cannot be told where it is None."""
    if agreement is None:
        return "agreement cannot be told"
    said = next((words for least, words in _STEPS if agreement >= least), _DIVIDED)
    return f"{said} ({signed(agreement)})"


def signed(agreement: float) -> str:
    """An agreement as a number with one place: "0.6", "-0.3", and never "-0.0"."""
    return f"{round(agreement, 1) + 0.0:.1f}"


def level_number(median: float | None) -> str:
    """A median level as people read it: "2", "1.5", or "none" where too few chose a level."""
    return "none" if median is None else f"{median:g}"


def chose_in_words(people: int, chose: int) -> str:
    """How many of those who answered chose a level: "5 of 12 chose a level; 7 do not know"."""
    unknowing = people - chose
    rest = f"; {number(unknowing)} {'does' if unknowing == 1 else 'do'} not know" if unknowing else ""
    return f"{number(chose)} of {number(people)} chose a level{rest}"


def tally_in_words(room: Tally) -> str:
    """What a room, or a group, answered, in a sentence or two: its median and agreement, or that it does not know."""
    chosen = chose_in_words(room.people, room.chose)
    if room.median is None:
        return f"{DOES_NOT_KNOW}: {chosen}."
    median = f"Median level {level_number(room.median)}; {agreement_in_words(room.agreement)}."
    return f"{chosen}. {median}"


def groups_in_words(counted: int | None, apart: float | None) -> str:
    """How far the groups of a room agree, without a full stop; nothing where they could not be compared."""
    if counted is None or apart is None:
        return ""
    if apart == 0:
        return f"the medians of {counted} groups are the same"
    return f"the medians of {counted} groups lie up to {counted_levels(apart)} apart"


def counted_levels(distance: float) -> str:
    """A distance between levels: "1 level", "1.5 levels"."""
    return f"{distance:g} {'level' if distance == 1 else 'levels'}"


def agreed_in_words(levels: Sequence[str], level: int | None) -> str:
    """What a room settled on: the level with its descriptor, or that it does not know."""
    return "Don't know" if level is None else f"Level {level}: {levels[level]}"


def workshop_sentence(result: WorkshopResult) -> str:
    """Where an agreed level comes from, in a sentence or two."""
    agreed = "Agreed that nobody knows yet" if result.level is None else f"Agreed at level {result.level}"
    dissent = f" Dissent: {result.dissent}" if result.dissent else ""
    return (
        f"{agreed} in a workshop on {day_in_full(result.held_on)}, round {result.round}: "
        f"{', '.join(_figures(result))}.{dissent}"
    )


def _figures(result: WorkshopResult) -> Iterator[str]:
    yield f"{counted(result.people, 'person', 'people')} answered"
    if result.chose is not None:
        yield chose_in_words(result.people, result.chose)
    if result.agreement is not None:
        yield f"median level {level_number(result.median)}"
        yield agreement_in_words(result.agreement)
    if groups := groups_in_words(result.groups_counted, result.groups_apart):
        yield groups


def workshop_found(sheet: AnswerSheet, question_id: str) -> str:
    """Where an agreed level comes from, and whether the answer is another by now; nothing where no room agreed one."""
    result, answer = sheet.workshop.get(question_id), sheet.answers.get(question_id)
    if result is None:
        return ""
    unchanged = answer is not None and answer.level == result.level and answer.state is not AnswerState.NOT_APPLICABLE
    return workshop_sentence(result) if unchanged else f"{workshop_sentence(result)} {CHANGED_SINCE}"
