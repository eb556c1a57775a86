"""The report's figures as charts that answer the pointer, each with its words."""

from typing import assert_never

import plotly.graph_objects as go
import streamlit as st

from detector.charts.dumbbell import dumbbell
from detector.charts.firmness import firmness_chart
from detector.charts.radar import radar
from detector.charts.scale import verdict_scale
from detector.charts.sizes import CHART_CONFIG, Size
from detector.report.blocks import Drawing, Figure, FigureKind
from detector.ui.shared.markup import line

SHAPES: tuple[tuple[str, Size], ...] = (("wide", "desktop"), ("narrow", "phone"))


def draw_figure(figure: Figure, drawing: Drawing) -> None:
    """A figure under its caption, in a shape for wide and one for narrow screens; each page shows a kind once."""
    line(figure.caption, "lead")
    for shape, size in SHAPES:
        with st.container(key=f"{shape}-figure-{figure.kind}"):
            st.plotly_chart(
                _chart(figure.kind, drawing, size),
                key=f"figure-{figure.kind}-{shape}",
                theme=None,
                config=CHART_CONFIG,
                alt=figure.alt,
            )


def _chart(kind: FigureKind, drawing: Drawing, size: Size) -> go.Figure:
    match kind:
        case FigureKind.SCALE:
            low, score, high = drawing.overall or (0.0, 0.0, 0.0)
            return verdict_scale(drawing.bands, low, score, high, size=size, verdict=drawing.verdict)
        case FigureKind.RADAR:
            return radar(drawing.points, drawing.target, size=size)
        case FigureKind.DUMBBELL:
            return dumbbell(drawing.points, drawing.target, size=size)
        case FigureKind.FIRMNESS:
            return firmness_chart(drawing.firmness, size=size)
        case _:
            assert_never(kind)
