"""The verdict scale as SVG: where the overall score lies among the verdicts."""

from collections.abc import Sequence

from detector.charts import labels, palette
from detector.charts.bands import segments
from detector.charts.letter_widths import Font, broken
from detector.charts.svg import marks
from detector.charts.svg.frames import EDGE, WIDE, Frame
from detector.charts.svg.marks import Lettering, Pen, Said
from detector.core.bank import Band
from detector.core.scoring import shown

HEAVY = Pen(palette.INK, 4)
LIGHT = Pen(palette.SECONDARY, 1)
BESIDE, ABOVE = 2.0, 8.0
"""Between a label and the outline of its band, across and down."""

Overall = tuple[float, float, float]
"""Low, score, high, from 0 to 1."""


def scale_svg(
    bands: Sequence[Band], overall: Overall | None, verdict: str | None, said: Said, frame: Frame = WIDE
) -> str:
    """The bands as labelled segments, with the overall score and its interval above them.

    The band whose id is `verdict` has a heavy outline, for a cap may hold the verdict below the score's own band.
    """
    top = EDGE if overall is None else EDGE + frame.dot * 1.5
    strip, bottom = _strip(bands, verdict, top, frame)
    score = "" if overall is None else _score(overall, EDGE + frame.dot / 2, frame)
    stops, bottom = _stops([band for band in bands if band.from_score is None], verdict, bottom, frame)
    axis, bottom = _axis(bands, verdict, bottom, frame)
    return marks.picture([strip, stops, score, axis], bottom + EDGE, said, frame)


def _across(score: float, frame: Frame) -> float:
    """How far across a score (0-100) stands."""
    edge = EDGE + frame.dot / 2
    return edge + (frame.width - 2 * edge) * score / 100


def _strip(bands: Sequence[Band], verdict: str | None, top: float, frame: Frame) -> tuple[str, float]:
    """The bands that a score can reach, side by side, and where they end."""
    parts = segments(bands)
    names = [
        broken(band.label, frame.small, _across(end, frame) - _across(start, frame) - 2 * BESIDE, Font.FIGURE)
        for band, start, end in parts
    ]
    tall = max([3.6 * frame.small, *(len(name) * frame.small * marks.LEADING + 2 * ABOVE for name in names)])
    light, heavy = "", ""
    for place, (band, start, end) in enumerate(parts):
        left, right = _across(start, frame), _across(end, frame)
        colour = palette.BANDS[min(place, len(palette.BANDS) - 1)]
        light += marks.box((left, top), (right - left, tall), Pen(LIGHT.colour, LIGHT.width, fill=colour))
        heavy += marks.box((left, top), (right - left, tall), HEAVY) if band.id == verdict else ""
    words = [
        marks.block_of_text((_across((start + end) / 2, frame), top + tall / 2), name, Lettering(frame.small))
        for name, (_, start, end) in zip(names, parts, strict=True)
    ]
    return light + heavy + "".join(words), top + tall


def _stops(bands: Sequence[Band], verdict: str | None, top: float, frame: Frame) -> tuple[str, float]:
    """The bands that no score reaches, below each other, and where they end."""
    left, right = _across(0, frame), _across(100, frame)
    drawn = ""
    for band in bands:
        name = broken(labels.stop_label(band), frame.small, right - left - 2 * BESIDE, Font.FIGURE)
        tall = len(name) * frame.small * marks.LEADING + ABOVE * 1.5
        top += frame.small * 0.7
        pen = HEAVY if band.id == verdict else LIGHT
        drawn += marks.box((left, top), (right - left, tall), Pen(pen.colour, pen.width, fill=palette.STOP))
        drawn += marks.block_of_text((frame.width / 2, top + tall / 2), name, Lettering(frame.small))
        top += tall
    return drawn, top


def _score(overall: Overall, middle: float, frame: Frame) -> str:
    """The interval as a line with ends, and the score as a numbered dot on it."""
    low, score, high = (_across(value * 100, frame) for value in overall)
    pen = Pen(palette.SERVICE, frame.line)
    ends = [marks.path([(at, middle - frame.marker), (at, middle + frame.marker)], pen) for at in (low, high)]
    whisker = marks.path([(low, middle), (high, middle)], pen)
    inside = Lettering(frame.digits, colour=palette.PAPER, bold=True)
    number = marks.line_of_text((score, middle), str(shown(overall[1])), inside)
    return "".join([whisker, *ends, marks.dot((score, middle), frame.dot), number])


def _axis(bands: Sequence[Band], verdict: str | None, top: float, frame: Frame) -> tuple[str, float]:
    """The scores where a band starts, what they count, and where that ends."""
    quiet = Lettering(frame.small, colour=palette.SECONDARY)
    edges = [*(start for _, start, _ in segments(bands)), 100.0]
    at = top + frame.small * 0.9
    ticks = [marks.line_of_text((_across(edge, frame), at), f"{edge:g}", quiet) for edge in edges]
    title = broken(labels.overall_axis(verdict), frame.small, frame.width - 2 * EDGE, Font.FIGURE)
    tall = len(title) * frame.small * marks.LEADING
    middle = at + frame.small * 0.8 + tall / 2
    drawn = marks.block_of_text((frame.width / 2, middle), title, Lettering(frame.small))
    return "".join([*ticks, drawn]), middle + tall / 2
