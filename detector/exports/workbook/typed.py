"""Texts as a cell can hold them."""

import re

MOST_CHARACTERS = 32_767
"""How many characters a cell of a spreadsheet can hold."""

_LINE_END = re.compile("\r\n?")
# What XML cannot hold, half characters, and marks that turn the reading order of what follows and could so make a
# note read as something it is not.
_LEFT_OUT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_CUT = "\n[Cut here: this text has {:,} characters, more than a cell can hold. The JSON file has all of it.]"


def cell_text(text: str) -> str:
    """The text without what no cell can hold or what turns its direction, cut with a mark where it is too long."""
    kept = _LEFT_OUT.sub("", _LINE_END.sub("\n", text))
    # A spreadsheet counts a character outside the basic plane as two.
    if len(kept) * 2 <= MOST_CHARACTERS or _units(kept) <= MOST_CHARACTERS:
        return kept
    mark = _CUT.format(len(kept))
    return _first_units(kept, MOST_CHARACTERS - len(mark)) + mark


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _first_units(text: str, most: int) -> str:
    start = text[:most]
    while _units(start) > most:
        start = start[: len(start) - (_units(start) - most + 1) // 2]
    return start
