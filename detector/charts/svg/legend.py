"""What the marks of a figure mean, in a row under it, or below each other where the row is too long."""

from collections.abc import Sequence
from dataclasses import dataclass

from detector.charts import labels, palette
from detector.charts.svg.frames import EDGE, Frame
from detector.charts.svg.letters import width
from detector.charts.svg.marks import Lettering, Pen, box, dot, line_of_text, path

SYMBOL = 34.0
BETWEEN = 8.0
APART = 26.0
"""How wide a symbol is, how far its words stand from it, and how far entries stand apart."""


@dataclass(frozen=True)
class Entry:
    """A symbol, drawn around the middle of its left edge, and its words."""

    symbol: str
    words: str


def range_entry(pen: Pen) -> Entry:
    """The interval."""
    return Entry(box((0, -6), (SYMBOL, 12), pen), labels.RANGE)


def target_entry(target: float, frame: Frame) -> Entry:
    """The dashed line."""
    return Entry(path([(0, 0), (SYMBOL, 0)], target_pen(frame)), labels.target_label(target))


def service_entry(frame: Frame, *, line: bool) -> Entry:
    """The score, on a line where scores are joined."""
    joined = path([(0, 0), (SYMBOL, 0)], Pen(palette.SERVICE, frame.line)) if line else ""
    across = frame.marker if line else frame.dot * 0.6
    return Entry(joined + dot((SYMBOL / 2, 0), across), labels.SERVICE)


def target_pen(frame: Frame) -> Pen:
    """How the target is drawn in every figure."""
    return Pen(palette.SECONDARY, frame.line * 0.65, dash="9 6")


def legend(entries: Sequence[Entry], top: float, frame: Frame) -> tuple[str, float]:
    """The legend from the height `top` down, and where it ends."""
    rows = _rows(entries, frame)
    step = frame.font * 1.6
    parts: list[str] = []
    for place, row in enumerate(rows):
        middle = top + step * (place + 0.5)
        # Rows below each other begin together; a single row stands in the middle.
        left = (frame.width - _length(max(rows, key=lambda each: _length(each, frame)), frame)) / 2
        for entry in row:
            at = (left + SYMBOL + BETWEEN, 0)
            words = line_of_text(at, entry.words, Lettering(frame.font, "start"))
            parts.append(f'<g transform="translate(0 {middle:.1f})">{_moved(entry.symbol, left)}{words}</g>')
            left += _length([entry], frame) + APART
    return "".join(parts), top + step * len(rows)


def _moved(symbol: str, left: float) -> str:
    return f'<g transform="translate({left:.1f} 0)">{symbol}</g>'


def _length(row: Sequence[Entry], frame: Frame) -> float:
    words = sum(width(entry.words, frame.font) for entry in row)
    return words + (SYMBOL + BETWEEN) * len(row) + APART * (len(row) - 1)


def _rows(entries: Sequence[Entry], frame: Frame) -> list[list[Entry]]:
    """The entries in as few rows as fit."""
    rows: list[list[Entry]] = [[]]
    for entry in entries:
        if rows[-1] and _length([*rows[-1], entry], frame) > frame.width - 2 * EDGE:
            rows.append([])
        rows[-1].append(entry)
    return rows
