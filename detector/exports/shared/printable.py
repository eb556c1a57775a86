"""Text as the shipped fonts can print it: the archive standard forbids a letter without a shape."""

import unicodedata
from functools import cache
from pathlib import Path

MARKER = "\u2610"
"""Printed for every character that the fonts do not have: an empty box, as people know it from screens."""

COVERAGE = Path(__file__).parents[1] / "fonts" / "coverage.txt"


def printable(text: str) -> str:
    """A clean text with a marker for each character that no shipped font has.

    What only shapes the letter beside it is left out: joiners and variation selectors.
    """
    return text.translate(_shapes())


class _Shapes(dict[int, str]):
    """What is printed for a character, by its number; worked out when a text first holds it."""

    def __init__(self, covered: frozenset[int]) -> None:
        super().__init__()
        self._covered = covered

    def __missing__(self, code: int) -> str:
        self[code] = self._shape(chr(code))
        return self[code]

    def _shape(self, character: str) -> str:
        if character == "\n" or ord(character) in self._covered:
            return character
        category = unicodedata.category(character)
        if category == "Zs":
            return " "
        is_selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
        return "" if category == "Cf" or is_selector else MARKER


@cache
def _shapes() -> _Shapes:
    ranges = (line.split("-") for line in COVERAGE.read_text("ascii").split())
    return _Shapes(frozenset(code for first, last in ranges for code in range(int(first, 16), int(last, 16) + 1)))
