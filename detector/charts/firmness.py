"""The firmness bars: in how many of 100 ways each thing that may vary changes the verdict."""

from collections.abc import Sequence

import plotly.graph_objects as go

from detector.charts import labels, palette
from detector.charts.firmness_bars import FirmnessBar
from detector.charts.sizes import LOOKS, Look, Size, lay_out

BAR = 0.45
"""How much of its row a bar takes."""


def firmness_chart(bars: Sequence[FirmnessBar], *, size: Size = "desktop") -> go.Figure:
    """A row a bar, dark to its least and pale to its most, both ends marked, its number behind it."""
    look = LOOKS[size]
    figure = go.Figure()
    for row, bar in enumerate(reversed(bars)):
        _add_bar(figure, row, bar, look)
    lay_out(figure, look, height=look.row * (len(bars) + 2))
    figure.update_layout(
        showlegend=False,
        margin={"l": look.small + 4, "r": look.small + 4, "t": 4, "b": 3.4 * look.small},
        xaxis={
            "range": [0, 100],
            "tickvals": labels.TICKS,
            "gridcolor": palette.GRID,
            "tickfont": {"size": look.small, "color": palette.SECONDARY},
            "title": {"text": labels.WAYS_AXIS, "font": {"size": look.small}},
            "fixedrange": True,
        },
        yaxis={"range": [-0.6, len(bars) - 0.1], "visible": False, "fixedrange": True},
    )
    return figure


def _add_bar(figure: go.Figure, row: int, bar: FirmnessBar, look: Look) -> None:
    low, high = bar.low * 100, bar.high * 100
    for start, end, fill in ((0.0, low, palette.SERVICE), (low, high, palette.INTERVAL)):
        _add_box(figure, (start, end), row, fill)
    for end in {low, high}:
        _add_box(figure, (end, end), row, palette.SERVICE, width=look.line)
    figure.add_annotation(
        x=0,
        y=row + BAR,
        text=f"{bar.name}: <b>{bar.said}</b>",
        showarrow=False,
        xanchor="left",
        yanchor="middle",
        font={"size": look.small},
    )


def _add_box(figure: go.Figure, across: tuple[float, float], row: int, fill: str, *, width: float = 1) -> None:
    figure.add_shape(
        type="rect",
        x0=across[0],
        x1=across[1],
        y0=row - BAR / 2,
        y1=row + BAR / 2,
        fillcolor=fill,
        line={"color": palette.SERVICE, "width": width},
    )
