"""How a room's answers spread over the levels: a table whose bars have the same lengths as its numbers."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from detector.core.workshop.tallies import Tally

DONT_KNOW = "Don’t know"
ROUNDS = ("1st", "2nd")
"""Which round a bar stands for, where two are drawn."""


@dataclass(frozen=True)
class SpreadRow:
    """One level's number (none for "don't know"), what it says, and how many chose it in each round drawn.

    A count is None in a round in which too few chose a level to tell which.
    """

    level: int | None
    says: str
    counts: tuple[int | None, ...]


def spread_rows(levels: Sequence[str], rounds: Sequence[Tally]) -> tuple[SpreadRow, ...]:
    """A row for each level, the lowest first, and one for "don't know", with a count for each round."""
    chosen = [
        SpreadRow(level, says, tuple(tally.counts[level] if tally.counts else None for tally in rounds))
        for level, says in enumerate(levels)
    ]
    return (*chosen, SpreadRow(None, DONT_KNOW, tuple(tally.dont_know for tally in rounds)))


def spread_table(caption: str, levels: Sequence[str], rounds: Sequence[Tally]) -> str:
    """The rows as an HTML table: level, descriptor, and a bar with its number for each round.

    A mark stands beside the last round's median: in the row of the level, or between two.
    """
    rows = spread_rows(levels, rounds)
    most = max((count or 0 for row in rows for count in row.counts), default=0)
    median = rounds[-1].median if rounds else None
    body = "".join(_row(row, most, median) for row in rows)
    head = '<th scope="col">Level</th><th scope="col">What it says</th><th scope="col">People</th>'
    return (
        f'<table class="spread"><caption>{html.escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: SpreadRow, most: int, median: float | None) -> str:
    mark = _mark(row.level, median)
    name = f"{row.level}{mark}" if row.level is not None else '<span class="unseen">none</span>'
    bars = "".join(_bar(count, most, number, of=len(row.counts)) for number, count in enumerate(row.counts))
    if row.level is None and len(row.counts) > 1:
        bars = " ".join(f"{ROUNDS[number]} <b>{count}</b>" for number, count in enumerate(row.counts))
    style = ' class="middle"' if mark else ""
    return f'<tr{style}><th scope="row">{name}</th><td>{html.escape(row.says)}</td><td class="bars">{bars}</td></tr>'


def _mark(level: int | None, median: float | None) -> str:
    """What stands beside a level on which the median lies, or beside both levels that it lies between."""
    if level is None or median is None or abs(level - median) >= 1:
        return ""
    return '<span class="mark">median</span>'


def _bar(count: int | None, most: int, number: int, *, of: int) -> str:
    """A bar as long as its share of the largest count; of two rounds each says which it is, the first is hatched."""
    earlier = number < of - 1
    label = f'<span class="round">{ROUNDS[number]}</span>' if of > 1 else ""
    if count is None:
        return f'<span class="bar">{label}not shown</span>'
    width = round(100 * count / most, 1) if most else 0
    style = "fill earlier" if earlier else "fill"
    bar = f'<span class="track"><span class="{style}" style="width:{width}%"></span></span>'
    return f'<span class="bar">{label}{bar}<b>{count}</b></span>'
