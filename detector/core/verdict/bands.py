"""The bank's verdicts as ranks, and the rank that scores and gates reach. Rank 0 is the worst verdict."""

from collections.abc import Iterable
from dataclasses import dataclass

from detector.core.bank import Band, Bank, CapRule, GateKind
from detector.core.gates import GateState
from detector.core.scoring import TOLERANCE

GATE_RULES = {
    (GateKind.HARD, GateState.FAILED): CapRule.HARD_GATE_FAILED,
    (GateKind.HARD, GateState.OPEN): CapRule.HARD_GATE_OPEN,
    (GateKind.AMBER, GateState.FAILED): CapRule.AMBER_GATE_FAILED,
}


@dataclass(frozen=True)
class BandRules:
    """A bank's bands and caps as ranks, read once and compared with often.

    `verdicts` are the ids by rank; `starts` the lowest score (0-1) of each verdict a score can reach and its rank,
    worst first; `gate_caps` the best rank left by a gate's kind and state; `headline_caps` the score (0-1) under which
    a headline dimension leaves a best rank.
    """

    verdicts: tuple[str, ...]
    starts: tuple[tuple[float, int], ...]
    gate_caps: dict[tuple[GateKind, GateState], int]
    headline_caps: tuple[tuple[float, int], ...]


def reaches(score: float, threshold: float) -> bool:
    """Whether a score is at or above a threshold, both 0-1, forgiving what adding up fractions loses."""
    return score >= threshold - TOLERANCE


def bands_by_rank(bank: Bank) -> tuple[Band, ...]:
    """The bank's bands, worst first: those no score reaches, then by the score they start from."""
    return tuple(sorted(bank.bands, key=lambda band: -1.0 if band.from_score is None else band.from_score))


def rank(bank: Bank, verdict_id: str) -> int:
    """How many verdicts are worse than this one."""
    return [band.id for band in bands_by_rank(bank)].index(verdict_id)


def band_rules(bank: Bank) -> BandRules:
    """The bank's bands and caps as ranks."""
    bands = bands_by_rank(bank)
    ranks = {band.id: position for position, band in enumerate(bands)}
    cap_ranks = [(cap, ranks[cap.at_most]) for cap in bank.caps]
    return BandRules(
        verdicts=tuple(ranks),
        starts=tuple((band.from_score / 100, ranks[band.id]) for band in bands if band.from_score is not None),
        gate_caps={
            gate: min(found)
            for gate, rule in GATE_RULES.items()
            if (found := [limit for cap, limit in cap_ranks if cap.rule == rule])
        },
        headline_caps=tuple((cap.under / 100, limit) for cap, limit in cap_ranks if cap.under is not None),
    )


def rank_by_score(rules: BandRules, overall: float) -> int:
    """The rank that the overall score (0-1) alone gives."""
    return next((position for start, position in reversed(rules.starts) if reaches(overall, start)), 0)


def rank_by_headlines(rules: BandRules, lowest: float | None) -> int:
    """The best rank that the lowest headline score (0-1, None where there is none) leaves."""
    best = len(rules.verdicts) - 1
    if lowest is None:
        return best
    return min((limit for under, limit in rules.headline_caps if not reaches(lowest, under)), default=best)


def rank_by_gates(rules: BandRules, gates: Iterable[tuple[GateKind, GateState]]) -> int:
    """The best rank that the gates, by kind and state, leave."""
    best = len(rules.verdicts) - 1
    return min((rules.gate_caps.get(gate, best) for gate in gates), default=best)


def verdict_rank(
    rules: BandRules, overall: float, lowest_headline: float | None, gates: Iterable[tuple[GateKind, GateState]]
) -> int:
    """The rank of the verdict: what the overall score gives, held down by headline scores and gates."""
    return min(rank_by_score(rules, overall), rank_by_headlines(rules, lowest_headline), rank_by_gates(rules, gates))
