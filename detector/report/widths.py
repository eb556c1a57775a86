"""How a table is laid out: widths of its columns, and what becomes of it on a phone."""

from collections.abc import Sequence
from math import sqrt

from detector.report.blocks import Table

NARROWEST = 0.5
LONG_CELL, LONG_NAME = 30, 40
"""From how many letters a cell, or a row's own name, is too long to stand beside two others on a phone."""
LONGEST_NAME = 60
"""Letters up to which the first cells of a table read as names, and are set as such."""


def text_widths(rows: Sequence[Sequence[str]], places: Sequence[int]) -> list[float]:
    """A share from 0.5 to 1 for each of these columns: more with more text, though less than in proportion."""
    said = [sqrt(sum(len(row[place]) for row in rows)) for place in places]
    most = max(said, default=0.0)
    return [max(NARROWEST, each / most) if most else 1.0 for each in said]


def layout_on_phone(table: Table) -> str:
    """How a phone shows a table: as it is, row by row where its cells would not fit, or to be moved across."""
    is_long = any(len(name) > LONG_NAME or any(len(cell) > LONG_CELL for cell in cells) for name, *cells in table.rows)
    if len(table.columns) <= 2:
        return "as-is"
    return "stacked" if is_long or len(table.columns) > 4 else "across"


def names_rows(table: Table) -> bool:
    """Whether the first cells of the rows are names, and not sentences, which are hard to read when bold."""
    return all(len(row[0]) <= LONGEST_NAME for row in table.rows)


def shares(table: Table) -> list[str]:
    """The columns' widths in percent of the table."""
    whole = sum(column.width for column in table.columns)
    return [f"{100 * column.width / whole:.1f}" for column in table.columns]
