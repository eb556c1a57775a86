"""Dimension, group and overall scores as intervals, with the answers that made them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Contribution:
    """What one applicable question brings to its dimension.

    `level` is as answered and `counted_level` after the evidence cap (both None where unknown); `value` is 0-1;
    `share` is its part (0-1) of the dimension's applicable weight.
    """

    question_id: str
    level: int | None
    counted_level: int | None
    value: float | None
    weight: float
    share: float


@dataclass(frozen=True)
class DimensionScore:
    """A dimension's score, low, high and coverage from 0 to 1, with the answers that made them.

    `score` is None where nothing is answered; `score`, `low` and `high` are None where nothing applies.
    `coverage` is 0 then. `weight` is the dimension's weight in use, in the bank's units.
    """

    dimension_id: str
    weight: float
    score: float | None
    low: float | None
    high: float | None
    coverage: float
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True)
class WeightedScore:
    """The weighted mean of several dimensions, 0-1; `given_up` are those where nothing applies.

    `id` is a group's id, or "overall".
    """

    id: str
    score: float | None
    low: float | None
    high: float | None
    given_up: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unknown:
    """An unknown question, and by how much (0-1) knowing it would narrow the overall interval."""

    question_id: str
    narrows: float
