"""What a report is made of. Nothing here knows a page, a font or a file format; every text is plain text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detector.charts.firmness_bars import FirmnessBar
from detector.charts.points import ChartPoint
from detector.core.bank import Band


class Length(StrEnum):
    """How much a report tells."""

    SUMMARY = "summary"
    FULL = "full"


class Tone(StrEnum):
    """How a paragraph speaks: as plain text, as an explanation in the second colour, or as a warning."""

    PLAIN = "plain"
    QUIET = "quiet"
    WARNING = "warning"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; line breaks in it are meant."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Bullets:
    """A list of sentences, numbered from 1 where order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Terms:
    """Short facts, each a name and what it is: "Council", "Anyshire"."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Panel:
    """The verdict in its box: one large line, how open it still is ("" where it is not), and what explains it."""

    title: str
    doubt: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A table's column; `width` is its share of the table, relative to the others."""

    heading: str
    width: float = 1.0
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """A table under its caption. The first cell of every row is that row's header; every row has a cell a column."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class FigureKind(StrEnum):
    """Which picture a figure shows."""

    SCALE = "scale"
    RADAR = "radar"
    DUMBBELL = "dumbbell"
    FIRMNESS = "firmness"


@dataclass(frozen=True)
class Figure:
    """A picture of the report's `Drawing`, with its caption, and everything it shows in words."""

    kind: FigureKind
    caption: str
    alt: str


@dataclass(frozen=True)
class SourceLine:
    """A numbered source; `address` is "" where it has none, `read` says what was read of it and when."""

    number: int
    title: str
    publisher: str
    address: str
    read: str
    kind: str


@dataclass(frozen=True)
class SourceList:
    """The numbered sources that the report cites."""

    sources: tuple[SourceLine, ...]


Block = Paragraph | Bullets | Terms | Panel | Table | Figure | SourceList


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it; sections inside are one level deeper, three levels at most."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True)
class Drawing:
    """The numbers that the figures show, from 0 to 1; `overall` is low, score, high, or None before any answer."""

    points: tuple[ChartPoint, ...]
    target: float
    bands: tuple[Band, ...]
    overall: tuple[float, float, float] | None
    verdict: str | None
    firmness: tuple[FirmnessBar, ...] = ()


@dataclass(frozen=True)
class Report:
    """One assessment to read. `service` and `council` are as typed; `provisional` is "" where the result is not.

    `description` says in one sentence what the document is, `history` which history it was made from, "" where that is
    not known. Sections stand at the first heading level.
    """

    title: str
    service: str
    council: str
    on: date
    bank_version: str
    length: Length
    provisional: str
    description: str
    drawing: Drawing
    sections: tuple[Section, ...]
    history: str = ""
