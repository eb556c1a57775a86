"""What a figure really draws, read back from the JSON that the browser gets."""

import json
from typing import TypedDict

import plotly.graph_objects as go

from detector.charts.points import ChartPoint


class Line(TypedDict, total=False):
    """How a line looks."""

    color: str
    dash: str
    width: float


class Whiskers(TypedDict):
    """How far an interval reaches to the right and to the left."""

    array: list[float]
    arrayminus: list[float]


class Trace(TypedDict, total=False):
    """One thing drawn; polar traces have theta and r, the others x and y."""

    name: str
    theta: list[str | None]
    r: list[float | None]
    x: list[float]
    y: list[float]
    base: list[float]
    text: list[str]
    mode: str
    fill: str
    line: Line
    error_x: Whiskers


class Axis(TypedDict, total=False):
    """One axis."""

    range: list[float]
    tickvals: list[float | str]
    ticktext: list[str]
    categoryarray: list[str]


class Polar(TypedDict):
    """The radar's two kinds of axes."""

    radialaxis: Axis
    angularaxis: Axis
    gridshape: str


class Words(TypedDict):
    """A text written into the figure, and where."""

    text: str
    x: float
    y: float


class Box(TypedDict):
    """A rectangle."""

    x0: float
    x1: float
    line: Line


class Layout(TypedDict, total=False):
    """What stands around the traces."""

    polar: Polar
    xaxis: Axis
    yaxis: Axis
    annotations: list[Words]
    shapes: list[Box]
    template: object


def traces(figure: go.Figure) -> dict[str, Trace]:
    """A figure's traces by name."""
    drawn: list[Trace] = json.loads(str(figure.to_json()))["data"]
    return {trace.get("name", ""): trace for trace in drawn}


def layout(figure: go.Figure) -> Layout:
    """A figure's layout."""
    drawn: Layout = json.loads(str(figure.to_json()))["layout"]
    return drawn


def point(name: str, score: float | None, low: float | None = 0.0, high: float | None = 1.0) -> ChartPoint:
    """A dimension known by one name; its interval is everything possible unless told otherwise."""
    return ChartPoint(name.lower(), name, name, score, low, high, answered=0 if score is None else 2, asked=4)


MIXED = (
    point("Market", 0.72, 0.6, 0.8),
    point("Staff", 0.5, 0.5, 0.5),
    point("Income", None),
    point("Finance", 0.0, 0.0, 0.25),
    point("Assets", None, None, None),
    point("Leadership", 1.0, 0.9, 1.0),
)
"""Scores of every sort: usual, settled, not answered, lowest, not applicable, highest."""
