"""The verdict scale: where the overall score lies among the verdicts."""

import html
import textwrap
from collections.abc import Sequence

import plotly.graph_objects as go

from detector.charts import labels, palette
from detector.charts.bands import segments
from detector.charts.sizes import LOOKS, Look, Size, lay_out
from detector.core.bank import Band
from detector.core.scoring import shown

STRIP = (0.0, 1.0)
STOP_STRIP = (-0.75, -0.2)
SCORE_AT = 1.5
TOP = 2.1
"""Heights in the figure: the strip of verdicts, the one no score reaches under it, the score above."""

LETTERS = 45
"""How many letters of a label fit in a line across the whole strip on a phone."""


def verdict_scale(
    bands: Sequence[Band], low: float, score: float, high: float, *, size: Size = "desktop", verdict: str | None = None
) -> go.Figure:
    """The bands as labelled segments, with the overall score and its interval (0-1) above them.

    The band whose id is `verdict` has a heavy outline, for a cap may hold the verdict below the score's own band.
    """
    look = LOOKS[size]
    figure = go.Figure()
    for index, (band, start, end) in enumerate(segments(bands)):
        colour = palette.BANDS[min(index, len(palette.BANDS) - 1)]
        _add_segment(figure, (start, end), STRIP, colour, heavy=band.id == verdict)
        _add_label(figure, (start + end) / 2, STRIP, _wrapped(band, end - start), look)
    for band in (band for band in bands if band.from_score is None):
        _add_segment(figure, (0, 100), STOP_STRIP, palette.STOP, heavy=band.id == verdict)
        _add_label(figure, 50, STOP_STRIP, _plain(labels.stop_label(band)), look)
    _add_score(figure, (low * 100, score * 100, high * 100), look)
    lay_out(figure, look, height=look.row * 5)
    _set_axes(figure, bands, labels.overall_axis(verdict), look)
    return figure


def _plain(label: str) -> str:
    return html.escape(label, quote=False)


def _wrapped(band: Band, share: float) -> str:
    """A band's label, broken between words to fit its segment's share (0-100) of the strip."""
    lines = textwrap.wrap(band.label, max(int(LETTERS * share / 100), 1), break_long_words=False)
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def _add_segment(
    figure: go.Figure, across: tuple[float, float], strip: tuple[float, float], colour: str, *, heavy: bool
) -> None:
    figure.add_shape(
        type="rect",
        x0=across[0],
        x1=across[1],
        y0=strip[0],
        y1=strip[1],
        fillcolor=colour,
        line={"color": palette.INK if heavy else palette.SECONDARY, "width": 4 if heavy else 1},
        layer="above" if heavy else "below",
    )


def _add_label(figure: go.Figure, at: float, strip: tuple[float, float], text: str, look: Look) -> None:
    figure.add_annotation(x=at, y=sum(strip) / 2, text=text, showarrow=False, font={"size": look.small})


def _add_score(figure: go.Figure, low_score_high: tuple[float, float, float], look: Look) -> None:
    low, score, high = low_score_high
    whiskers = {"type": "data", "symmetric": False, "array": [high - score], "arrayminus": [score - low]}
    figure.add_scatter(
        x=[score],
        y=[SCORE_AT],
        mode="markers+text",
        error_x={**whiskers, "color": palette.SERVICE, "thickness": look.line, "width": look.marker},
        marker={"size": look.dot, "color": palette.SERVICE, "line": {"color": palette.PAPER, "width": 1.5}},
        text=[f"<b>{shown(score / 100)}</b>"],
        textfont={"size": look.small, "color": palette.PAPER},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _set_axes(figure: go.Figure, bands: Sequence[Band], title: str, look: Look) -> None:
    bottom = STOP_STRIP[0] if any(band.from_score is None for band in bands) else STRIP[0]
    edges = [start for _, start, _ in segments(bands)]
    figure.update_layout(
        margin={"l": look.small + 4, "r": look.small + 4, "t": 4, "b": 4 * look.small},
        xaxis={
            "range": [0, 100],
            "tickvals": [*edges, 100],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"size": look.small, "color": palette.SECONDARY},
            "title": {"text": title, "font": {"size": look.small}, "standoff": 4},
        },
        yaxis={"range": [bottom - 0.05, TOP], "visible": False, "fixedrange": True},
    )
