"""A room's picture in words and as a table: every number that is drawn, and no other."""

from collections.abc import Sequence

from detector.charts.workshop_radar import groups_drawn
from detector.core.bank import Bank
from detector.core.bank.index import index_of, stakeholder_name
from detector.core.scoring import shown
from detector.core.workshop.profile import DimensionSpread

NOT_SHOWN = "\u2013"
"""Stands where nothing may be shown, or nothing was asked."""


def workshop_radar_in_words(bank: Bank, picture: Sequence[DimensionSpread]) -> str:
    """Everything the room's line and band show, in the order of the axes."""
    dimensions = index_of(bank).dimensions
    said = " ".join(f"{dimensions[spread.dimension_id].name}: {_said(spread)}." for spread in picture)
    return f"Radar chart of the room’s medians on {len(picture)} dimensions, from 0 to 100. {said}"


def workshop_table(bank: Bank, picture: Sequence[DimensionSpread]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The headings and rows of the numbers drawn: dimension, median, middle half, and each group that has a line."""
    groups = groups_drawn(picture)
    dimensions = index_of(bank).dimensions
    head = ("Dimension", "Median", "Middle half", *(stakeholder_name(bank, group) for group in groups))
    rows = [
        (
            dimensions[spread.dimension_id].short_name,
            _number(spread.median),
            _middle(spread, "\u2013"),
            *(_number(spread.groups.get(group)) for group in groups),
        )
        for spread in picture
    ]
    return head, rows


def _said(spread: DimensionSpread) -> str:
    if spread.median is None:
        return "nothing shown yet"
    return f"median {shown(spread.median)}, middle half {_middle(spread, ' to ')}"


def _number(share: float | None) -> str:
    return NOT_SHOWN if share is None else str(shown(share))


def _middle(spread: DimensionSpread, between: str) -> str:
    if spread.lower_quartile is None or spread.upper_quartile is None:
        return NOT_SHOWN
    return f"{shown(spread.lower_quartile)}{between}{shown(spread.upper_quartile)}"
