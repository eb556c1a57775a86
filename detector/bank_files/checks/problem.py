"""What several checks say, and where questions are."""

from collections.abc import Iterable, Iterator

from detector.bank_files.tree import Path
from detector.core.bank import Bank, Question
from detector.core.errors import Problem
from detector.core.messages import did_you_mean, one_of, shown

_MOST_NAMED = 12


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


def item_problem(path: Path, item: str | int) -> Problem[Path]:
    """An item that stands twice in one list."""
    return Problem(path, f"{shown(item)} is named twice.", "Keep it once.")
