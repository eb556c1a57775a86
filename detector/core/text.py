"""Which characters a typed text may hold: one rule for every file, screen and store."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character was that no program can show or keep."""

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls, marks that turn the direction of reading, and what takes no room. The two joiners stay, for they shape
# the letters beside them (Persian, Hindi, faces of several parts), and so do the tags that make a flag of Wales.
_HIDDEN = re.compile(
    "(\U0001f3f4[\U000e0061-\U000e007a]{4,6}\U000e007f)"
    "|[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
# Halves of characters, private ones, and numbers that are no character.
_SHAPELESS = re.compile(
    "[\ud800-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000))
    + "]"
)
# What takes room, or none, and is never seen: the joiners, fillers, blank signs and choosers of a letter's shape.
_UNSEEN = re.compile(
    "[\\s\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]*"
)
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


def clean(text: str) -> str:
    """The text as it may be shown: every break of a line a newline, every tab a blank, and nothing hidden in it."""
    lines = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
    return _SHAPELESS.sub(REPLACEMENT, _HIDDEN.sub(r"\1", lines))


def one_line(text: str) -> str:
    """The clean text on one line, with single blanks between words."""
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    """Whether nobody can see anything in the text, whatever it holds."""
    return _UNSEEN.fullmatch(clean(text)) is not None


def is_keepable(text: str) -> bool:
    """Whether a file and a database can hold every character of the text."""
    return _UNKEEPABLE.search(text) is None


def keepable(text: str) -> str:
    """The text as typed, but for what no database can hold: the zero character and halves of characters."""
    return _UNKEEPABLE.sub(REPLACEMENT, text)
