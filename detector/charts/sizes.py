"""How large things are drawn: on a desk, on a phone."""

from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from detector.charts import palette

Size = Literal["desktop", "phone"]

FONT_FAMILY = '"Source Sans", "Source Sans 3", "Source Sans Pro", Arial, sans-serif'

CHART_CONFIG: dict[str, bool] = {"displayModeBar": False, "displaylogo": False, "doubleClick": False}
"""What every figure is shown with: no toolbar, which would add tab stops and nothing else."""


@dataclass(frozen=True)
class Look:
    """Sizes in pixels. `side` is what a radar leaves for labels left and right, `wrap` letters in a line of a name."""

    font: int
    small: int
    line: float
    marker: int
    dot: int
    row: int
    radar_height: int
    side: int
    top: int
    wrap: int
    short_names: bool = False


LOOKS: dict[Size, Look] = {
    "desktop": Look(
        font=16, small=15, line=3.5, marker=10, dot=28, row=48, radar_height=580, side=112, top=60, wrap=20
    ),
    "phone": Look(
        font=13,
        small=12,
        line=3,
        marker=8,
        dot=24,
        row=42,
        radar_height=400,
        side=88,
        top=46,
        wrap=14,
        short_names=True,
    ),
}


def legend_height(look: Look) -> float:
    """The room for three entries of a legend, which stand below each other on a narrow screen."""
    return 3 * 1.5 * look.font


def lay_out(figure: go.Figure, look: Look, height: int) -> None:
    """Give a figure the fonts, background and legend that all figures share; it then cannot be dragged or zoomed."""
    figure.update_layout(
        template=None,
        height=height,
        font={"family": FONT_FAMILY, "size": look.font, "color": palette.INK},
        paper_bgcolor=palette.PAPER,
        plot_bgcolor=palette.PAPER,
        dragmode=False,
        hoverlabel={"font": {"size": look.font}},
        showlegend=True,
        legend={
            "orientation": "h",
            "xref": "container",
            "x": 0.5,
            "xanchor": "center",
            "yref": "container",
            "y": 0,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )
