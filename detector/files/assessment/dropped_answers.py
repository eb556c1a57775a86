"""What is said of an entry that a newer bank renames, or has no place for."""

from collections.abc import Iterator
from itertools import islice

from detector.core.answers import AnswerState
from detector.core.messages import shown
from detector.files.assessment.json_tree import Json, named

# Each section whose keys are ids of the bank: what an entry is of, and why there is no place for it now.
SECTIONS = {
    "answers": ("Question", "no longer asked"),
    "facts": ("Fact", "no longer asked"),
    "weights": ("The weight of", "no longer set"),
    "plan": ("Action", "no longer one of the actions"),
    "workshop": ("What a workshop found on", "no longer asked"),
    "money": ("The money test's number", "no longer asked"),
}
_STATES = {AnswerState.DONT_KNOW.value: "don't know", AnswerState.NOT_APPLICABLE.value: "not applicable"}
_WORDS = {
    "level": "level",
    "evidence": "evidence grade",
    "note": "note",
    "links": "links",
    "reason": "reason",
    "owner": "owner",
    "due": "due on",
    "held_on": "held on",
    "round": "round",
    "people": "people",
    "chose": "chose a level",
    "groups_counted": "groups compared",
    "groups_apart": "groups apart",
    "dont_know": "did not know",
    "median": "median",
    "agreement": "agreement",
    "dissent": "dissent",
}
_FEW = 6


def renamed_line(section: str, old: str, new: str) -> str:
    """That an entry is now kept under another id."""
    return f"{SECTIONS[section][0]} {old} is now called {new}."


def dropped_line(section: str, key: str, value: Json, text: str = "") -> str:
    """That an entry is left out, and what it held, as people say it; what is long is cut.

    `text` is what the entry was called in words, where that is known.
    """
    subject, fate = SECTIONS[section]
    name = f"'{text}'" if text else key
    return f"{subject} {name} is {fate}, so it was left out. It held: {told_value(value)}."


def told_value(value: Json) -> str:
    """What an entry held, as people say it; what is long is cut."""
    return _several(_parts(value)) if isinstance(value, dict) else _in_words(value)


def _parts(entry: dict[str, Json]) -> Iterator[str]:
    for key, value in entry.items():
        match key, value:
            case "state", str() if value in _STATES:
                yield _STATES[value]
            case ("state", "level") | (_, None | False | "" | []):
                continue
            case "done", True:
                yield "done"
            case _:
                yield f"{_WORDS.get(key) or shown(key)} {_in_words(value)}"


def _in_words(value: Json) -> str:
    match value:
        case list():
            return _several(named(part) for part in value)
        case None:
            return "nothing"
        case _:
            return named(value)


def _several(parts: Iterator[str]) -> str:
    few = [*islice(parts, _FEW + 1)]
    return ", ".join([*few[:_FEW], "and more"] if len(few) > _FEW else few) or "nothing"
