"""The radar: every dimension on its own axis from 0 to 100, never stretched."""

import html
from collections.abc import Sequence

import plotly.graph_objects as go

from detector.charts import labels, palette
from detector.charts.corners import NEXT_TO_CENTRE, Corner, interval_band, score_line, target_ring
from detector.charts.points import ChartPoint
from detector.charts.sizes import LOOKS, Look, Size, lay_out, legend_height


def radar(points: Sequence[ChartPoint], target: float, *, size: Size = "desktop") -> go.Figure:
    """The scores as a line with the interval as a band, and the target (0-1) dashed; a missing score is a gap."""
    look = LOOKS[size]
    figure = go.Figure()
    _add(figure, interval_band(points), labels.RANGE, _band_style(look))
    _add(figure, target_ring(points, target), labels.target_label(target), _target_style(look))
    _add(figure, _line(points), labels.SERVICE, _service_style(look))
    lay_out(figure, look, look.radar_height)
    figure.update_layout(
        margin={"l": look.side, "r": look.side, "t": look.top, "b": look.top + legend_height(look)},
        polar=_axes(points, look),
    )
    return figure


def axis_label(point: ChartPoint) -> str:
    """A dimension's short name with its score under it, as Plotly's markup."""
    below = labels.on_axis(point) if point.score is None else f"<b>{labels.on_axis(point)}</b>"
    return f"{html.escape(point.short_name, quote=False)}<br>{below}"


def _line(points: Sequence[ChartPoint]) -> list[Corner]:
    return [(axis, None if score is None else max(score, NEXT_TO_CENTRE)) for axis, score in score_line(points)]


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


def _scores_axis(look: Look) -> dict[str, object]:
    return {
        "range": [0, 100],
        "tickvals": [0, 25, 50, 75, 100],
        "angle": 90,
        "tickangle": 90,
        "gridcolor": palette.GRID,
        "linecolor": palette.GRID,
        "tickfont": {"size": look.small, "color": palette.SECONDARY},
    }


def _axes(points: Sequence[ChartPoint], look: Look) -> dict[str, object]:
    return {
        "gridshape": "linear",
        "bgcolor": palette.PAPER,
        "radialaxis": _scores_axis(look),
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
