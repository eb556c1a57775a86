"""Draft recommendations: the short draft has its four points, and only what can be filled in stands in braces."""

import re
from collections.abc import Iterator

from detector.bank_files.checks.problem import right_word
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.words import SHORT_DRAFT, Recommendation, Words
from detector.core.errors import Problem
from detector.core.messages import shown

# What is filled in from the answers; questions/README.md says with what.
FILLED_IN = (
    "service", "date", "open_gates", "weaknesses", "actions", "improvements", "first_ways", "failed_gates",
    "clears_when", "find_out_first",
)  # fmt: skip
_BRACES = re.compile(r"\{([^{}]*)\}")


def recommendation_problems(bank: Bank, words: Words) -> Iterator[Problem[Path]]:  # noqa: ARG001 - called alike
    """Short drafts of another length, more or fewer than one draft without a verdict, and unknown words in braces."""
    without = [at for at, each in enumerate(words.recommendations) if each.band is None]
    for at in without[1:]:
        yield Problem(("words", "recommendations", at), "another one has no 'band' either.", "Keep one of them.")
    if not without:
        remedy = "Add one without 'band', for 'too early to say'."
        yield Problem(("words", "recommendations"), "none is for a result without a verdict.", remedy)
    for at, each in enumerate(words.recommendations):
        path = ("words", "recommendations", at)
        yield from _short(each, path)
        for where, text in _texts(each, path):
            yield from _braces(where, text)


def _short(draft: Recommendation, path: Path) -> Iterator[Problem[Path]]:
    short = sum(point.in_short for point in draft.points)
    if short != SHORT_DRAFT:
        fault = f"{short} points are 'in_short', and the short draft has {SHORT_DRAFT}."
        yield Problem((*path, "points"), fault, "Mark as many.")
    for number, point in enumerate(draft.points):
        if point.in_short and point.when is not None:
            remedy = "Take 'when' away, or write 'instead'."
            yield Problem((*path, "points", number), "a point of the short draft always stands.", remedy)


def _texts(draft: Recommendation, path: Path) -> Iterator[tuple[Path, str]]:
    yield (*path, "members_are_asked_to"), draft.members_are_asked_to
    for number, point in enumerate(draft.points):
        here = (*path, "points", number)
        yield (*here, "text"), point.text
        yield from (((*here, "instead", other, "text"), each.text) for other, each in enumerate(point.instead))


def _braces(path: Path, text: str) -> Iterator[Problem[Path]]:
    for name in _BRACES.findall(text):
        if name not in FILLED_IN:
            yield Problem(path, f"nothing is filled in for {shown(name)}.", right_word(name, FILLED_IN, "word"))
    if set(_BRACES.sub("", text)) & set("{}"):
        yield Problem(path, "a brace is not closed or not opened.", "Write '{service}'.")
