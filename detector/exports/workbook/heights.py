"""How high a row must be for the texts in it."""

from collections.abc import Iterable
from textwrap import wrap

from detector.exports.workbook.cells import Cell, Formula, Styled

LINE = 14.5
HIGHEST = 409
"""No row of a spreadsheet can be higher, in points; the rest of a text is read in the cell itself."""

_MOST_LINES = HIGHEST // LINE
_FILTER_BUTTON = 2.5
_CHARACTERS = 1.1
"""How many characters of a text fit where one digit does: most letters are narrower than a digit."""


def row_height(cells: Iterable[tuple[Cell, float]]) -> float:
    """The height in points that shows every text of a row, each given with its column's width in characters."""
    return _height(max((_lines(_text(cell), width) for cell, width in cells), default=1))


def header_height(headings: Iterable[tuple[str, float]]) -> float:
    """The height in points of a header row, which is bold and may carry buttons to filter by."""
    return _height(max(_lines(heading, width - _FILTER_BUTTON) for heading, width in headings))


def _height(lines: float) -> float:
    return min(lines * LINE + 2, HIGHEST)


def _text(cell: Cell) -> str:
    inner = cell.cell if isinstance(cell, Styled) else cell
    shown = inner.value if isinstance(inner, Formula) else inner
    return shown if isinstance(shown, str) else ""


def _lines(text: str, width: float) -> float:
    lines = 0.0
    for line in text.split("\n"):
        if len(line) > width * _MOST_LINES or lines > _MOST_LINES:
            return _MOST_LINES
        lines += max(1, len(wrap(line, max(int(width * _CHARACTERS), 1))))
    return lines
