"""The radar: every dimension on its own axis from 0 to 100, never stretched."""

import html
from collections.abc import Sequence
from itertools import groupby

import plotly.graph_objects as go

from detector.charts import palette
from detector.charts.points import ChartPoint
from detector.charts.sizes import LOOKS, Look, Size, lay_out, legend_height
from detector.core.scoring import shown

Corner = tuple[str | None, float | None]
"""A dimension's id and a score (0-100) on its axis; both None is a gap."""

GAP: Corner = (None, None)

# Plotly leaves out a marker that lies exactly in the centre.
NEXT_TO_CENTRE = 0.01


def radar(points: Sequence[ChartPoint], target: float, *, size: Size = "desktop") -> go.Figure:
    """The scores as a line with the interval as a band, and the target (0-1) dashed; a missing score is a gap."""
    look = LOOKS[size]
    figure = go.Figure()
    _add(figure, _band(points), "Possible range", _band_style(look))
    _add(figure, _ring(points, target), f"Best verdict from {shown(target)}", _target_style(look))
    _add(figure, _line(points), "This service", _service_style(look))
    lay_out(figure, look, look.radar_height)
    figure.update_layout(
        margin={"l": look.side, "r": look.side, "t": look.top, "b": look.top + legend_height(look)},
        polar=_axes(points, look),
    )
    return figure


def axis_label(point: ChartPoint) -> str:
    """A dimension's short name with its score under it, as Plotly's markup."""
    below = f"<b>{shown(point.score)}</b>" if point.score is not None else _without_score(point)
    return f"{html.escape(point.short_name, quote=False)}<br>{below}"


def _without_score(point: ChartPoint) -> str:
    return "No answer" if point.high is not None else "N/A"


def _line(points: Sequence[ChartPoint]) -> list[Corner]:
    """The scores, joined where neighbours have one; closed by the first again."""
    corners: list[Corner] = [
        (point.id, None if point.score is None else max(point.score * 100, NEXT_TO_CENTRE)) for point in points
    ]
    return [*corners, *corners[:1]]


def _ring(points: Sequence[ChartPoint], target: float) -> list[Corner]:
    corners: list[Corner] = [(point.id, target * 100) for point in points]
    return [*corners, *corners[:1]]


def _band(points: Sequence[ChartPoint]) -> list[Corner]:
    """Out along the highest and back along the lowest possible scores, apart wherever a dimension has neither."""
    known = [(point.id, point.low, point.high) for point in points]
    if all(high is not None for _, _, high in known):
        known = [*known, *known[:1]]
    corners: list[Corner] = []
    for applies, run in groupby(known, key=lambda spot: spot[2] is not None):
        if applies:
            spots = [(axis, low or 0.0, high or 0.0) for axis, low, high in run]
            corners += [(axis, high * 100) for axis, _, high in spots]
            corners += [(axis, low * 100) for axis, low, _ in reversed(spots)]
            corners.append(GAP)
    return corners[:-1]


def _add(figure: go.Figure, corners: Sequence[Corner], name: str, style: dict[str, object]) -> None:
    figure.add_scatterpolar(
        theta=[axis for axis, _ in corners],
        r=[distance for _, distance in corners],
        name=name,
        hoverinfo="skip",
        **style,
    )


def _band_style(look: Look) -> dict[str, object]:
    line = {"color": palette.SERVICE, "width": look.line / 3, "dash": "dot"}
    return {"mode": "lines", "line": line, "fill": "toself", "fillcolor": palette.INTERVAL_SEE_THROUGH}


def _target_style(look: Look) -> dict[str, object]:
    return {"mode": "lines", "line": {"color": palette.SECONDARY, "width": look.line * 0.6, "dash": "dash"}}


def _service_style(look: Look) -> dict[str, object]:
    marker = {"symbol": "circle", "size": look.marker, "line": {"color": palette.PAPER, "width": 1.5}}
    line = {"color": palette.SERVICE, "width": look.line, "dash": "solid"}
    return {"mode": "lines+markers", "line": line, "marker": marker, "connectgaps": False, "cliponaxis": False}


def _axes(points: Sequence[ChartPoint], look: Look) -> dict[str, object]:
    return {
        "gridshape": "linear",
        "bgcolor": palette.PAPER,
        "radialaxis": {
            "range": [0, 100],
            "tickvals": [0, 25, 50, 75, 100],
            "angle": 90,
            "tickangle": 90,
            "gridcolor": palette.GRID,
            "linecolor": palette.GRID,
            "tickfont": {"size": look.small, "color": palette.SECONDARY},
        },
        "angularaxis": {
            "rotation": 90,
            "direction": "clockwise",
            "type": "category",
            "categoryorder": "array",
            "categoryarray": [point.id for point in points],
            "ticklen": look.small // 2,
            "tickcolor": palette.PAPER,
            "tickvals": [point.id for point in points],
            "ticktext": [axis_label(point) for point in points],
            "gridcolor": palette.GRID,
            "linecolor": palette.SECONDARY,
            "tickfont": {"size": look.font},
        },
    }
