"""The nearest weight of each dimension at which the verdict becomes another."""

from collections.abc import Iterator
from dataclasses import dataclass

from detector.core.ladder import rank_by_score, reaches
from detector.core.scoring import TOLERANCE
from detector.core.standing import Scored, Standing, ceiling, overall_floor


@dataclass(frozen=True)
class WeightFlip:
    """The nearest weight (the bank's units, others unchanged) of a dimension at which the verdict becomes another.

    A better verdict holds from that weight on; a worse one just beyond it.
    """

    dimension_id: str
    weight: float
    verdict: str


def weight_flips(now: Standing) -> tuple[WeightFlip, ...]:
    """For each dimension with a score whose weight can change the verdict, where it first does."""
    limit = ceiling(now)
    flips = [list(_flips(now, each, limit)) for each in now.scored]
    return tuple(
        min(found, key=lambda flip: abs(flip.weight - each.weight))
        for each, found in zip(now.scored, flips, strict=True)
        if found
    )


def _flips(now: Standing, scored: Scored, limit: int) -> Iterator[WeightFlip]:
    """Where a dimension's weight lifts the verdict and where it drops it; `limit` is the best rank still allowed."""
    here = min(rank_by_score(now.rules, now.overall), limit)
    for target in (here + 1, here):
        threshold = overall_floor(now.rules, target)
        if threshold is None or target > limit:
            continue
        weight = _crossing_weight(now, scored, threshold)
        if weight is not None:
            # Bands stand further apart than this, so a nudge below a threshold is the band under it.
            beyond = threshold if target > here else threshold - 2 * TOLERANCE
            reached = min(rank_by_score(now.rules, beyond), limit)
            yield WeightFlip(scored.dimension_id, weight, now.rules.verdicts[reached])


def _crossing_weight(now: Standing, scored: Scored, threshold: float) -> float | None:
    """The weight at which the overall score meets a threshold (0-1), None where no weight takes it across.

    With more weight the overall score moves from the mean of the others towards the dimension's own score.
    """
    if len(now.scored) == 1 or abs(scored.score - threshold) <= TOLERANCE:
        return None
    weight = now.total_weight - scored.weight
    total = now.total_weight * now.overall - scored.weight * scored.score
    above = reaches(now.overall, threshold)
    if reaches(total / weight, threshold) == above == reaches(scored.score, threshold):
        return None
    return max(0.0, (threshold * weight - total) / (scored.score - threshold))
