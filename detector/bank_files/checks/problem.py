"""A mistake between entries of the bank, and where entries are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detector.core.bank import Bank, Question
from detector.core.messages import did_you_mean, one_of, shown

Path = tuple[str | int, ...]
_MOST_NAMED = 12


@dataclass(frozen=True)
class Mistake:
    """What is wrong with the entry at a path of keys and positions in the bank, and how to mend it."""

    entry: Path
    fault: str
    remedy: str


@dataclass(frozen=True)
class Unread:
    """What is known of entries that could not be read.

    `words` are all words in them: these may be ids, so they count as known and as used. `keys` are the bank's keys
    that are not all there, so that nothing is said of what is missing under them.
    """

    words: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()


def question_entries(bank: Bank) -> Iterator[tuple[Path, Question]]:
    """Every scored question with its path, in the order of asking."""
    for position, dimension in enumerate(bank.dimensions):
        for number, question in enumerate(dimension.questions):
            yield ("dimensions", position, "questions", number), question


def right_word(word: str, words: Iterable[str], kind: str) -> str:
    """A remedy for a word that is none of the right ones: the nearest, all where they are few, or how to add it."""
    known = tuple(dict.fromkeys(words))
    if near := did_you_mean(word, known):
        return near
    return one_of(known) if 0 < len(known) <= _MOST_NAMED else f"Name another, or add the {kind}."


def item_mistake(entry: Path, item: str | int) -> Mistake:
    """An item that stands twice in one list."""
    return Mistake(entry, f"{shown(item)} is named twice.", "Keep it once.")
