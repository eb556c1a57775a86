"""Typed text in files: cleaned by one rule, then what a format takes otherwise, named in one table."""

import re
from collections.abc import Callable, Mapping

from detector.core.text import clean, one_line
from detector.exports.formats import FormatId
from detector.exports.shared.printable import printable

MOST_IN_CELL = 32_767
"""How many characters a cell of a spreadsheet can hold; one outside the basic plane counts as two."""

MOST_ON_A_SLIDE = 1_000
"""How many characters of one text a slide is tried with: more never fits, and measuring it takes long."""

_FORMULA = re.compile(r"[\s\u200c\u200d]*[=+\-@＝＋－＠|%]|\n")
_CUT = "\n[Cut here: this text has {:,} characters, more than a cell can hold. The JSON file has all of it.]"


def clean_for(format_id: FormatId, text: str) -> str:
    """The clean text as a file of that format holds it."""
    cleaned = clean(text)
    for exception in EXCEPTIONS[format_id]:
        cleaned = exception(cleaned)
    return cleaned


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut with an ellipsis after `longest` characters."""
    line = one_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def no_formula(text: str) -> str:
    """The text, with an apostrophe before it where a program that opens a table could run it."""
    return f"'{text}" if _FORMULA.match(text) else text


def start_for_slide(text: str) -> str:
    """The text, or as much of its beginning as could ever fit on a slide, with an ellipsis."""
    return text if len(text) <= MOST_ON_A_SLIDE else text[:MOST_ON_A_SLIDE].rstrip() + "…"


def what_a_cell_holds(text: str) -> str:
    """The text, cut with a mark where a cell cannot hold it."""
    if len(text) * 2 <= MOST_IN_CELL or _units(text) <= MOST_IN_CELL:
        return text
    mark = _CUT.format(len(text))
    return _first_units(text, MOST_IN_CELL - len(mark)) + mark


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _first_units(text: str, most: int) -> str:
    start = text[:most]
    while _units(start) > most:
        start = start[: len(start) - (_units(start) - most + 1) // 2]
    return start


EXCEPTIONS: Mapping[FormatId, tuple[Callable[[str], str], ...]] = {
    FormatId.PDF: (printable,),
    FormatId.WORD: (),
    FormatId.PAGE: (),
    FormatId.SLIDES: (start_for_slide,),
    # A cell written as text is never run, so a workbook needs no apostrophe.
    FormatId.WORKBOOK: (what_a_cell_holds,),
    FormatId.TABLE: (no_formula,),
}
"""What each format does to a clean text. The two JSON files are not here: they hold every character as typed."""
