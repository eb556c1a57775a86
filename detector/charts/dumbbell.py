"""The dumbbell: the dimensions below each other, the one furthest below the target on top."""

import html
import textwrap
from collections.abc import Sequence

import plotly.graph_objects as go

from detector.charts import labels, palette
from detector.charts.points import ChartPoint, by_gap
from detector.charts.sizes import LOOKS, Look, Size, lay_out, legend_height
from detector.core.scoring import shown
from detector.wording.result import score_cells

BAR = 0.34
"""How much of a row the bar of the interval takes."""


def dumbbell(points: Sequence[ChartPoint], target: float, *, size: Size = "desktop") -> go.Figure:
    """A row for each dimension: the interval as a bar, the score as a numbered dot, the target (0-1) as a dashed line.

    A dimension without a score stands last and says so; the target is not drawn there.
    """
    look = LOOKS[size]
    rows = by_gap(points, target)
    figure = go.Figure()
    _add_intervals(figure, rows)
    _add_target(figure, sum(row.score is not None for row in rows), target, look)
    _add_scores(figure, rows, look)
    _add_words(figure, rows, look)
    lay_out(figure, look, height=len(rows) * look.row + round(legend_height(look)) + 5 * look.small)
    _set_axes(figure, rows, look)
    return figure


def name_label(point: ChartPoint, look: Look) -> str:
    """A dimension's name broken into lines that fit beside the rows (its short name on a phone)."""
    name = point.short_name if look.short_names else point.name
    return "<br>".join(html.escape(line, quote=False) for line in textwrap.wrap(name, look.wrap))


def _add_intervals(figure: go.Figure, rows: Sequence[ChartPoint]) -> None:
    spans = [
        (index, row.low * 100, row.high * 100)
        for index, row in enumerate(rows)
        if row.low is not None and row.high is not None
    ]
    figure.add_bar(
        orientation="h",
        y=[index for index, _, _ in spans],
        base=[low for _, low, _ in spans],
        x=[high - low for _, low, high in spans],
        width=BAR,
        marker={"color": palette.INTERVAL, "line": {"color": palette.SERVICE, "width": 1}},
        name=labels.RANGE,
        hoverinfo="skip",
    )


def _add_target(figure: go.Figure, scored: int, target: float, look: Look) -> None:
    """The dashed line past the rows that have a score, and past those only."""
    if not scored:
        return
    figure.add_scatter(
        x=[target * 100] * 2,
        y=[-0.5, scored - 0.5],
        mode="lines",
        line={"color": palette.SECONDARY, "width": look.line * 0.7, "dash": "dash"},
        name=labels.target_label(target),
        hoverinfo="skip",
    )


def _add_scores(figure: go.Figure, rows: Sequence[ChartPoint], look: Look) -> None:
    scored = [(index, row.score) for index, row in enumerate(rows) if row.score is not None]
    figure.add_scatter(
        x=[score * 100 for _, score in scored],
        y=[index for index, _ in scored],
        mode="markers+text",
        marker={"size": look.dot, "color": palette.SERVICE, "line": {"color": palette.PAPER, "width": 1.5}},
        text=[f"<b>{shown(score)}</b>" for _, score in scored],
        textfont={"size": look.small, "color": palette.PAPER},
        name=labels.SERVICE,
        hoverinfo="skip",
        cliponaxis=False,
    )


def _add_words(figure: go.Figure, rows: Sequence[ChartPoint], look: Look) -> None:
    """What stands in the place of a score that is not there."""
    for index, row in enumerate(rows):
        if row.score is None:
            words, font = score_cells(row)[0], {"size": look.small}
            figure.add_annotation(x=2, y=index, text=words, xanchor="left", showarrow=False, font=font)


def _set_axes(figure: go.Figure, rows: Sequence[ChartPoint], look: Look) -> None:
    figure.update_layout(
        margin={"l": 10, "r": look.dot, "t": look.small, "b": legend_height(look) + 4 * look.small},
        bargap=0,
        xaxis={
            "range": [0, 100],
            "tickvals": [0, 25, 50, 75, 100],
            "gridcolor": palette.GRID,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"size": look.small, "color": palette.SECONDARY},
            "tickangle": 0,
            "title": {"text": labels.SCORE_AXIS, "font": {"size": look.small}, "standoff": 4},
        },
        yaxis={
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(range(len(rows))),
            "ticktext": [name_label(row, look) for row in rows],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "automargin": "width",
            "ticklabelstandoff": look.dot // 2,
        },
    )
