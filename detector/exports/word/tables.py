"""Tables: captions, header rows on every page, and columns wide enough for their longest word.

Widths are those of Arial, in which our own look is set; most fonts of a council's template are narrower.
"""

import heapq
from collections.abc import Iterable, Sequence
from math import ceil

from detector.charts.letter_widths import Font, width
from detector.core.text import clean
from detector.exports.word.elements import Element, paragraph, runs, w
from detector.exports.word.manuscript import Manuscript
from detector.report.blocks import Column, Table

_LETTERS = 12 * 20
"""How large letters are, in twentieths of a point."""
_PADDING = 250
_WIDEST_WORD = 2600
_KEPT_WHOLE = 700
"""A row with a cell of more characters may be split between pages."""
_MEASURED = 5
"""How many of the longest words are measured."""


def set_table(table: Table, manuscript: Manuscript) -> list[Element]:
    """The table under its caption."""
    caption = manuscript.caption("Table", clean(table.caption), keep_next=True)
    widths = column_widths(table.columns, table.rows, manuscript.width)
    head = _row(tuple(column.heading for column in table.columns), table.columns, widths, manuscript, is_head=True)
    rows = (_row(row, table.columns, widths, manuscript) for row in table.rows)
    made = w(
        "tbl",
        _properties(table, manuscript, sum(widths)),
        w("tblGrid", *(w("gridCol", w=str(width)) for width in widths)),
        head,
        *rows,
    )
    return [caption, made]


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is, as its share says, but never too narrow for its longest word while there is room.

    Where there is none, words in cells are broken before words of a heading.
    """
    heads = [_room_for(column.heading.split(), bold=True) for column in columns]
    cells = [_needed(column, [row[place] for row in rows]) for place, column in enumerate(columns)]
    needed = list(map(max, heads, cells))
    if sum(needed) >= room:
        return _squeezed(needed, heads if sum(heads) < room else [0] * len(heads), room)
    open_places = set(range(len(columns)))
    while True:
        left = room - sum(need for place, need in enumerate(needed) if place not in open_places)
        shares = sum(columns[place].width for place in open_places)
        given = {place: left * columns[place].width / shares for place in open_places}
        narrow = {place for place in open_places if given[place] < needed[place]}
        if not narrow:
            return _exactly([given.get(place, need) for place, need in enumerate(needed)], room)
        open_places -= narrow


def _exactly(widths: Sequence[float], width: int) -> list[int]:
    """Whole widths that together are `width`."""
    whole = [int(part) for part in widths]
    return [*whole[:-1], width - sum(whole[:-1])]


def _squeezed(needed: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fill the room, each its least and a share of what is left."""
    wanted = [need - low for need, low in zip(needed, least, strict=True)]
    left = room - sum(least)
    return _exactly([low + left * more / sum(wanted) for low, more in zip(least, wanted, strict=True)], room)


def _needed(column: Column, cells: Sequence[str]) -> int:
    """The room for the longest word of a column's cells; numbers are not broken."""
    words = {word for text in cells for word in text[:_KEPT_WHOLE].split()}
    whole = {cell[:_KEPT_WHOLE] for cell in cells} if column.is_number else set[str]()
    return _room_for(heapq.nlargest(_MEASURED, words | whole, key=len), bold=False)


def _room_for(words: Iterable[str], *, bold: bool) -> int:
    """The width of a cell that holds the widest of these words, or as much of a very long one as it can get."""
    widest = max((width(word, _LETTERS, Font.ARIAL, bold=bold) for word in words), default=0)
    return ceil(min(widest, _WIDEST_WORD)) + _PADDING


def _properties(table: Table, manuscript: Manuscript, width: int) -> Element:
    look = {"firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
    columns = ", ".join(column.heading for column in table.columns)
    return w(
        "tblPr",
        w("tblStyle", val=manuscript.styles.id("Report Table", "table")),
        w("tblW", w=str(width), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="06A0", **look),
        w("tblCaption", val=clean(table.caption)),
        w("tblDescription", val=clean(f"{table.caption}. Each row gives: {columns}.")),
    )


def _row(
    cells: Sequence[str],
    columns: Sequence[Column],
    widths: Sequence[int],
    manuscript: Manuscript,
    *,
    is_head: bool = False,
) -> Element:
    short = is_head or all(len(cell) <= _KEPT_WHOLE for cell in cells)
    style = manuscript.styles.id("Report Table Heading" if is_head else "Report Table Text")
    made = w("tr", w("trPr", w("cantSplit") if short else None, w("tblHeader") if is_head else None))
    for cell, column, across in zip(cells, columns, widths, strict=True):
        right = w("jc", val="right") if column.is_number else None
        made.append(w("tc", w("tcPr", w("tcW", w=str(across), type="dxa")), paragraph(style, runs(cell), jc=right)))
    return made
