"""Where a radar's labels stand: each beside its axis, none over another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from detector.charts import labels
from detector.charts.letter_widths import Font, broken, width
from detector.charts.points import ChartPoint
from detector.charts.svg.frames import EDGE, Frame
from detector.charts.svg.marks import LEADING, Spot

OFF = 0.8
"""From the edge of the radar to its labels, in letter sizes."""

UPRIGHT = 0.15
"""An axis this near the vertical has its label in the middle above or below it."""


@dataclass(frozen=True)
class Label:
    """A name in lines with its score below, placed from the radar's centre: `across` is where `anchor` stands."""

    lines: tuple[str, ...]
    below: str
    is_score: bool
    anchor: str
    across: float
    top: float
    bottom: float
    room: float

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.across - self.room * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]


def labels_around(points: Sequence[ChartPoint], axes: Mapping[str, Spot], frame: Frame) -> list[Label]:
    """A label for each dimension, in their order, moved up or down where it would touch another."""
    wanted = {point.id: _label(point, axes[point.id], frame) for point in points}
    placed: dict[str, Label] = {}
    # From the sides outwards, so that what must give way moves away from the radar.
    for axis in sorted(wanted, key=lambda each: (round(abs(axes[each][1]), 6), axes[each][1] > 0)):
        placed[axis] = _apart(wanted[axis], list(placed.values()), upwards=axes[axis][1] <= 0)
    return [placed[point.id] for point in points]


def _label(point: ChartPoint, axis: Spot, frame: Frame) -> Label:
    reach = frame.radius + OFF * frame.font
    across, middle = axis[0] * reach, axis[1] * reach
    anchor = "middle" if abs(axis[0]) < UPRIGHT else "start" if axis[0] > 0 else "end"
    across = 0.0 if anchor == "middle" else across
    free = frame.width / 2 - EDGE - abs(across)
    lines = broken(point.short_name, frame.font, min(frame.label, free), Font.FIGURE)
    below = labels.on_axis(point)
    tall = (len(lines) + 1) * frame.font * LEADING
    top = middle - tall / 2 + axis[1] * tall / 2
    rooms = [width(line, frame.font, Font.FIGURE) for line in lines]
    # A score stands in bold.
    room = max([*rooms, width(below, frame.font, Font.FIGURE, bold=True)])
    return Label(lines, below, point.score is not None, anchor, across, top, top + tall, room)


def _apart(label: Label, others: Sequence[Label], *, upwards: bool) -> Label:
    """The label, moved up or down past whatever it would touch."""
    for other in sorted(others, key=lambda each: each.bottom if not upwards else -each.top):
        if _touch(label, other):
            tall = label.bottom - label.top
            top = other.top - tall - EDGE if upwards else other.bottom + EDGE
            label = replace(label, top=top, bottom=top + tall)
    return label


def _touch(one: Label, other: Label) -> bool:
    apart_across = one.left + one.room + EDGE <= other.left or other.left + other.room + EDGE <= one.left
    return not apart_across and one.top < other.bottom and other.top < one.bottom
