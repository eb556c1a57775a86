"""Decks to set, and presentations taken apart again."""

import io
import zipfile
from collections.abc import Iterator

from exports.word_reading import every_block
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as SetSlide
from pptx.table import Table as SetTable
from report.report_parts import ON

from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.bank import Bank
from detector.report.blocks import Block, Drawing
from detector.report.context import ReportContext
from detector.report.deck import Deck, Slide
from detector.report.deck_slides.build import build_deck

EMU_PER_POINT = 12_700


def deck_on(bank: Bank, sheet: AnswerSheet) -> Deck:
    """The deck of a sheet; without other weightings, which take most of the time."""
    return build_deck(ReportContext(bank, sheet, assess(bank, sheet), ON))


def deck_of(blocks: tuple[Block, ...], drawing: Drawing, *, title: str = "A message", notes: str = "Said.") -> Deck:
    """A deck of an opening and one slide with these blocks."""
    slides = (Slide("opening", f"Opening: {title}", blocks[:1], notes), Slide("one", title, blocks, notes))
    return Deck(title, "Anyshire", ON, "2026.1", "", drawing, slides, service=title)


def one_block_a_slide(text: str, drawing: Drawing) -> Deck:
    """A deck with a slide for each kind of block, and this text wherever a text can stand."""
    slides = tuple(
        Slide(f"slide-{number}", f"{number} {text}", (block,), text) for number, block in enumerate(every_block(text))
    )
    return Deck(text, text, ON, "2026.1", "Not ready for a decision.", drawing, slides, service=text)


def opened(data: bytes) -> Slides:
    """The presentation in a file."""
    return Presentation(io.BytesIO(data))


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def shapes_of(slides: Slides) -> Iterator[tuple[SetSlide, BaseShape]]:
    """Every shape of every slide, with its slide, in reading order."""
    for slide in slides.slides:
        for shape in slide.shapes:
            yield slide, shape


def tables_of(slide: SetSlide) -> list[SetTable]:
    """The slide's tables."""
    frames = [shape for shape in slide.shapes if isinstance(shape, GraphicFrame)]
    return [frame.table for frame in frames if frame.has_table]


def words_on(slide: SetSlide) -> str:
    """Everything that stands on the slide as text."""
    return " ".join(text_in(shape) for shape in slide.shapes)


def text_in(shape: BaseShape) -> str:
    """Everything that stands in a shape as text, fields among it."""
    return " ".join(str(text.text or "") for text in shape.element.iter(qn("a:t")))


def notes_of(slide: SetSlide) -> str:
    """What the speaker reads."""
    frame = slide.notes_slide.notes_text_frame
    return "" if frame is None else frame.text


def alt_of(shape: BaseShape) -> str:
    """What is said of a shape to those who do not see it."""
    return next((element.get("descr") or "" for element in shape.element.iter(qn("p:cNvPr"))), "")


def text_shapes(slide: SetSlide) -> list[Shape]:
    """The slide's texts that are neither in a table nor in a chart."""
    return [shape for shape in slide.shapes if isinstance(shape, Shape)]


def chart_numbers(data: bytes) -> list[list[tuple[str, dict[str, float | None]]]]:
    """For each chart its series, each with a number for every category, as they are drawn."""
    charts = [etree.fromstring(part) for name, part in sorted(parts_of(data).items()) if "charts/chart" in name]
    return [[_series(series) for series in chart.iter(qn("c:ser"))] for chart in charts]


def _series(series: etree._Element) -> tuple[str, dict[str, float | None]]:  # pyright: ignore[reportPrivateUsage]
    name = "".join(str(text.text) for text in series.iterfind(f"{qn('c:tx')}//{qn('c:v')}"))
    names = _points(series, "c:cat")
    values = _points(series, "c:val")
    return name, {names[at]: float(values[at]) if at in values else None for at in sorted(names)}


def _points(series: etree._Element, tag: str) -> dict[int, str]:  # pyright: ignore[reportPrivateUsage]
    points = series.iterfind(f"{qn(tag)}//{qn('c:pt')}")
    return {int(str(point.get("idx"))): "".join(str(text) for text in point.itertext()) for point in points}


def workbook_cells(data: bytes) -> list[list[list[object]]]:
    """The rows of the workbook behind each chart; formulas would be read as such."""
    books = [part for name, part in sorted(parts_of(data).items()) if name.startswith("ppt/embeddings/")]
    return [
        [list(row) for row in load_workbook(io.BytesIO(book)).worksheets[0].iter_rows(values_only=True)]
        for book in books
    ]
