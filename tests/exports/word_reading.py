"""Reports to set in Word, and Word files taken apart again."""

import io
import zipfile
from copy import deepcopy
from dataclasses import replace
from datetime import date

import docx
from builders import BANDS
from docx.document import Document
from docx.styles.style import ParagraphStyle
from lxml import etree

from detector.charts.points import ChartPoint
from detector.exports.word.elements import Element, name, value
from detector.report.blocks import (
    Block,
    Bullets,
    Column,
    Drawing,
    Figure,
    FigureKind,
    Length,
    Panel,
    Paragraph,
    Report,
    Section,
    SourceLine,
    SourceList,
    Table,
    Terms,
    Tone,
)

ON = date(2026, 11, 22)
ALT = "Market 60 out of 100, staff 40 out of 100, income not answered yet."
_POINTS = tuple(
    ChartPoint(stem, stem.capitalize(), stem.capitalize(), score, 0.2, 0.9, 2, 4)
    for stem, score in (("market", 0.6), ("staff", 0.4), ("income", None))
)
DRAWING = Drawing(points=_POINTS, target=0.7, bands=BANDS, overall=(0.3, 0.5, 0.8), verdict="promising")


def every_block(text: str) -> tuple[Block, ...]:
    """One block of each shape, with this text wherever a text can stand."""
    source = SourceLine(
        7, f"Title {text}", f"Publisher {text}", "https://example.org/a?b=c&d=e", f"Read {text}", "Law"
    )
    columns = (Column("Question", 3), Column(f"Answer {text[:20]}", 2), Column("Value", 1, is_number=True))
    return (
        Paragraph(f"Plain {text}"),
        Paragraph(f"Quiet {text}", Tone.QUIET),
        Paragraph(f"Warning {text}", Tone.WARNING),
        Bullets((f"First {text}", f"Second {text}")),
        Bullets(("One", f"Two {text}"), numbered=True),
        Bullets(("One again",), numbered=True),
        Terms((("Service", text), ("Council", text))),
        Panel(f"Promising {text[:80]}", f"Doubt {text}", (f"Line {text}",)),
        Table("answers", f"Answers {text[:200]}", columns, ((f"Row {text}", text, "67"), ("Last row", "No", "0"))),
        *(Figure(kind, f"Figure of {kind} {text[:80]}", f"{ALT} {text}") for kind in FigureKind),
        SourceList((source,)),
    )


def report_of(text: str = "of the answers", length: Length = Length.FULL, provisional: str = "") -> Report:
    """A report with every shape of block, and headings of three levels."""
    inner = Section("inner", f"Inner {text[:60]}", (Paragraph(text),), (Section("deep", "Deep", every_block(text)),))
    return Report(
        title=f"Could {text[:100]} become a mutual?",
        service=f"Library {text[:100]}",
        council="Anyshire",
        on=ON,
        bank_version="2026.1",
        length=length,
        provisional=provisional,
        description="A diagnostic of one service.",
        drawing=DRAWING,
        sections=(Section("result", "The result", every_block(text), (inner,)), Section("end", "The end")),
    )


def short_report() -> Report:
    """A report without pictures, which take most of the time."""
    blocks = tuple(block for block in every_block("of the answers") if not isinstance(block, Figure))
    return replace(report_of(), sections=(Section("result", "The result", blocks), Section("end", "The end")))


def style_of(document: Document, label: str) -> ParagraphStyle:
    """The paragraph style of this name."""
    style = document.styles[label]
    assert isinstance(style, ParagraphStyle)
    return style


def opened(data: bytes) -> Document:
    """The file as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every file inside the Word file by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {member: file.read(member) for member in file.namelist()}


def tree_of(data: bytes, part: str = "word/document.xml") -> Element:
    """One part of the Word file."""
    return etree.fromstring(parts_of(data)[part])


def values(root: Element, tag: str) -> list[str]:
    """What `w:val` says at every element of this tag."""
    return [found.get(name("val"), "") for found in root.iter(name(tag))]


def texts_of(root: Element) -> list[str]:
    """What each paragraph says, with line breaks and tabs as they were typed."""
    signs = {name("br"): "\n", name("tab"): "\t"}
    return [
        "".join(
            signs.get(str(piece.tag), piece.text or "") for piece in paragraph.iter(name("t"), *signs) if _said(piece)
        )
        for paragraph in root.iter(name("p"))
    ]


def headings_of(data: bytes) -> list[tuple[int, str]]:
    """The level and the words of each heading."""
    names = style_names(data)
    found = [(each, names.get(value(each, "w:pPr/w:pStyle") or "", "")) for each in tree_of(data).iter(name("p"))]
    return [(int(style[-1]), "".join(texts_of(wrapped(each)))) for each, style in found if style.startswith("heading")]


def wrapped(paragraph: Element) -> Element:
    """A copy of one paragraph, to be read alone."""
    whole = etree.Element(name("body"))
    whole.append(deepcopy(paragraph))
    return whole


def style_names(data: bytes) -> dict[str, str]:
    """The name of each style, by its id."""
    styles = tree_of(data, "word/styles.xml").iter(name("style"))
    return {style.get(name("styleId"), ""): value(style, "w:name") or "" for style in styles}


def _said(piece: Element) -> bool:
    """Not a tab stop, which only says where tabs lead."""
    parent = piece.getparent()
    return parent is not None and parent.tag != name("tabs")
