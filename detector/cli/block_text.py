"""Sections of a report as plain text for a console."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from detector.core.text import one_line
from detector.report.blocks import (
    Block,
    Bullets,
    Figure,
    Panel,
    Paragraph,
    Section,
    SourceList,
    Table,
    Terms,
)

WIDTH = 88
JOINER = "\N{NO-BREAK SPACE}"
BETWEEN = 2
"""Blanks between the columns of a table."""


def section_text(section: Section) -> str:
    """A section with all in it, in lines of at most 88 characters, ending with a new line."""
    parts = [
        _text(section.title),
        *(part for block in section.blocks if (part := block_text(block))),
        *(section_text(each).rstrip("\n") for each in section.sections),
    ]
    return "\n".join([parts[0], "-" * min(len(parts[0]), WIDTH), "\n\n".join(parts[1:]), ""])


def block_text(block: Block) -> str:
    """A block as lines: a picture by its words, a table in columns where they fit, else a row below another."""
    return "\n".join(_lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield _text(text)
        case Bullets(items, numbered):
            yield from (_item(text, f"{place}." if numbered else "-") for place, text in enumerate(items, 1))
        case Terms(pairs):
            yield from (_text(f"{name}: {value}") for name, value in pairs)
        case Panel(title, doubt, lines):
            yield from (_text(text) for text in (title, doubt, *lines) if text)
        case Table():
            yield _text(block.caption)
            yield from _in_columns(block) or _one_below_another(block)
        case Figure(_, caption, alt):
            yield _text(f"{caption}. {alt}")
        case SourceList(sources):
            yield from (_text(f"[{each.number}] {each.title}. {each.publisher}") for each in sources)


def _text(text: str) -> str:
    """Each line that was meant as one, wrapped."""
    return "\n".join(_filled(line) for line in text.splitlines())


def _item(text: str, mark: str) -> str:
    return _filled(text, f"{mark} ", " " * (len(mark) + 1))


def _filled(text: str, first: str = "", later: str = "") -> str:
    """The text on one line, wrapped; a number and its % stay together."""
    joined = one_line(text).replace(" %", f"{JOINER}%")
    return fill(joined, WIDTH, initial_indent=first, subsequent_indent=later).replace(JOINER, " ")


def _in_columns(table: Table) -> list[str]:
    """A line for the head and for each row, or none where they are wider than the console."""
    rows = [[one_line(cell) for cell in row] for row in ([each.heading for each in table.columns], *table.rows)]
    widths = [max(len(cell) for cell in cells) for cells in zip(*rows, strict=True)]
    if sum(widths) + BETWEEN * (len(widths) - 1) > WIDTH:
        return []
    return [_line(table, row, widths) for row in rows]


def _line(table: Table, row: Iterable[str], widths: Iterable[int]) -> str:
    cells = (
        cell.rjust(width) if column.is_number else cell.ljust(width)
        for column, cell, width in zip(table.columns, row, widths, strict=True)
    )
    return (" " * BETWEEN).join(cells).rstrip()


def _one_below_another(table: Table) -> Iterator[str]:
    """Each row as an item, with what stands in its other cells below it."""
    for first, *others in table.rows:
        yield _item(first, "-")
        for column, cell in zip(table.columns[1:], others, strict=True):
            if cell:
                yield _filled(f"{column.heading}: {cell}", "  ", "  ")
