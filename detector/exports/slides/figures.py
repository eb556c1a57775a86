"""Figures on a slide: the radar as a chart that can be edited, the others as pictures; each with its words."""

import io
from dataclasses import dataclass, replace
from datetime import date

from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Emu

from detector.charts.svg.frames import WIDE
from detector.exports.pictures import figure_png, figure_svg
from detector.exports.slides.places import Box, emu
from detector.exports.slides.radar_chart import add_radar
from detector.exports.slides.typed_text import clean
from detector.report.shapes import Drawing, Figure, FigureKind

DOTS_PER_POINT = 2
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
    png = figure_png(figure_svg(figure, drawn.drawing, ON_A_SLIDE), round(ON_A_SLIDE.width * DOTS_PER_POINT))
    picture = shapes.add_picture(io.BytesIO(png), *emu(box)[:2])
    share = min(emu(box)[2] / picture.width, emu(box)[3] / picture.height)
    picture.width, picture.height = Emu(round(picture.width * share)), Emu(round(picture.height * share))
    picture.left = Emu(emu(box)[0] + (emu(box)[2] - picture.width) // 2)
    describe(picture, figure.caption, figure.alt)


def describe(shape: BaseShape, name: str, words: str) -> None:
    """Gives a shape its name and its text for those who do not see it."""
    shape.name = clean(name)
    for properties in shape.element.xpath(".//p:cNvPr"):
        properties.set("descr", clean(words))
