"""The nearest weight of each dimension at which the verdict becomes another."""

from dataclasses import dataclass
from math import fsum

from detector.core.robustness.baseline import Baseline, Part
from detector.core.robustness.fewest_changes import overall_floor
from detector.core.verdict.bands import reaches
from detector.core.verdict.ranks import ceiling_ranks


@dataclass(frozen=True)
class WeightThreshold:
    """The nearest weight (the bank's units, others unchanged) of a dimension at which the verdict becomes another.

    A better verdict holds from that weight on; a worse one just beyond it.
    """

    dimension_id: str
    weight: float
    verdict: str


def weight_thresholds(now: Baseline) -> tuple[WeightThreshold, ...]:
    """For each dimension with a known answer whose weight can change the verdict, where it first does."""
    edges = _edges(now)
    known = [each for each in now.parts if each.known > 0]
    thresholds = [(each, _thresholds(known, each, edges)) for each in known]
    return tuple(
        min(found, key=lambda threshold: abs(threshold.weight - each.weight)) for each, found in thresholds if found
    )


def _edges(now: Baseline) -> list[tuple[float, str]]:
    """The overall scores (0-1) from which the verdict is better, and under which it is worse, with what it becomes."""
    limit = int(ceiling_ranks(now.rules, now.row)[0])
    better = [(overall_floor(now.rules, now.rank + 1), now.rank + 1)] if now.rank < limit else []
    # The worst verdict has none below it, but no score falls under the lowest start either.
    worse = (overall_floor(now.rules, now.rank), now.rank - 1)
    return [(floor, now.rules.verdicts[rank]) for floor, rank in [*better, worse] if floor is not None]


def _thresholds(known: list[Part], part: Part, edges: list[tuple[float, str]]) -> list[WeightThreshold]:
    """Where the weight of one dimension takes the overall score across an edge."""
    crossings = [(_crossing_weight(known, part, threshold), verdict) for threshold, verdict in edges]
    return [WeightThreshold(part.dimension_id, weight, verdict) for weight, verdict in crossings if weight is not None]


def _crossing_weight(known: list[Part], part: Part, threshold: float) -> float | None:
    """The weight at which the overall score meets a threshold (0-1), None where no weight takes it across.

    With more weight the overall score moves from that of the others towards the dimension's own.
    """
    points = fsum([each.weight * each.points for each in known if each is not part])
    weight = fsum([each.weight * each.known for each in known if each is not part])
    own = part.points / part.known
    if not weight or (reaches(own, threshold) and reaches(threshold, own)):
        return None
    overall = (points + part.weight * part.points) / (weight + part.weight * part.known)
    above = reaches(overall, threshold)
    if reaches(points / weight, threshold) == above == reaches(own, threshold):
        return None
    return max(0.0, (threshold * weight - points) / (part.points - threshold * part.known))
