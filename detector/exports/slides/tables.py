"""A table fitted to a slide: letters as large as fit, and rows or words left out only where nothing else helps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detector.exports.formats import FormatId
from detector.exports.shared.clean_text import clean_for
from detector.exports.slides.lines import LEADING, Line, cut, rows_in
from detector.report.blocks import Table

SIZES = (24.0, 22.0, 20.0, 18.0, 17.0, 16.0)
LONGEST_BOLD = 50
"""How many characters the first cells of a table may have to stand in bold; sentences do not."""

BESIDE, ABOVE = 7.0, 4.0
"""What stays free in a cell, in points, on either side and above and below."""

MOST_SPREAD = 12.0
"""How much taller a row may become where a slide has room, in points."""

MOST_ROWS_IN_CELL = (6, 4, 3, 2, 1)
"""How many rows of text a cell may take, tried one after the other."""


@dataclass(frozen=True)
class SetTable:
    """A table as it is set: letters and widths in points, texts that fit, and the height of each row.

    Where it has heads, the first cells are short enough to stand in bold.
    """

    size: float
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]
    has_heads: bool

    @property
    def height(self) -> float:
        """How tall it stands."""
        return sum(self.heights)


def natural_table(table: Table, width: float, step: int) -> SetTable:
    """The table with its headings as first row, as tall as it becomes a number of steps under the largest letters."""
    return _set(_rows(table), _widths(table, width), SIZES[min(step, len(SIZES) - 1)])


def fitted_table(table: Table, width: float, height: float) -> SetTable:
    """The table in the smallest letters, with words left out of its cells until it fits, and at last whole rows."""
    widths = _widths(table, width)
    tried = natural_table(table, width, len(SIZES))
    for most in MOST_ROWS_IN_CELL:
        if tried.height <= height:
            return tried
        tried = _set([_shorter(row, widths, most) for row in tried.rows], widths, SIZES[-1])
    return tried if tried.height <= height else _first_rows(tried, height)


def spread(table: SetTable, more: float) -> SetTable:
    """The table with room that is left shared out among its rows, as far as that still looks like one table."""
    each = min(MOST_SPREAD, more / len(table.rows))
    return replace(table, heights=tuple(height + each for height in table.heights))


def _rows(table: Table) -> list[tuple[str, ...]]:
    rows = [tuple(column.heading for column in table.columns), *table.rows]
    return [tuple(clean_for(FormatId.SLIDES, cell) for cell in row) for row in rows]


def _widths(table: Table, width: float) -> tuple[float, ...]:
    total = sum(column.width for column in table.columns)
    return tuple(width * column.width / total for column in table.columns)


def _set(rows: Sequence[tuple[str, ...]], widths: tuple[float, ...], size: float) -> SetTable:
    heads = all(len(row[0].split("\n")[0]) <= LONGEST_BOLD for row in rows)
    heights = tuple(
        max(
            cell_rows(cell, size, width, bold=number == 0 or (heads and place == 0))
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        * size
        * LEADING
        + 2 * ABOVE
        for number, row in enumerate(rows)
    )
    return SetTable(size, widths, tuple(rows), heights, heads)


def cell_rows(cell: str, size: float, width: float, *, bold: bool) -> int:
    """How many rows of text a cell takes."""
    return sum(rows_in(part, size, width - 2 * BESIDE, bold=bold) for part in cell.split("\n"))


def _shorter(row: tuple[str, ...], widths: tuple[float, ...], most: int) -> tuple[str, ...]:
    size = SIZES[-1]
    return tuple(
        cell
        if cell_rows(cell, size, width, bold=True) <= most
        else cut(" ".join(cell.split()), Line("", size=size, bold=True), width - 2 * BESIDE, most)
        for cell, width in zip(row, widths, strict=True)
    )


def _first_rows(table: SetTable, height: float) -> SetTable:
    """As many rows as fit, the last of them saying how many are not shown."""
    count = len(table.rows)
    while count > 1 and sum(table.heights[:count]) > height:
        count -= 1
    left_out = len(table.rows) - count + 1
    last = (f"and {left_out} more", *("" for _ in table.widths[1:]))
    return replace(table, rows=(*table.rows[: count - 1], last), heights=table.heights[:count])
