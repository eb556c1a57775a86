"""The nearest weight of each dimension at which the verdict becomes another."""

from dataclasses import dataclass

from detector.core.robustness.baseline import Baseline, Scored, ceiling, overall_floor
from detector.core.verdict.bands import rank_by_score, reaches


@dataclass(frozen=True)
class WeightThreshold:
    """The nearest weight (the bank's units, others unchanged) of a dimension at which the verdict becomes another.

    A better verdict holds from that weight on; a worse one just beyond it.
    """

    dimension_id: str
    weight: float
    verdict: str


def weight_thresholds(now: Baseline) -> tuple[WeightThreshold, ...]:
    """For each dimension with a score whose weight can change the verdict, where it first does."""
    edges = _edges(now)
    thresholds = [(each, _thresholds(now, each, edges)) for each in now.scored]
    return tuple(
        min(found, key=lambda threshold: abs(threshold.weight - each.weight)) for each, found in thresholds if found
    )


def _edges(now: Baseline) -> list[tuple[float, str]]:
    """The overall scores (0-1) from which the verdict is better, and under which it is worse, with what it becomes."""
    limit = ceiling(now)
    here = min(rank_by_score(now.rules, now.overall), limit)
    better = [(overall_floor(now.rules, here + 1), here + 1)] if here < limit else []
    # The worst verdict has none below it, but no score falls under the lowest start either.
    worse = (overall_floor(now.rules, here), here - 1)
    return [(floor, now.rules.verdicts[rank]) for floor, rank in [*better, worse] if floor is not None]


def _thresholds(now: Baseline, scored: Scored, edges: list[tuple[float, str]]) -> list[WeightThreshold]:
    """Where the weight of one dimension takes the overall score across an edge."""
    crossings = [(_crossing_weight(now, scored, threshold), verdict) for threshold, verdict in edges]
    return [
        WeightThreshold(scored.dimension_id, weight, verdict) for weight, verdict in crossings if weight is not None
    ]


def _crossing_weight(now: Baseline, scored: Scored, threshold: float) -> float | None:
    """The weight at which the overall score meets a threshold (0-1), None where no weight takes it across.

    With more weight the overall score moves from the mean of the others towards the dimension's own score.
    """
    stands_on_threshold = reaches(scored.score, threshold) and reaches(threshold, scored.score)
    if len(now.scored) == 1 or stands_on_threshold:
        return None
    weight = now.total_weight - scored.weight
    total = now.total_weight * now.overall - scored.weight * scored.score
    above = reaches(now.overall, threshold)
    if reaches(total / weight, threshold) == above == reaches(scored.score, threshold):
        return None
    return max(0.0, (threshold * weight - total) / (scored.score - threshold))
