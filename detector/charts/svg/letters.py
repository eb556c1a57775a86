"""How much room a text takes, never less than it really does."""

import unicodedata
from collections.abc import Iterator

# Hundredths of the letter size: the wider of Source Sans Pro Bold and Arial, so that either fits.
GROUPS = {
    27: "|",
    28: " ij",
    29: "l",
    30: "',.:;",
    31: "I",
    34: "!-/\\",
    35: "()[]f{}",
    39: "t",
    40: "r",
    46: "*",
    50: "csz",
    51: "J",
    52: "x",
    53: "^vy",
    54: '"',
    55: "k",
    56: "#$0123456789?L_`aego",
    57: "u",
    58: "bdhnpq",
    59: "+<=>~",
    62: "FTZ",
    67: "&ABEKPSVXY",
    73: "CDHNRU",
    78: "GOQw",
    84: "M",
    86: "m",
    89: "%",
    95: "W",
    102: "@",
}
WIDTHS = {letter: hundredths / 100 for hundredths, letters in GROUPS.items() for letter in letters}
WIDEST = 1.05
"""What any other letter is taken to need."""


def width(text: str, size: float) -> float:
    """The room that a text of one line needs at most, in the unit of `size`."""
    letters = unicodedata.normalize("NFD", text)
    return size * sum(WIDTHS.get(each, WIDEST) for each in letters if not unicodedata.combining(each))


def broken(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in lines that each fit the room, broken between words where a word fits at all."""
    lines = [""]
    for word in _fitting(text.split(), size, room):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(line for line in lines if line)


def _fitting(words: list[str], size: float, room: float) -> Iterator[str]:
    """The words, in pieces where one alone is too long."""
    for word in words:
        piece = ""
        for letter in word:
            if piece and width(piece + letter, size) > room:
                yield piece
                piece = ""
            piece += letter
        yield piece
