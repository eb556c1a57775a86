"""The head of an assessment's history: a few letters that tell it from every other history."""

import re
from dataclasses import dataclass

SHORT = 12
"""How many letters of a head are printed in documents."""
_WHOLE = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Head:
    """How many changes a history has, and the last link of their chain, which seals all of them: 64 letters."""

    changes: int
    link: str


def short(link: str) -> str:
    """A head as documents print it."""
    return link[:SHORT]


def is_head(text: str) -> bool:
    """Whether the text can be a whole head."""
    return _WHOLE.fullmatch(text) is not None
