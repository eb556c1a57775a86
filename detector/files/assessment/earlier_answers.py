"""What an older bank's question was answered, kept in that bank's words for the questions that took it in."""

from collections.abc import Sequence

from detector.core.answers import AnswerState
from detector.core.bank import TOP_LEVEL
from detector.files.assessment.json_tree import Json

NOT_ANSWERED = "not answered"


def earlier_answer(text: str, levels: Sequence[str], entry: Json, beside: Sequence[str]) -> dict[str, Json]:
    """A question that is no longer asked, its answer in words, and its note with the links that stood there."""
    answered = entry if isinstance(entry, dict) else {}
    links = answered.get("links")
    note = [answered.get("note"), *(links if isinstance(links, list) else ())]
    return {
        "question": text,
        "answer": _in_words(answered, levels),
        "note": " ".join(part for part in note if isinstance(part, str) and part),
        "beside": [*beside],
    }


def with_room(told: dict[str, Json], result: Json) -> dict[str, Json]:
    """The same, with what a workshop had agreed on it."""
    if not isinstance(result, dict):
        return told
    held_on, level, dissent = (result.get(key) for key in ("held_on", "level", "dissent"))
    room = f"A workshop agreed level {level} of {TOP_LEVEL} on {held_on}."
    more = [part for part in (told["note"], room, dissent) if isinstance(part, str) and part]
    return {**told, "note": " ".join(more)}


def _in_words(entry: dict[str, Json], levels: Sequence[str]) -> str:
    level, state = entry.get("level"), entry.get("state")
    if state == AnswerState.DONT_KNOW:
        return "don't know"
    if state == AnswerState.NOT_APPLICABLE:
        return f"not applicable, because {entry.get('reason')}"
    if isinstance(level, int) and not isinstance(level, bool) and 0 <= level <= TOP_LEVEL:
        number = f"level {level} of {TOP_LEVEL}"
        return f"{levels[level]} ({number})" if levels else number
    return NOT_ANSWERED
