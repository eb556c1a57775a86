"""Text as the shipped fonts can print it: the archive standard forbids a letter without a shape."""

import re
import unicodedata
from functools import cache
from pathlib import Path

MARKER = "\u2610"
"""Printed for every character that the fonts do not have: an empty box, as people know it from screens."""

COVERAGE = Path(__file__).with_name("coverage.txt")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNBROKEN = re.compile(r"[^\s\-]{25,}")
_PIECE = re.compile("(.{12})(?![\u0300-\u036f])(?=.)", re.DOTALL)
_ADDRESS = re.compile(r"https?://|www\.")


def printable(text: str) -> str:
    """The text with a marker for each character that no shipped font has.

    What has no shape of its own is left out: control characters, bidirectional controls, joiners, variation selectors.
    """
    return _LINE_ENDS.sub("\n", text).translate(_shapes())


def with_breaks(text: str) -> str:
    """The printable text, where a word too long for a column may go on in the next line, without a hyphen.

    Web addresses are left whole: the typesetter knows where to break them.
    """
    return _UNBROKEN.sub(_broken, printable(text))


def _broken(found: re.Match[str]) -> str:
    word = found.group()
    return word if _ADDRESS.search(word) else _PIECE.sub("\\1\u200b", word)


class _Shapes(dict[int, str]):
    """What is printed for a character, by its number; worked out when a text first holds it."""

    def __init__(self, covered: frozenset[int]) -> None:
        super().__init__()
        self._covered = covered

    def __missing__(self, code: int) -> str:
        self[code] = self._shape(chr(code))
        return self[code]

    def _shape(self, character: str) -> str:
        category = unicodedata.category(character)
        if character == "\n" or (ord(character) in self._covered and category != "Cf"):
            return character
        if category == "Zs" or character == "\t":
            return " "
        is_selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
        return "" if category in ("Cc", "Cf") or is_selector else MARKER


@cache
def _shapes() -> _Shapes:
    ranges = (line.split("-") for line in COVERAGE.read_text("ascii").split())
    return _Shapes(frozenset(code for first, last in ranges for code in range(int(first, 16), int(last, 16) + 1)))
