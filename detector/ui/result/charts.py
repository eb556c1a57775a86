"""The figures of the Results page, each with its words and the table of the same numbers."""

from collections.abc import Callable
from typing import Literal

import plotly.graph_objects as go
import streamlit as st

from detector.charts.dumbbell import dumbbell
from detector.charts.points import ChartPoint, best_verdict_from, chart_points
from detector.charts.radar import radar
from detector.charts.scale import verdict_scale
from detector.charts.words import dumbbell_in_words, radar_in_words, score_table, verdict_scale_in_words
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.ui.shared import markup

Size = Literal["desktop", "phone"]
CONFIG = {"displayModeBar": False}


def scale(bank: Bank, assessment: Assessment) -> None:
    """Where the score and its interval lie among the verdicts."""
    overall, verdict = assessment.overall, assessment.verdict.id
    if overall.score is None or overall.low is None or overall.high is None:
        return
    low, score, high = overall.low, overall.score, overall.high
    _both(
        "scale",
        lambda size: verdict_scale(bank.bands, low, score, high, size=size, verdict=verdict),
        verdict_scale_in_words(bank.bands, low, score, high, verdict=verdict),
    )


def pictures(bank: Bank, assessment: Assessment) -> None:
    """Radar and dumbbell side by side, and their numbers."""
    st.header("The dimensions", anchor=False)
    points, target = chart_points(bank, assessment), best_verdict_from(bank)
    left, right = st.columns(2)
    with left:
        _figure("radar", radar, radar_in_words(points, target), points, target)
    with right:
        _figure("dumbbell", dumbbell, dumbbell_in_words(points, target), points, target)
    rows = score_table(points)
    markup.table("Scores of the dimensions, out of 100", tuple(rows[0]), [tuple(row.values()) for row in rows])


def _figure(
    name: str,
    draw: Callable[..., go.Figure],
    said: str,
    points: tuple[ChartPoint, ...],
    target: float,
) -> None:
    _both(name, lambda size: draw(points, target, size=size), said)


def _both(name: str, draw: Callable[[Size], go.Figure], said: str) -> None:
    for shape, size in (("wide", "desktop"), ("narrow", "phone")):
        with st.container(key=f"{name}-{shape}"):
            st.plotly_chart(
                draw("phone" if size == "phone" else "desktop"),
                key=f"figure-{name}-{shape}",
                theme=None,
                config=CONFIG,
                alt=said,
            )
