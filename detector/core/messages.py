"""Words that faults are told in, and the rules every typed text keeps."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from math import isinf, isnan

from detector.core.errors import Problem
from detector.core.text import is_keepable

LONGEST_NOTE = 20_000
LONGEST_LINE = 200
_LONGEST_SHOWN = 60


def shown(value: object) -> str:
    """A value as it can be named in a message: short, on one line, with no invisible or turning characters."""
    match value:
        case str():
            text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in value[:_LONGEST_SHOWN])
            return f"'{text}'" if len(value) <= _LONGEST_SHOWN else f"'{text}...'"
        case bool():
            return "yes" if value else "no"
        case float() if isnan(value):
            return "NaN"
        case float() if isinf(value):
            return "a number without end"
        case int() if value.bit_length() > _LONGEST_SHOWN:
            return "a number too long to show"
        case _:
            return str(value)[:_LONGEST_SHOWN]


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """A question naming the nearest of the words, or nothing where none is near."""
    by_folded = {known.casefold(): known for known in words}
    near = get_close_matches(word[:_LONGEST_SHOWN].casefold(), by_folded, n=1)
    return f"Did you mean '{by_folded[near[0]]}'?" if near else ""


def one_of(words: Iterable[str]) -> str:
    """A remedy naming the words to choose from."""
    return f"Use one of: {', '.join(words)}."


def text_problems(place: str, text: str, longest: int) -> Iterator[Problem]:
    """What is wrong with a typed text: its length, or characters that no file or database can hold."""
    if len(text) > longest:
        yield Problem(place, f"This text has {len(text):,} characters.", f"Shorten it to at most {longest:,}.")
    if not is_keepable(text):
        yield Problem(
            place,
            "This text holds a character that cannot be kept.",
            "Type the text again, or paste it as plain text.",
        )
