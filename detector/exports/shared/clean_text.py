"""The characters that a document may hold."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
# What XML refuses or nothing can show, and the controls that turn the direction in which text is read.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def clean(text: str) -> str:
    """The text as typed, every end of a line a newline, without characters that would break or turn a document."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut with an ellipsis after `longest` characters."""
    line = " ".join(clean(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
