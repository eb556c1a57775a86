"""Cells of a table that spreadsheet programs open: none that they could take for a formula."""

import re

Cell = str | int | float
_FORMULA = re.compile(r"[\s\x00-\x20\ufeff]*[=+\-@＝＋－＠|%]|[\t\r\n]")


def harmless(cell: Cell) -> Cell:
    """The cell as it is, or with an apostrophe before it where a spreadsheet program could run it."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
