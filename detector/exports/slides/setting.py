"""Text and tables put on a slide, as they were arranged."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.shapetree import SlideShapes
from pptx.text.text import TextFrame
from pptx.util import Pt

from detector.charts import palette
from detector.exports.slides.colours import HEADING, STRIPE, colour
from detector.exports.slides.elements import Element, all_of, made, put_in
from detector.exports.slides.lines import AFTER, INDENT, Line
from detector.exports.slides.places import EMU_PER_POINT, Box, emu
from detector.exports.slides.tables import ABOVE, BESIDE, SetTable
from detector.report.blocks import Table


@dataclass(frozen=True)
class _Ink:
    """How letters look: their size in points, their colour, and whether they are bold."""

    size: float
    colour: str
    bold: bool


def set_lines(shape: Shape, lines: Sequence[Line]) -> None:
    """The lines as the shape's paragraphs."""
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    for place, line in enumerate(lines):
        _begin(frame, place)
        paragraph = frame.paragraphs[place]
        paragraph.space_before, paragraph.space_after = Pt(0), Pt(round(AFTER * line.size, 1))
        if line.lead:
            _write(frame, place, f"{line.lead} ", _Ink(line.size, line.colour, bold=True))
        _write(frame, place, line.text, _Ink(line.size, line.colour, line.bold))
    for properties, line in zip(all_of(shape.element, "a:pPr"), lines, strict=True):
        indent = round(INDENT * line.size * EMU_PER_POINT) if line.mark else 0
        properties.set("marL", str(indent))
        properties.set("indent", str(-indent))
        put_in(properties, _mark(line.mark))


def _mark(mark: str) -> Element:
    """The bullet or number before a paragraph of a list, or that there is none."""
    if not mark:
        return made("a:buNone")
    return made("a:buChar", char=mark) if mark == "•" else made("a:buAutoNum", type="arabicPeriod")


def _begin(frame: TextFrame, place: int) -> None:
    if place:
        frame.add_paragraph()


def _write(frame: TextFrame, place: int, text: str, ink: _Ink) -> None:
    """Adds text to the end of a paragraph."""
    run = frame.paragraphs[place].add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(ink.size), ink.bold
    run.font.color.rgb = colour(ink.colour)


def add_table(shapes: SlideShapes, box: Box, table: Table, fitted: SetTable) -> GraphicFrame:
    """The table in its place, with its first row marked as the header."""
    place = Box(box.left, box.top, box.width, fitted.height)
    frame = shapes.add_table(len(fitted.rows), len(fitted.widths), *emu(place))
    grid = frame.table
    grid.first_row, grid.first_col, grid.horz_banding = True, False, False
    for number, width in enumerate(fitted.widths):
        grid.columns[number].width = Pt(width)
    for number, height in enumerate(fitted.heights):
        grid.rows[number].height = Pt(height)
    for number, row in enumerate(fitted.rows):
        for column, text in enumerate(row):
            _set_cell(frame, (number, column), text, fitted)
            if table.columns[column].is_number:
                for paragraph in grid.cell(number, column).text_frame.paragraphs:
                    paragraph.alignment = PP_ALIGN.RIGHT
    return frame


def _set_cell(frame: GraphicFrame, at: tuple[int, int], text: str, fitted: SetTable) -> None:
    """Writes a cell; in the first column the first line stands in bold, as the row's header."""
    row, column = at
    cell = frame.table.cell(row, column)
    cell.margin_left = cell.margin_right = Pt(BESIDE)
    cell.margin_top = cell.margin_bottom = Pt(ABOVE)
    many = any("\n" in each for each in fitted.rows[row])
    cell.vertical_anchor = MSO_ANCHOR.TOP if many else MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(HEADING if row == 0 else STRIPE if row % 2 == 0 else palette.PAPER)
    for number, part in enumerate(text.split("\n")):
        _begin(cell.text_frame, number)
        bold = row == 0 or (column == 0 and number == 0 and fitted.has_heads)
        _write(cell.text_frame, number, part, _Ink(fitted.size, palette.INK if row else palette.PAPER, bold))


def table_in_words(table: Table) -> str:
    """What a table holds, for those who meet it as one thing."""
    headings = ", ".join(column.heading for column in table.columns)
    return f"Table of {len(table.rows)} rows: {table.caption}. Its columns are {headings}."
