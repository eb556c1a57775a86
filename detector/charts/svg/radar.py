"""The radar as SVG: every dimension on its own axis from 0 to 100, never stretched."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, pi, sin

from detector.charts import palette
from detector.charts.corners import Corner, interval_band, score_line, target_ring
from detector.charts.points import ChartPoint
from detector.charts.svg import marks
from detector.charts.svg.frames import EDGE, WIDE, Frame
from detector.charts.svg.legend import legend, range_entry, service_entry, target_entry, target_pen
from detector.charts.svg.marks import Lettering, Pen, Said, Spot
from detector.charts.svg.rim import Label, labels_around

RINGS = (25, 50, 75, 100)
OPACITY = 0.22
"""How much of the grid the fill of the interval covers: that of `palette.INTERVAL_SEE_THROUGH`."""


def radar_svg(points: Sequence[ChartPoint], target: float, said: Said, frame: Frame = WIDE) -> str:
    """The scores as a line with the interval as a band, and the target (0-1) dashed; a missing score is a gap."""
    axes = axes_of(points)
    around = labels_around(points, axes, frame)
    up = min([-frame.radius - frame.marker, *(label.top for label in around)])
    down = max([frame.radius + frame.marker, *(label.bottom for label in around)])
    centre: Spot = (frame.width / 2, EDGE - up)
    drawn = _Drawn(axes, centre, frame)
    range_pen = Pen(palette.SERVICE, frame.line / 3, "2 3", palette.SERVICE, OPACITY)
    parts = [
        drawn.grid(),
        *(drawn.line(run, range_pen, closed=True) for run in runs(interval_band(points))),
        *(drawn.line(run, target_pen(frame)) for run in runs(target_ring(points, target))),
        drawn.ticks(),
        *(drawn.line(run, Pen(palette.SERVICE, frame.line)) for run in runs(score_line(points))),
        drawn.dots(points),
        *(drawn.label(label) for label in around),
    ]
    entries = [range_entry(range_pen), target_entry(target, frame), service_entry(frame, line=True)]
    key, end = legend(entries, centre[1] + down + frame.small * 0.8, frame)
    return marks.picture([*parts, key], end + EDGE, said, frame)


def axes_of(points: Sequence[ChartPoint]) -> dict[str, Spot]:
    """The direction of each dimension's axis: the first straight up, the others clockwise."""
    turns = [2 * pi * place / len(points) for place in range(len(points))]
    return {point.id: (sin(turn), -cos(turn)) for point, turn in zip(points, turns, strict=True)}


def runs(corners: Sequence[Corner]) -> list[list[tuple[str, float]]]:
    """The corners in stretches without a gap."""
    stretches = groupby(corners, key=lambda corner: corner[0] is not None and corner[1] is not None)
    return [
        [(axis, distance) for axis, distance in run if axis is not None and distance is not None]
        for whole, run in stretches
        if whole
    ]


@dataclass(frozen=True)
class _Drawn:
    """What is drawn around one centre."""

    axes: dict[str, Spot]
    centre: Spot
    frame: Frame

    def at(self, axis: str, score: float) -> Spot:
        """Where a score (0-100) lies on an axis."""
        reach = self.frame.radius * score / 100
        return self.centre[0] + self.axes[axis][0] * reach, self.centre[1] + self.axes[axis][1] * reach

    def grid(self) -> str:
        """The axes and the rings, of which the outermost is the edge."""
        spokes = [marks.path([self.centre, self.at(axis, 100)], Pen(palette.GRID)) for axis in self.axes]
        rings = [
            marks.path(
                [self.at(axis, ring) for axis in self.axes],
                Pen(palette.SECONDARY if ring == 100 else palette.GRID),
                closed=True,
            )
            for ring in RINGS
            if self.axes
        ]
        return "".join([*spokes, *rings])

    def ticks(self) -> str:
        """The scores of the rings, beside the axis that points up."""
        look = Lettering(self.frame.small, "start", palette.SECONDARY, halo=True)
        across, down = self.centre
        step = self.frame.radius / 100
        return "".join(marks.line_of_text((across + 5, down - tick * step), str(tick), look) for tick in (0, *RINGS))

    def line(self, run: Sequence[tuple[str, float]], pen: Pen, *, closed: bool = False) -> str:
        """A stretch of corners, joined."""
        return marks.path([self.at(axis, score) for axis, score in run], pen, closed=closed)

    def dots(self, points: Sequence[ChartPoint]) -> str:
        """A dot at every score."""
        scores = [(point.id, point.score) for point in points]
        spots = [self.at(axis, score * 100) for axis, score in scores if score is not None]
        return "".join(marks.dot(spot, self.frame.marker) for spot in spots)

    def label(self, label: Label) -> str:
        """A name with its score under it."""
        look = Lettering(self.frame.font, label.anchor)
        across = self.centre[0] + label.across
        step = self.frame.font * marks.LEADING
        first = self.centre[1] + label.top + step / 2
        lines = [
            marks.line_of_text((across, first + step * place), line, look) for place, line in enumerate(label.lines)
        ]
        strong = Lettering(self.frame.font, label.anchor, bold=label.is_score)
        return "".join([*lines, marks.line_of_text((across, first + step * len(lines)), label.below, strong)])
