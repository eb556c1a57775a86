"""The radar as PowerPoint's own chart: every number can be edited."""

from dataclasses import dataclass
from datetime import date

from pptx.chart.chart import Chart
from pptx.chart.data import ChartData
from pptx.chart.series import RadarSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from detector.charts import palette
from detector.core.scoring import shown
from detector.core.text import clean
from detector.exports.slides.colours import colour
from detector.exports.slides.elements import Element, all_of, made, put_in, take_out
from detector.exports.slides.places import Box, emu
from detector.exports.slides.workbook import Series, chart_workbook
from detector.report.blocks import Drawing

FONT = "Arial"
SERVICE = "This service"
PLOT = (0.2, 0.11, 0.6, 0.74)
"""Where the plot stands in its frame, as shares: left, top, width, height; the names stand around it."""


@dataclass(frozen=True)
class _Style:
    colour: str
    width: float
    dash: MSO_LINE
    marker: bool = False


def add_radar(shapes: SlideShapes, box: Box, drawing: Drawing, on: date) -> GraphicFrame:
    """The chart in its place: the scores, and as a ring where the best verdict starts."""
    categories = [clean(point.short_name) for point in drawing.points]
    series = radar_series(drawing)
    given = ChartData(number_format="0")
    given.categories = categories
    for name, numbers in series:
        given.add_series(name, numbers)
    shapes.add_chart(XL_CHART_TYPE.RADAR_MARKERS, *emu(box), given)
    frame = shapes[-1]
    # The library says that it gives the chart, and gives the frame around it.
    if not isinstance(frame, GraphicFrame):
        raise TypeError(f"a chart stands in a frame, not in {type(frame).__name__}")
    chart = frame.chart
    part = chart.part
    if isinstance(part, ChartPart):
        part.chart_workbook.update_from_xlsx_blob(chart_workbook(categories, series, on))
    _style_axes(chart)
    _style_series(chart)
    _tidy(chart)
    return frame


def radar_series(drawing: Drawing) -> list[Series]:
    """The series from the back to the front, out of 100 as shown everywhere; a missing score is a gap.

    The range of each score is not among them: two more dotted lines hide the one they belong to.
    """
    target = shown(drawing.target)
    scores = [None if point.score is None else shown(point.score) for point in drawing.points]
    return [(f"Best verdict from {target}", [target] * len(scores)), (SERVICE, scores)]


def _style_axes(chart: Chart) -> None:
    chart.has_title = False
    chart.has_legend = True
    chart.font.name = FONT
    chart.font.size = Pt(16)
    chart.font.color.rgb = colour(palette.INK)
    legend = chart.legend
    if legend is not None:
        legend.position = XL_LEGEND_POSITION.BOTTOM
        legend.include_in_layout = False
    scale = chart.value_axis
    scale.minimum_scale, scale.maximum_scale, scale.major_unit = 0, 100, 25
    scale.tick_labels.font.size = Pt(12)
    scale.tick_labels.font.color.rgb = colour(palette.SECONDARY)
    scale.major_gridlines.format.line.color.rgb = colour(palette.GRID)
    scale.format.line.color.rgb = colour(palette.GRID)


def _style_series(chart: Chart) -> None:
    for series in chart.series:  # pyright: ignore[reportUnknownVariableType] - the library does not say
        if isinstance(series, RadarSeries):
            _style_one(series, _style_of(f"{series.name}"))


def _style_one(series: RadarSeries, style: _Style) -> None:
    line = series.format.line
    line.color.rgb, line.width, line.dash_style = colour(style.colour), Pt(style.width), style.dash
    series.marker.style = XL_MARKER_STYLE.CIRCLE if style.marker else XL_MARKER_STYLE.NONE
    if style.marker:
        series.marker.size = 11
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour(style.colour)
        series.marker.format.line.color.rgb = colour(palette.PAPER)


def _style_of(name: str) -> _Style:
    if name == SERVICE:
        return _Style(palette.SERVICE, 3.5, MSO_LINE.SOLID, marker=True)
    return _Style(palette.SECONDARY, 2, MSO_LINE.DASH)


def _tidy(chart: Chart) -> None:
    """Mends what the library writes against the format: smoothing in a radar, and ids below zero.

    It also gives the plot the room it needs, which programs else leave to the names around it.
    """
    root = chart.element
    take_out(root, "c:smooth")
    for each in all_of(root, "c:axId", "c:crossAx"):
        each.set("val", str(each.get("val")).lstrip("-"))
    for plot in all_of(root, "c:plotArea"):
        for place in [child for child in plot if child.tag == qn("c:layout")]:
            plot.remove(place)
        put_in(plot, _layout(), first=True)


def _layout() -> Element:
    shares = [made(f"c:{name}", val=str(share)) for name, share in zip("xywh", PLOT, strict=True)]
    modes = [made("c:layoutTarget", val="inner"), made("c:xMode", val="edge"), made("c:yMode", val="edge")]
    return made("c:layout", made("c:manualLayout", *modes, *shares))
