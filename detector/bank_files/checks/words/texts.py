"""What people read, and no code in it."""

import re
from collections.abc import Iterator

from pydantic import JsonValue

from detector.bank_files.folder import WORDS
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.words import Words
from detector.core.errors import Problem
from detector.core.messages import shown

# Keys with an id or a condition, which nobody reads.
_NOT_READ = {"id", "question", "gate", "stakeholder", "band", "fact", "when"}


def codes(bank: Bank, words: Words) -> Iterator[Problem[Path]]:
    """Texts with a dimension's letters and a number in them."""
    letters = "|".join(re.escape(dimension.id) for dimension in bank.dimensions)
    code = re.compile(rf"\b(?:{letters})\d+\b")
    for path, text in texts_in((WORDS,), words.model_dump(mode="json")):
        if found := code.search(text):
            yield Problem(path, f"{shown(found[0])} is a code that people do not know.", "Say it in words.")


def texts_in(path: Path, entry: JsonValue) -> Iterator[tuple[Path, str]]:
    """Every text in an entry that stands at a path, with its own path; ids and conditions left out."""
    match entry:
        case str():
            yield path, entry
        case dict():
            for key, part in entry.items():
                if key not in _NOT_READ:
                    yield from texts_in((*path, key), part)
        case list():
            for position, part in enumerate(entry):
                yield from texts_in((*path, position), part)
        case _:
            return
