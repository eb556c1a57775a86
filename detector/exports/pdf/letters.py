"""Typed text as it is set: with the letters that the fonts have, and places where long words may break."""

import re

from detector.exports.formats import FormatId
from detector.exports.shared.clean_text import clean_for

_UNBROKEN = re.compile(r"[^\s\-]{25,}")
_PIECE = re.compile("(.{12})(?![\u0300-\u036f])(?=.)", re.DOTALL)
_ADDRESS = re.compile(r"https?://|www\.")


def printed(text: str) -> str:
    """The text as the fonts can print it."""
    return clean_for(FormatId.PDF, text)


def with_breaks(text: str) -> str:
    """The text as printed, where a word too long for a column may go on in the next line, without a hyphen.

    Web addresses are left whole: the typesetter knows where to break them.
    """
    return _UNBROKEN.sub(_broken, printed(text))


def _broken(found: re.Match[str]) -> str:
    word = found.group()
    return word if _ADDRESS.search(word) else _PIECE.sub("\\1\u200b", word)
