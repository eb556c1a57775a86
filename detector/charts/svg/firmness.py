"""The firmness bars as SVG: in how many of 100 ways each thing that may vary changes the verdict."""

from collections.abc import Sequence

from detector.charts import labels, palette
from detector.charts.firmness_bars import FirmnessBar
from detector.charts.svg import marks
from detector.charts.svg.frames import EDGE, WIDE, Frame
from detector.charts.svg.marks import Lettering, Pen, Said

BAR = 0.42
"""How much of its row a bar takes; its name stands above it."""


def firmness_svg(bars: Sequence[FirmnessBar], said: Said, frame: Frame = WIDE) -> str:
    """A row a bar, dark to its least and pale to its most, both ends marked, its name and number above it."""
    tall = max(frame.row, frame.small * marks.LEADING * 2.2)
    bottom = EDGE + tall * len(bars)
    rows = [_row(bar, EDGE + tall * place, tall, frame) for place, bar in enumerate(bars)]
    axis, end = _axis(bottom, frame)
    return marks.picture([axis, *rows], end + EDGE, said, frame)


def _across(share: float, frame: Frame) -> float:
    edge = EDGE + frame.small
    return edge + (frame.width - 2 * edge) * share


def _row(bar: FirmnessBar, top: float, tall: float, frame: Frame) -> str:
    thick = tall * BAR
    start, low, high = (_across(share, frame) for share in (0, bar.low, bar.high))
    middle = top + tall - thick / 2 - 2
    name = marks.line_of_text(
        (start, top + (tall - thick) / 2), f"{bar.name}: {bar.said}", Lettering(frame.small, "start", halo=True)
    )
    dark = marks.box((start, middle - thick / 2), (low - start, thick), Pen(palette.SERVICE, 1, fill=palette.SERVICE))
    pale = marks.box((low, middle - thick / 2), (high - low, thick), Pen(palette.SERVICE, 1, fill=palette.INTERVAL))
    pen = Pen(palette.SERVICE, frame.line)
    ends = [marks.path([(at, middle - thick / 2), (at, middle + thick / 2)], pen) for at in (low, high)]
    return "".join([dark, pale, *ends, name])


def _axis(bottom: float, frame: Frame) -> tuple[str, float]:
    """The grid, its numbers, what they count, and where that ends."""
    quiet = Lettering(frame.small, colour=palette.SECONDARY)
    parts: list[str] = []
    for tick in labels.TICKS:
        at = _across(tick / 100, frame)
        parts.append(marks.path([(at, EDGE), (at, bottom)], Pen(palette.GRID)))
        parts.append(marks.line_of_text((at, bottom + 0.8 * frame.small), str(tick), quiet))
    title = (_across(0.5, frame), bottom + 2.1 * frame.small)
    parts.append(marks.line_of_text(title, labels.WAYS_AXIS, Lettering(frame.small)))
    return "".join(parts), bottom + 2.8 * frame.small
