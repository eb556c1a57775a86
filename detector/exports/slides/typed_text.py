"""Text as a slide may hold it."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\u0085\u2028\u2029]")
# What XML refuses or nothing can show, and the controls that turn the direction in which text is read.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


MOST_ON_A_SLIDE = 1_000
"""How many characters of one text a slide is tried with: more never fits, and measuring it takes long."""


def for_a_slide(text: str) -> str:
    """The cleaned text, or as much of its beginning as could ever fit on a slide, with an ellipsis."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= MOST_ON_A_SLIDE else cleaned[:MOST_ON_A_SLIDE].rstrip() + "…"


def clean(text: str) -> str:
    """The text with newlines alone as ends of lines; what would break or turn the text is left out."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", " ")
