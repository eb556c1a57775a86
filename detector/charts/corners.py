"""The corners of a radar's lines, whoever draws them."""

from collections.abc import Sequence
from itertools import groupby

from detector.charts.points import ChartPoint

Corner = tuple[str | None, float | None]
"""A dimension's id and a score (0-100) on its axis; no id is a gap, no score is a gap on that axis."""

Span = tuple[str, float | None, float | None]
"""A dimension's id, and the least and the most (0-1) on its axis, None where it has neither."""

NEXT_TO_CENTRE = 0.01
"""The lowest score to draw: Plotly leaves out a marker that lies exactly in the centre."""

GAP: Corner = (None, None)


def score_line(points: Sequence[ChartPoint]) -> list[Corner]:
    """The scores, joined where neighbours have one; closed by the first again."""
    corners: list[Corner] = [(point.id, None if point.score is None else point.score * 100) for point in points]
    return [*corners, *corners[:1]]


def target_ring(points: Sequence[ChartPoint], target: float) -> list[Corner]:
    """The target (0-1) on every axis, closed."""
    corners: list[Corner] = [(point.id, target * 100) for point in points]
    return [*corners, *corners[:1]]


def interval_band(points: Sequence[ChartPoint]) -> list[Corner]:
    """The band from the lowest to the highest possible scores."""
    return band([(point.id, point.low, point.high) for point in points])


def band(known: Sequence[Span]) -> list[Corner]:
    """Out along the highs and back along the lows, closed where every dimension has them, apart where one has not."""
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
