"""Where the known answers stand: every number that steps and other weights can move, gathered once."""

from dataclasses import dataclass
from math import fsum

from detector.core.answers import AnswerSheet
from detector.core.bank import TOP_LEVEL, Bank, GateKind
from detector.core.gates import GateResult, GateState
from detector.core.scoring import DimensionScore
from detector.core.verdict.bands import BandRules, band_rules, rank_by_gates, rank_by_headlines, rank_by_score


@dataclass(frozen=True)
class Scored:
    """A dimension that has a score (0-1), with its weight in the bank's units."""

    dimension_id: str
    weight: float
    score: float
    headline: bool


@dataclass(frozen=True)
class Movable:
    """A question answered with a level, and what one level more adds (0-1) to its dimension and to the overall score.

    `level` is as counted. `top_needs_evidence` where the answer's grade is too low for the top level to count.
    """

    question_id: str
    dimension_id: str
    level: int
    adds_to_dimension: float
    adds_to_overall: float
    top_needs_evidence: bool


@dataclass(frozen=True)
class Baseline:
    """The dimensions that have a score, with their total weight (bank units) and the overall score (0-1) they make.

    All in the bank's order, but `movables`: those that add most to the overall score first.
    """

    rules: BandRules
    total_weight: float
    overall: float
    scored: tuple[Scored, ...]
    movables: tuple[Movable, ...]
    gates: tuple[GateResult, ...]


def baseline(
    bank: Bank, sheet: AnswerSheet, dimensions: tuple[DimensionScore, ...], gates: tuple[GateResult, ...]
) -> Baseline:
    """Where the known answers stand; at least one dimension must have a score."""
    headlines = {dimension.id for dimension in bank.dimensions if dimension.headline}
    scored = tuple(
        Scored(each.dimension_id, each.weight, each.score, each.dimension_id in headlines)
        for each in dimensions
        if each.score is not None
    )
    total = fsum([each.weight for each in scored])
    movables = [movable for each in dimensions for movable in _movables(bank, sheet, each, each.weight / total)]
    return Baseline(
        rules=band_rules(bank),
        total_weight=total,
        overall=fsum([each.weight * each.score for each in scored]) / total,
        scored=scored,
        # Rounded, because gains that are equal on paper must keep the bank's order.
        movables=tuple(sorted(movables, key=lambda each: -round(each.adds_to_overall, 12))),
        gates=gates,
    )


def _movables(bank: Bank, sheet: AnswerSheet, dimension: DimensionScore, share: float) -> list[Movable]:
    """The questions of a dimension that carry a level; `share` is the dimension's part (0-1) of the overall score."""
    known = [(part, level) for part in dimension.contributions if (level := part.counted_level) is not None]
    one_level = fsum([part.weight for part, _ in known]) * TOP_LEVEL
    needed = bank.scale.top_level_needs_evidence
    return [
        Movable(
            question_id=part.question_id,
            dimension_id=dimension.dimension_id,
            level=level,
            adds_to_dimension=part.weight / one_level,
            adds_to_overall=share * part.weight / one_level,
            top_needs_evidence=sheet.answers[part.question_id].evidence < needed,
        )
        for part, level in known
    ]


def ceiling(now: Baseline) -> int:
    """The best rank that gates and headline dimensions leave, whatever the overall score."""
    lowest = min((each.score for each in now.scored if each.headline), default=None)
    gates = [(gate.kind, gate.state) for gate in now.gates]
    return min(rank_by_headlines(now.rules, lowest), rank_by_gates(now.rules, gates))


def rank_now(now: Baseline) -> int:
    """The rank of the verdict as things stand."""
    return min(rank_by_score(now.rules, now.overall), ceiling(now))


def overall_floor(rules: BandRules, target: int) -> float | None:
    """The overall score (0-1) that a rank needs, or None where no score gives it."""
    return min((start for start, rank in rules.starts if rank >= target), default=None)


def headline_floor(rules: BandRules, target: int) -> float:
    """The score (0-1) that a rank needs of every headline dimension; 0 where it needs none."""
    return max((under for under, limit in rules.headline_caps if limit < target), default=0.0)


def gate_holds(rules: BandRules, kind: GateKind, state: GateState, target: int) -> bool:
    """Whether a gate of this kind, in this state, keeps the verdict below a rank."""
    return rank_by_gates(rules, [(kind, state)]) < target
