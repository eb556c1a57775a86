"""What the marks of a figure mean, in a row under it, or below each other where the row is too long."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from detector.charts import labels, palette
from detector.charts.letter_widths import Font, width
from detector.charts.svg.frames import EDGE, Frame
from detector.charts.svg.marks import Lettering, Pen, Spot, box, dot, line_of_text, path

SYMBOL = 34.0
BETWEEN = 8.0
APART = 26.0
"""How wide a symbol is, how far its words stand from it, and how far entries stand apart."""


@dataclass(frozen=True)
class Entry:
    """What draws a symbol from the middle of its left edge, and its words."""

    symbol: Callable[[Spot], str]
    words: str


def range_entry(pen: Pen) -> Entry:
    """The interval."""
    return Entry(lambda at: box((at[0], at[1] - 6), (SYMBOL, 12), pen), labels.RANGE)


def target_entry(target: float, frame: Frame) -> Entry:
    """The dashed line."""
    return Entry(lambda at: _stroke(at, target_pen(frame)), labels.target_label(target))


def service_entry(frame: Frame, *, line: bool) -> Entry:
    """The score, on a line where scores are joined."""

    def symbol(at: Spot) -> str:
        middle = (at[0] + SYMBOL / 2, at[1])
        if line:
            return _stroke(at, Pen(palette.SERVICE, frame.line)) + dot(middle, frame.marker)
        return dot(middle, frame.dot * 0.6)

    return Entry(symbol, labels.SERVICE)


def target_pen(frame: Frame) -> Pen:
    """How the target is drawn in every figure."""
    return Pen(palette.SECONDARY, frame.line * 0.65, dash="9 6")


def legend(entries: Sequence[Entry], top: float, frame: Frame) -> tuple[str, float]:
    """The legend from the height `top` down, and where it ends."""
    rows = _rows(entries, frame)
    step = frame.font * 1.6
    # Rows below each other begin together; a single row stands in the middle.
    left = (frame.width - max(_length(row, frame) for row in rows)) / 2
    drawn = [_row(row, (left, top + step * (place + 0.5)), frame) for place, row in enumerate(rows)]
    return "".join(drawn), top + step * len(rows)


def _row(row: Sequence[Entry], at: Spot, frame: Frame) -> str:
    parts: list[str] = []
    left = at[0]
    for entry in row:
        words = line_of_text((left + SYMBOL + BETWEEN, at[1]), entry.words, Lettering(frame.font, "start"))
        parts += [entry.symbol((left, at[1])), words]
        left += _length([entry], frame) + APART
    return "".join(parts)


def _stroke(at: Spot, pen: Pen) -> str:
    return path([at, (at[0] + SYMBOL, at[1])], pen)


def _length(row: Sequence[Entry], frame: Frame) -> float:
    words = sum(width(entry.words, frame.font, Font.FIGURE) for entry in row)
    return words + (SYMBOL + BETWEEN) * len(row) + APART * (len(row) - 1)


def _rows(entries: Sequence[Entry], frame: Frame) -> list[list[Entry]]:
    """The entries in as few rows as fit."""
    rows: list[list[Entry]] = [[]]
    for entry in entries:
        if rows[-1] and _length([*rows[-1], entry], frame) > frame.width - 2 * EDGE:
            rows.append([])
        rows[-1].append(entry)
    return rows
