"""Figures on a slide: the radar as a chart that can be edited, the others as pictures; each with its words."""

import io
from dataclasses import dataclass, replace
from datetime import date

from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Emu

from detector.charts.svg.frames import WIDE, Frame
from detector.core.text import clean
from detector.exports.shared.figures import figure_png, figure_svg
from detector.exports.slides.places import Box, emu
from detector.exports.slides.radar_chart import add_radar
from detector.report.blocks import Drawing, Figure, FigureKind

DOTS_PER_POINT = 2
TALLEST_ROW = 44.0
BELOW_ROWS = 100.0
"""What the axis and the key take under the rows of a dumbbell, in points."""

ON_A_SLIDE = replace(
    WIDE, name="slide", width=868, font=17, small=16, line=4, marker=11, dot=26, digits=15, row=26, short_names=True
)
"""A picture across a whole slide, in points: sizes that can be read from the back of a room."""


@dataclass(frozen=True)
class Drawn:
    """What a figure is drawn from."""

    drawing: Drawing
    on: date


def add_figure(shapes: SlideShapes, box: Box, figure: Figure, drawn: Drawn) -> None:
    """The figure in its place, with everything it shows in words."""
    if figure.kind is FigureKind.RADAR:
        describe(add_radar(shapes, box, drawn.drawing, drawn.on), figure.caption, figure.alt)
        return
    drawing = _drawing(figure, drawn.drawing)
    svg = figure_svg(figure, drawing, _frame(box, len(drawing.points)))
    png = figure_png(svg, round(ON_A_SLIDE.width * DOTS_PER_POINT))
    picture = shapes.add_picture(io.BytesIO(png), *emu(box)[:2])
    share = min(emu(box)[2] / picture.width, emu(box)[3] / picture.height)
    picture.width, picture.height = Emu(round(picture.width * share)), Emu(round(picture.height * share))
    picture.left = Emu(emu(box)[0] + (emu(box)[2] - picture.width) // 2)
    describe(picture, figure.caption, figure.alt)


def _frame(box: Box, rows: int) -> Frame:
    """The frame with rows as tall as fill the place, between those that can just be read and those that look empty."""
    height = box.height * ON_A_SLIDE.width / box.width - BELOW_ROWS
    return replace(ON_A_SLIDE, row=min(max(height / max(rows, 1), ON_A_SLIDE.row), TALLEST_ROW))


def _drawing(figure: Figure, drawing: Drawing) -> Drawing:
    """The drawing, for a dumbbell without the dimensions that have no score: a slide has no room for empty rows."""
    if figure.kind is not FigureKind.DUMBBELL:
        return drawing
    return replace(drawing, points=tuple(point for point in drawing.points if point.score is not None))


def describe(shape: BaseShape, name: str, words: str) -> None:
    """Gives a shape its name and its text for those who do not see it."""
    shape.name = clean(name)
    for properties in shape.element.xpath(".//p:cNvPr"):
        properties.set("descr", clean(words))
