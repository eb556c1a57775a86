"""The radar: every dimension on its own axis from 0 to 100, never stretched."""

import html
from collections.abc import Sequence
from itertools import groupby

import plotly.graph_objects as go

from detector.charts import palette
from detector.charts.points import ChartPoint, out_of_100
from detector.charts.sizes import LOOKS, Look, Size, lay_out

Corner = tuple[float | None, float | None]
"""Angle in degrees clockwise from the top, and distance from the centre in score (0-100); both None is a gap."""

GAP: Corner = (None, None)


def radar(points: Sequence[ChartPoint], target: float, *, size: Size = "desktop") -> go.Figure:
    """The scores as a line with the interval as a band, and the target (0-1) dashed; a missing score is a gap."""
    look = LOOKS[size]
    figure = go.Figure()
    _add(figure, _band(points), "Lowest to highest possible", _band_style(look))
    _add(figure, _ring(points, target), f"Best verdict starts ({out_of_100(target)})", _target_style(look))
    _add(figure, _line(points), "This service", _service_style(look))
    lay_out(figure, look, look.radar_height)
    figure.update_layout(
        margin={"l": look.side, "r": look.side, "t": look.top, "b": look.top},
        polar=_axes(points, look),
        legend={"y": -0.16},
    )
    return figure


def axis_label(point: ChartPoint) -> str:
    """A dimension's short name with its score under it, as Plotly's markup."""
    shown = f"<b>{out_of_100(point.score)}</b>" if point.score is not None else _without_score(point)
    return f"{html.escape(point.short_name, quote=False)}<br>{shown}"


def _without_score(point: ChartPoint) -> str:
    return "No answer" if point.high is not None else "Not applicable"


def _angle(index: int, points: Sequence[ChartPoint]) -> float:
    return index * 360 / len(points)


def _line(points: Sequence[ChartPoint]) -> list[Corner]:
    """The scores, joined where neighbours have one; closed by the first again."""
    corners: list[Corner] = [
        (_angle(index, points), None if point.score is None else point.score * 100)
        for index, point in enumerate(points)
    ]
    return [*corners, *corners[:1]]


def _ring(points: Sequence[ChartPoint], target: float) -> list[Corner]:
    corners: list[Corner] = [(_angle(index, points), target * 100) for index in range(len(points))]
    return [*corners, *corners[:1]]


def _band(points: Sequence[ChartPoint]) -> list[Corner]:
    """Out along the highest and back along the lowest possible scores, apart wherever a dimension has neither."""
    known = [(_angle(i, points), point.low, point.high) for i, point in enumerate(points)]
    if all(high is not None for _, _, high in known):
        known = [*known, *known[:1]]
    corners: list[Corner] = []
    for applies, run in groupby(known, key=lambda spot: spot[2] is not None):
        if applies:
            spots = [(angle, low or 0.0, high or 0.0) for angle, low, high in run]
            corners += [(angle, high * 100) for angle, _, high in spots]
            corners += [(angle, low * 100) for angle, low, _ in reversed(spots)]
            corners.append(GAP)
    return corners[:-1]


def _add(figure: go.Figure, corners: Sequence[Corner], name: str, style: dict[str, object]) -> None:
    figure.add_scatterpolar(
        theta=[angle for angle, _ in corners],
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
    return {"mode": "lines+markers", "line": line, "marker": marker, "connectgaps": False}


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
            "tickvals": [_angle(index, points) for index in range(len(points))],
            "ticktext": [axis_label(point) for point in points],
            "gridcolor": palette.GRID,
            "linecolor": palette.SECONDARY,
            "tickfont": {"size": look.font},
        },
    }
