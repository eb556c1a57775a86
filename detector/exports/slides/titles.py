"""Titles and footers: what stands in its own placeholder on every slide."""

from copy import deepcopy
from dataclasses import dataclass

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import Slide as SetSlide
from pptx.util import Pt

from detector.charts import palette
from detector.exports.slides.colours import colour
from detector.exports.slides.elements import all_of, put_in, take_out
from detector.exports.slides.lines import Line, cut, flat, one_row, rows_of
from detector.exports.slides.places import FOOTER, OPENING_TITLE, TITLE, Box

FOOTER_SIZE = 16.0
BETWEEN = " · "


@dataclass(frozen=True)
class TitleRoom:
    """Where a title stands, the sizes it may have, the largest first, and the rows it may take."""

    box: Box
    sizes: tuple[int, ...]
    most_rows: int


OPENING_ROOM = TitleRoom(OPENING_TITLE, (40, 36, 32, 28), 5)
MESSAGE_ROOM = TitleRoom(TITLE, (28, 26, 24), 2)


def set_title(made: SetSlide, text: str, room: TitleRoom) -> None:
    """The title in its placeholder, as large as its rows allow, and cut where even the smallest size is too large."""
    shown, size = fitted_title(text, room)
    title = made.shapes.title
    if title is not None:
        title.text_frame.text = shown
        if size != room.sizes[0]:
            title.text_frame.paragraphs[0].runs[0].font.size = Pt(size)


def fitted_title(text: str, room: TitleRoom) -> tuple[str, int]:
    """The title and the size in which it fits."""
    line = flat(text) or "No title"
    for size in room.sizes:
        if rows_of(Line(line, size=size), room.box.width) <= room.most_rows:
            return line, size
    smallest = room.sizes[-1]
    return cut(line, Line("", size=smallest), room.box.width, room.most_rows), smallest


def add_footer(made: SetSlide, number: int, warning: str, service: str) -> None:
    """The warning, the service's name as far as there is room, and the slide's number."""
    text = one_row(BETWEEN.join(part for part in (warning, flat(service)) if part), FOOTER_SIZE, FOOTER.width)
    for held in made.slide_layout.placeholders:
        kind = held.placeholder_format.type
        if kind is PP_PLACEHOLDER.FOOTER and text:
            _said(_added(made, held), text)
        elif kind is PP_PLACEHOLDER.SLIDE_NUMBER:
            _set_number(_added(made, held), held, number)


def _added(made: SetSlide, held: LayoutPlaceholder) -> Shape:
    made.shapes.clone_placeholder(held)
    return placeholder(made, held.placeholder_format.idx)


def placeholder(made: SetSlide, idx: int) -> Shape:
    """The slide's own placeholder with this number in the layout, which holds text."""
    found = made.placeholders[idx]
    if not isinstance(found, Shape):
        raise TypeError(f"placeholder {idx} holds no text")
    return found


def _set_number(shape: Shape, held: LayoutPlaceholder, number: int) -> None:
    """Writes the slide's number as a field, as the layout has it."""
    shape.text_frame.clear()
    take_out(shape.element, "a:p")
    for body in all_of(shape.element, "p:txBody"):
        for paragraph in all_of(held.element, "a:p"):
            put_in(body, deepcopy(paragraph))
    for text in all_of(shape.element, "a:t"):
        text.text = str(number)


def _said(footer: Shape, text: str) -> None:
    """Writes the footer's words; their look stands on them too, for programs that do not take it from the master."""
    paragraph = footer.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.name = Pt(FOOTER_SIZE), "Arial"
    run.font.color.rgb = colour(palette.SECONDARY)
