"""Names and phrases that people could take for one another."""

from collections.abc import Iterable, Iterator

from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.words import Words
from detector.core.errors import Problem
from detector.core.messages import shown


def alike(bank: Bank, words: Words) -> Iterator[Problem[Path]]:  # noqa: ARG001 - the checks of words are called alike
    """Second uses of a short name, a phrase, a term or a time."""
    for texts in (_short_texts(words), _phrases(words), _roles(words), _terms(words), _times(words)):
        yield from _doubles(texts)


def _doubles(texts: Iterable[tuple[Path, str]]) -> Iterator[Problem[Path]]:
    seen: set[str] = set()
    for path, text in texts:
        folded = " ".join(text.casefold().split())
        if folded in seen:
            yield Problem(path, f"{shown(text)} stands here twice.", "Write what tells the two apart.")
        seen.add(folded)


def _short_texts(words: Words) -> Iterator[tuple[Path, str]]:
    for at, each in enumerate(words.questions):
        yield ("words", "questions", at, "short_text"), each.short_text


def _phrases(words: Words) -> Iterator[tuple[Path, str]]:
    # They are printed without their question, so they must differ between questions, too.
    for at, each in enumerate(words.questions):
        for level, phrase in enumerate(each.level_phrases):
            yield ("words", "questions", at, "level_phrases", level), phrase


def _roles(words: Words) -> Iterator[tuple[Path, str]]:
    for at, each in enumerate(words.stakeholders):
        yield ("words", "stakeholders", at, "short_name"), each.short_name


def _terms(words: Words) -> Iterator[tuple[Path, str]]:
    for at, each in enumerate(words.terms):
        yield ("words", "terms", at, "term"), each.term
        for number, other in enumerate(each.also):
            yield ("words", "terms", at, "also", number), other


def _times(words: Words) -> Iterator[tuple[Path, str]]:
    for at, time in enumerate(words.times):
        yield ("words", "times", at), time
