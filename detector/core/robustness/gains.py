"""What clearing one weak or unknown answer would bring."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from detector.core.bank import TOP_LEVEL, Bank
from detector.core.gates import GateResult
from detector.core.scoring import Contribution, DimensionScore, weighted_mean
from detector.core.verdict.bands import BandRules, band_rules, rank_by_gates, rank_by_headlines, rank_by_score
from detector.core.verdict.verdict import headline_scores

CLEARED_LEVEL = 2
CLEARED_VALUE = CLEARED_LEVEL / TOP_LEVEL


@dataclass(frozen=True)
class Gain:
    """By how many verdicts, and how much overall score (0-1), clearing an answer lifts.

    Both can be negative: an unknown answer, once known, may stand below the rest.
    """

    verdicts: int
    score: float


@dataclass(frozen=True)
class Outlook:
    """What clearing an answer is measured against: the rank, the overall score (0-1) and the weight that made it.

    `headlines` are the headline dimensions' scores (0-1), `headline_limit` the best rank they leave; `gate_limit` is
    the best rank that the gates leave now, `cleared_limits` that once a gate's question is cleared, by question id.
    """

    rules: BandRules
    rank: int
    overall: float
    weight: float
    headlines: Mapping[str, float | None]
    headline_limit: int
    gate_limit: int
    cleared_limits: Mapping[str, int]


def outlook(bank: Bank, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]) -> Outlook | None:
    """What clearing an answer is measured against, or None while nothing has a score."""
    overall = weighted_mean((each.score, each.weight) for each in dimensions if each.score is not None)
    if overall is None:
        return None
    rules = band_rules(bank)
    headlines = {each.dimension_id: each.score for each in headline_scores(bank, dimensions)}
    headline_limit = _headline_limit(rules, headlines)
    gate_limits = [(gate.question_id, rank_by_gates(rules, [(gate.kind, gate.state)])) for gate in gates]
    gate_limit = _strictest(rules, [limit for _, limit in gate_limits])
    return Outlook(
        rules=rules,
        rank=min(rank_by_score(rules, overall), headline_limit, gate_limit),
        overall=overall,
        weight=fsum([each.weight for each in dimensions if each.score is not None]),
        headlines=headlines,
        headline_limit=headline_limit,
        gate_limit=gate_limit,
        cleared_limits={
            cleared: _strictest(rules, [limit for question_id, limit in gate_limits if question_id != cleared])
            for cleared, _ in gate_limits
        },
    )


def gain(now: Outlook, dimension: DimensionScore, cleared: Contribution) -> Gain:
    """What it would bring if one question of a dimension stood at the level that counts as cleared."""
    score = _score_once_cleared(dimension, cleared)
    before = (0.0, 0.0) if dimension.score is None else (dimension.score, dimension.weight)
    overall = changed_mean((now.overall, now.weight), before, (score, dimension.weight))
    headline_limit = now.headline_limit
    if dimension.dimension_id in now.headlines:
        headline_limit = _headline_limit(now.rules, {**now.headlines, dimension.dimension_id: score})
    gate_limit = now.cleared_limits.get(cleared.question_id, now.gate_limit)
    then = min(rank_by_score(now.rules, overall), headline_limit, gate_limit)
    return Gain(then - now.rank, overall - now.overall)


def changed_mean(mean: tuple[float, float], before: tuple[float, float], after: tuple[float, float]) -> float:
    """A weighted mean after one part of it has changed; mean, part before and part after each with its weight.

    A part that was not in the mean before has weight 0 there.
    """
    value, weight = mean
    old_value, old_weight = before
    new_value, new_weight = after
    total = value * weight - old_value * old_weight + new_value * new_weight
    return total / (weight - old_weight + new_weight)


def _score_once_cleared(dimension: DimensionScore, cleared: Contribution) -> float:
    known = fsum([part.weight for part in dimension.contributions if part.value is not None])
    mean = (0.0, 0.0) if dimension.score is None else (dimension.score, known)
    before = (0.0, 0.0) if cleared.value is None else (cleared.value, cleared.weight)
    return changed_mean(mean, before, (CLEARED_VALUE, cleared.weight))


def _headline_limit(rules: BandRules, headlines: Mapping[str, float | None]) -> int:
    return rank_by_headlines(rules, min((score for score in headlines.values() if score is not None), default=None))


def _strictest(rules: BandRules, limits: Sequence[int]) -> int:
    return min(limits, default=len(rules.verdicts) - 1)
