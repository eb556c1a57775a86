"""The figures of a report as pictures: SVG for pages and print, PNG for what cannot show that."""

from functools import lru_cache
from pathlib import Path
from typing import assert_never

from resvg_py import svg_to_bytes

from detector.charts.svg.dumbbell import dumbbell_svg
from detector.charts.svg.firmness import firmness_svg
from detector.charts.svg.frames import NARROW, PRINTED, WIDE, Frame
from detector.charts.svg.marks import Said
from detector.charts.svg.radar import radar_svg
from detector.charts.svg.scale import scale_svg
from detector.report.blocks import Drawing, Figure, FigureKind, Length

FONTS = Path(__file__).parents[1] / "fonts"
FONT_FILES = [str(FONTS / f"SourceSansPro-{style}.ttf") for style in ("Regular", "Bold")]
"""All that a figure is lettered in, so that it looks the same on every machine."""

FAMILY = "Source Sans Pro"


def figure_svg(figure: Figure, drawing: Drawing, frame: Frame = WIDE, *, key: str = "") -> str:
    """A figure of the drawing, with its caption as title and its words as description.

    `key` begins its ids where several stand on one page.
    """
    said = Said(key or f"{figure.kind}-{frame.name}", figure.caption, figure.alt)
    match figure.kind:
        case FigureKind.SCALE:
            return scale_svg(drawing.bands, drawing.overall, drawing.verdict, said, frame)
        case FigureKind.RADAR:
            return radar_svg(drawing.points, drawing.target, said, frame)
        case FigureKind.DUMBBELL:
            return dumbbell_svg(drawing.points, drawing.target, said, frame)
        case FigureKind.FIRMNESS:
            return firmness_svg(drawing.firmness, said, frame)
        case _ as unknown:
            assert_never(unknown)


def frame_in_print(figure: Figure, length: Length) -> Frame:
    """How large to draw a figure for a document, so that its letters come out about as large as the text."""
    if length is Length.SUMMARY:
        return NARROW
    return WIDE if figure.kind in (FigureKind.SCALE, FigureKind.FIRMNESS) else PRINTED


@lru_cache(maxsize=16)
def figure_png(svg: str, width: int) -> bytes:
    """The picture as PNG, `width` dots across, lettered in the shipped fonts whatever the machine has.

    The last few are kept, since several documents show the same picture.
    """
    return svg_to_bytes(
        svg_string=svg,
        width=width,
        skip_system_fonts=True,
        font_files=FONT_FILES,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
