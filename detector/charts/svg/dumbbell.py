"""The dumbbell as SVG: the dimensions below each other, the one furthest below the target on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from detector.charts import labels, palette
from detector.charts.letter_widths import Font, broken, width
from detector.charts.points import ChartPoint, by_gap
from detector.charts.svg import marks
from detector.charts.svg.frames import EDGE, WIDE, Frame
from detector.charts.svg.legend import legend, range_entry, service_entry, target_entry, target_pen
from detector.charts.svg.marks import Lettering, Pen, Said, Spot
from detector.core.scoring import shown
from detector.wording.result import score_cells

BAR = 0.34
"""How much of a row the bar of the interval takes."""

WORDS = 1.5
"""How tall a line of words is, in heights of its letters."""

RANGE = Pen(palette.SERVICE, 1, fill=palette.INTERVAL)
TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class _Row:
    """A dimension, its name in lines, and the middle of its row."""

    point: ChartPoint
    name: tuple[str, ...]
    middle: float


@dataclass(frozen=True)
class _Plot:
    """Where the scale starts and ends across, how tall a row is, and where the last one ends."""

    left: float
    right: float
    tall: float
    bottom: float
    frame: Frame

    def at(self, value: float) -> float:
        """How far across a value (0-1) stands."""
        return self.left + (self.right - self.left) * value


def dumbbell_svg(points: Sequence[ChartPoint], target: float, said: Said, frame: Frame = WIDE) -> str:
    """A row for each dimension: the interval as a bar, the score as a numbered dot, the target (0-1) as a dashed line.

    A dimension without a score stands last and says so; the target is not drawn there.
    """
    ordered = by_gap(points, target)
    names = [
        broken(each.short_name if frame.short_names else each.name, frame.font, frame.names, Font.FIGURE)
        for each in ordered
    ]
    plot = _plot(names, frame)
    rows = [
        _Row(each, name, EDGE + plot.tall * (place + 0.5))
        for place, (each, name) in enumerate(zip(ordered, names, strict=True))
    ]
    scored = sum(each.score is not None for each in ordered)
    dashed = [target_entry(target, frame)] if scored else []
    entries = [range_entry(RANGE), *dashed, service_entry(frame, line=False)]
    key, end = legend(entries, plot.bottom + 3.4 * frame.small, frame)
    drawn = [_axis(plot), *(_row(row, plot) for row in rows), _target(target, scored, plot)]
    drawn += [_score(row, plot) for row in rows]
    return marks.picture([*drawn, key], end + EDGE, said, frame)


def _plot(names: Sequence[tuple[str, ...]], frame: Frame) -> _Plot:
    room = max((width(line, frame.font, Font.FIGURE) for name in names for line in name), default=0)
    tall = max([frame.row, *(len(name) * frame.font * marks.LEADING + 8 for name in names)])
    left = EDGE + room + frame.dot / 2 + EDGE
    return _Plot(left, frame.width - EDGE - frame.dot / 2, tall, EDGE + tall * len(names), frame)


def _axis(plot: _Plot) -> str:
    """The grid, its numbers, and what they count."""
    small = plot.frame.small
    quiet = Lettering(small, colour=palette.SECONDARY)
    parts: list[str] = []
    for tick in TICKS:
        across = plot.at(tick / 100)
        parts.append(marks.path([(across, EDGE), (across, plot.bottom)], Pen(palette.GRID)))
        parts.append(marks.line_of_text((across, plot.bottom + 0.8 * small), str(tick), quiet))
    title = (plot.at(0.5), plot.bottom + 2.1 * small)
    return "".join([*parts, marks.line_of_text(title, labels.SCORE_AXIS, Lettering(small))])


def _row(row: _Row, plot: _Plot) -> str:
    """A dimension's name, and its interval as a bar."""
    point = row.point
    at: Spot = (plot.left - plot.frame.dot / 2 - EDGE, row.middle)
    name = marks.block_of_text(at, row.name, Lettering(plot.frame.font, "end"))
    if point.low is None or point.high is None:
        return name
    # Never thinner than the words that stand in it where there is no score.
    thick = max(plot.frame.row * BAR, plot.frame.small * WORDS)
    corner: Spot = (plot.at(point.low), row.middle - thick / 2)
    size: Spot = (plot.at(point.high) - plot.at(point.low), thick)
    return name + marks.box(corner, size, RANGE)


def _target(target: float, scored: int, plot: _Plot) -> str:
    """The dashed line past the rows that have a score, and past those only."""
    if not scored:
        return ""
    across = plot.at(target)
    return marks.path([(across, EDGE), (across, EDGE + plot.tall * scored)], target_pen(plot.frame))


def _score(row: _Row, plot: _Plot) -> str:
    """The numbered dot, or what stands in the place of a score that is not there."""
    frame = plot.frame
    if row.point.score is None:
        at = (plot.at(0.02), row.middle)
        return marks.line_of_text(at, score_cells(row.point)[0], Lettering(frame.small, "start"))
    at = (plot.at(row.point.score), row.middle)
    inside = Lettering(frame.digits, colour=palette.PAPER, bold=True)
    return marks.dot(at, frame.dot) + marks.line_of_text(at, str(shown(row.point.score)), inside)
