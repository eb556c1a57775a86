"""Dimension, group and overall scores as intervals, with the answers that made them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor, fsum

from detector.core.answers import Answer, AnswerSheet, counted_level
from detector.core.bank import TOP_LEVEL, Bank, Dimension, Question
from detector.core.flow import applicable_questions

TOLERANCE = 1e-9


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
    """The weighted mean of the known answers of several dimensions, 0-1; `given_up` are those where nothing applies.

    `id` is a group's id, or "overall". Each answer counts by its own weight: its dimension's weight by its share of
    what applies there. `low` and `high` have every unknown at level 0 and at level 3. `coverage` (0-1) is the part of
    the applicable own weight that is known.
    """

    id: str
    score: float | None
    low: float | None
    high: float | None
    given_up: tuple[str, ...] = ()
    coverage: float = 0.0


@dataclass(frozen=True)
class Unknown:
    """An unknown question, and by how much (0-1) knowing it would narrow the overall interval."""

    question_id: str
    narrows: float


def shown(value: float) -> int:
    """A share from 0 to 1 as people read it: a whole number from 0 to 100, rounded half up."""
    return floor(value * 100 + 0.5 + TOLERANCE)


def shown_share(share: float) -> int:
    """How much of a whole there is, from 0 to 100, rounded half up; only nothing is 0, and only all of it is 100."""
    if share <= TOLERANCE or share >= 1 - TOLERANCE:
        return shown(share)
    return min(max(shown(share), 1), 99)


def weights_in_use(bank: Bank, local: Mapping[str, float]) -> dict[str, float]:
    """Every dimension's weight in the bank's units: the council's own where it set one, else the bank's."""
    return {dimension.id: local.get(dimension.id, dimension.weight) for dimension in bank.dimensions}


def weighted_mean(values: Iterable[tuple[float, float]]) -> float | None:
    """The mean of the values, each given with its weight, or None of nothing."""
    parts = list(values)
    return _quotient(fsum([value * weight for value, weight in parts]), fsum([weight for _, weight in parts]))


def score_dimension(bank: Bank, dimension: Dimension, sheet: AnswerSheet) -> DimensionScore:
    """The dimension's score, with the bank's own weight."""
    contributions = _contributions(bank, dimension, sheet)
    points = [part.value * part.weight for part in contributions if part.value is not None]
    unknown = [part.weight for part in contributions if part.value is None]
    known = fsum([part.weight for part in contributions if part.value is not None])
    asked = fsum([part.weight for part in contributions])
    return DimensionScore(
        dimension_id=dimension.id,
        weight=dimension.weight,
        score=_quotient(fsum(points), known),
        low=_quotient(fsum(points), asked),
        high=_quotient(fsum([*points, *unknown]), asked),
        coverage=_quotient(known, asked) or 0.0,
        contributions=contributions,
    )


def score_dimensions(bank: Bank, sheet: AnswerSheet) -> tuple[DimensionScore, ...]:
    """Every dimension's score under the bank's weights, in the bank's order."""
    return tuple(score_dimension(bank, dimension, sheet) for dimension in bank.dimensions)


def combine(score_id: str, dimension_scores: Iterable[DimensionScore]) -> WeightedScore:
    """The weighted mean of the answers of some dimensions, each dimension by the weight it carries.

    So far as a dimension is not known it carries no weight: one answer never speaks for the whole of it.
    """
    scores = list(dimension_scores)
    return WeightedScore(
        id=score_id,
        score=weighted_mean((part.score, part.weight * part.coverage) for part in scores if part.score is not None),
        low=weighted_mean((part.low, part.weight) for part in scores if part.low is not None),
        high=weighted_mean((part.high, part.weight) for part in scores if part.high is not None),
        given_up=tuple(part.dimension_id for part in scores if not part.contributions),
        coverage=weighted_mean((part.coverage, part.weight) for part in scores if part.contributions) or 0.0,
    )


def combine_groups(bank: Bank, dimension_scores: Iterable[DimensionScore]) -> tuple[WeightedScore, ...]:
    """The weighted mean of each of the bank's groups, in the bank's order."""
    scores = {part.dimension_id: part for part in dimension_scores}
    return tuple(
        combine(group.id, [scores[dimension.id] for dimension in bank.dimensions if dimension.group == group.id])
        for group in bank.groups
    )


def unknowns(dimension_scores: Iterable[DimensionScore]) -> tuple[Unknown, ...]:
    """Every applicable question without a known level, those that narrow the overall interval most first."""
    scores = [part for part in dimension_scores if part.contributions]
    total = fsum(score.weight for score in scores)
    found = [
        Unknown(part.question_id, score.weight * part.share / total)
        for score in scores
        for part in score.contributions
        if part.value is None
    ]
    # Rounded, because shares that are equal on paper must keep the bank's order.
    return tuple(sorted(found, key=lambda unknown: -round(unknown.narrows, 12)))


def _contributions(bank: Bank, dimension: Dimension, sheet: AnswerSheet) -> tuple[Contribution, ...]:
    asked = [(question, sheet.answers.get(question.id)) for question in applicable_questions(bank, dimension, sheet)]
    total = fsum([question.weight for question, _ in asked])
    return tuple(_contribution(bank, question, answer, total) for question, answer in asked)


def _contribution(bank: Bank, question: Question, answer: Answer | None, total: float) -> Contribution:
    counted = None if answer is None else counted_level(bank, answer)
    return Contribution(
        question_id=question.id,
        level=None if answer is None else answer.level,
        counted_level=counted,
        value=None if counted is None else counted / TOP_LEVEL,
        weight=question.weight,
        share=question.weight / total,
    )


def _quotient(part: float, whole: float) -> float | None:
    return part / whole if whole else None
