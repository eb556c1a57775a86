"""The text of a slide as styled lines, how much room it needs, and what is left out where there is not enough."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import assert_never

from detector.charts import palette
from detector.charts.letter_widths import Font, broken, width
from detector.core.text import clean, one_line
from detector.exports.formats import FormatId
from detector.exports.shared.clean_text import clean_for
from detector.report.blocks import Bullets, Panel, Paragraph, SourceLine, SourceList, Terms, Tone

TextBlock = Paragraph | Bullets | Terms | Panel | SourceList
SMALLEST = 18.0
LEADING = 1.2
"""The height of a line, in sizes of its letters."""

AFTER = 0.45
"""What stays free under a paragraph, in sizes of its letters."""

INDENT = 1.1
"""How far the text of a list stands in, in sizes of its letters."""

ELLIPSIS = "…"


@dataclass(frozen=True)
class Line:
    """A paragraph on a slide: its text after a lead in bold, its size in points, colour, and mark in a list."""

    text: str
    lead: str = ""
    size: float = 24.0
    bold: bool = False
    colour: str = palette.INK
    mark: str = ""

    @property
    def whole(self) -> str:
        """Lead and text as they are read."""
        return f"{self.lead} {self.text}".strip()


def lines_of(block: TextBlock) -> tuple[Line, ...]:
    """The lines of a block of text, cleaned."""
    match block:
        case Paragraph(text, tone):
            return tuple(
                _toned(clean_for(FormatId.SLIDES, part), tone) for part in clean(text).split("\n") if part.strip()
            )
        case Bullets(items, numbered):
            return tuple(
                Line(flat(item), mark=f"{number}." if numbered else "•") for number, item in enumerate(items, 1)
            )
        case Terms(pairs):
            return tuple(Line(flat(value), lead=f"{flat(name)}:") for name, value in pairs)
        case Panel(title, doubt, lines):
            head = (Line(flat(title), size=30, bold=True), Line(flat(doubt), bold=True))
            return tuple(line for line in (*head, *(Line(flat(text)) for text in lines)) if line.text)
        case SourceList(sources):
            return tuple(_source(source) for source in sources)
        case _ as unknown:
            assert_never(unknown)


def flat(text: str) -> str:
    """As much of a text as a slide is tried with, on one line."""
    return one_line(clean_for(FormatId.SLIDES, text))


def _toned(text: str, tone: Tone) -> Line:
    match tone:
        case Tone.PLAIN:
            return Line(text)
        case Tone.QUIET:
            return Line(text, size=20, colour=palette.SECONDARY)
        case Tone.WARNING:
            return Line(text, bold=True)
        case _ as unknown:
            assert_never(unknown)


def _source(source: SourceLine) -> Line:
    return Line(flat(f"{source.title}, {source.publisher}. {source.read}"), lead=f"[{source.number}]", size=18)


def smaller(lines: Sequence[Line], step: int) -> tuple[Line, ...]:
    """The lines two points smaller for each step, but never under what can be read from the back of a room."""
    return tuple(replace(line, size=max(min(line.size, SMALLEST), line.size - 2 * step)) for line in lines)


def rows_of(line: Line, room: float) -> int:
    """How many rows a line takes in so much room."""
    inside = room - INDENT * line.size if line.mark else room
    return rows_in(line.whole, line.size, inside, bold=line.bold or bool(line.lead))


def rows_in(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many rows a text takes in so much room, at least one."""
    return max(1, len(broken(text, size, room, Font.ARIAL, bold=bold)))


def height_of(lines: Sequence[Line], room: float) -> float:
    """How tall lines stand below each other in so much room."""
    return sum((rows_of(line, room) * LEADING + AFTER) * line.size for line in lines)


def fitted(lines: Sequence[Line], room: float, height: float) -> tuple[Line, ...]:
    """The lines with the longest cut until all fit, and the last left out where even that is too much."""
    kept = list(lines)
    while len(kept) > 1 and sum((LEADING + AFTER) * line.size for line in kept) > height:
        kept.pop()
    while height_of(kept, room) > height:
        longest = max(range(len(kept)), key=lambda place: rows_of(kept[place], room))
        rows = rows_of(kept[longest], room)
        if rows <= 1:
            break
        kept[longest] = replace(kept[longest], text=cut(kept[longest].text, kept[longest], room, rows - 1))
    return tuple(kept)


def as_large_as_fit(lines: Sequence[Line], room: float, height: float) -> tuple[Line, ...]:
    """The lines in the largest letters in which all fit, or cut where none are small enough."""
    largest = ceil(max((line.size for line in lines), default=SMALLEST) - SMALLEST)
    for step in range(largest // 2 + 1):
        if height_of(tried := smaller(lines, step), room) <= height:
            return tried
    return fitted(smaller(lines, largest), room, height)


def cut(text: str, line: Line, room: float, rows: int) -> str:
    """The beginning of a text that takes so many rows, with an ellipsis."""
    low, high = 0, len(text)
    while low < high:
        middle = ceil((low + high) / 2)
        tried = replace(line, text=text[:middle].rstrip() + ELLIPSIS)
        low, high = (middle, high) if rows_of(tried, room) <= rows else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


def one_row(text: str, size: float, room: float) -> str:
    """The text on one row, cut with an ellipsis where it is too long."""
    line = flat(text)
    return line if width(line, size, Font.ARIAL) <= room else cut(line, Line("", size=size), room, 1)
