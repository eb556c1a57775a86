"""What a figure shows of each dimension, taken from an assessment."""

from collections.abc import Iterable
from dataclasses import dataclass

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.scoring import DimensionScore


@dataclass(frozen=True)
class ChartPoint:
    """A dimension's score and the lowest and highest it can still become, 0 to 1.

    `score` is None where nothing is answered, all three where nothing applies. `answered` of `asked` questions are.
    """

    id: str
    name: str
    short_name: str
    score: float | None
    low: float | None
    high: float | None
    answered: int = 0
    asked: int = 0


def chart_points(bank: Bank, assessment: Assessment) -> tuple[ChartPoint, ...]:
    """One point for each dimension, in the bank's order."""
    scores = {score.dimension_id: score for score in assessment.dimensions}
    return tuple(
        ChartPoint(
            id=dimension.id,
            name=dimension.name,
            short_name=dimension.short_name,
            score=scores[dimension.id].score,
            low=scores[dimension.id].low,
            high=scores[dimension.id].high,
            answered=_answered(scores[dimension.id]),
            asked=len(scores[dimension.id].contributions),
        )
        for dimension in bank.dimensions
    )


def best_verdict_from(bank: Bank) -> float:
    """The score (0-1) from which the best verdict holds: the target in every figure."""
    return max(band.from_score for band in bank.bands if band.from_score is not None) / 100


def by_gap(points: Iterable[ChartPoint], target: float) -> tuple[ChartPoint, ...]:
    """The points with the largest shortfall from the target first; those without a score last, in their order."""
    return tuple(sorted(points, key=lambda point: (point.score is None, (point.score or 0.0) - target)))


def _answered(score: DimensionScore) -> int:
    """How many of a dimension's applicable questions have a level."""
    return sum(contribution.value is not None for contribution in score.contributions)
