"""What a workshop found, in words."""

from detector.core.answers import AnswerSheet, WorkshopResult
from detector.wording.plain import counted, day_in_full

AGREEMENT_MEANS = (
    "Agreement runs from -1 (the room is split between the two ends) through 0 (every answer is as common as any "
    "other) to 1 (all chose the same). It is van der Eijk's A, a measure made for answers on ordered levels."
)
FEW_MEANS = (
    "Answers of fewer than five people are never shown, nor any group whose answers could be worked out from the "
    "rest. This holds for everybody, the facilitator included."
)
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
    """A median level as people read it: "2", "1.5", or "none" where nobody chose a level."""
    return "none" if median is None else f"{median:g}"


def workshop_sentence(result: WorkshopResult) -> str:
    """Where an agreed level comes from, in a sentence or two."""
    people = counted(result.people, "person", "people")
    figures = (
        ""
        if result.agreement is None
        else f", median level {level_number(result.median)}, {agreement_in_words(result.agreement)}"
    )
    dissent = f" Dissent: {result.dissent}" if result.dissent else ""
    return (
        f"Agreed at level {result.level} in a workshop on {day_in_full(result.held_on)}, round {result.round}: "
        f"{people} answered{figures}.{dissent}"
    )


def workshop_found(sheet: AnswerSheet, question_id: str) -> str:
    """Where an agreed level comes from, and whether the answer is another by now; nothing where no room agreed one."""
    result, answer = sheet.workshop.get(question_id), sheet.answers.get(question_id)
    if result is None:
        return ""
    unchanged = answer is not None and answer.level == result.level
    return workshop_sentence(result) if unchanged else f"{workshop_sentence(result)} {CHANGED_SINCE}"
