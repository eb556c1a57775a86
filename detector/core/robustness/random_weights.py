"""How often each verdict comes out when the weights, and the answers nobody knows yet, are drawn at random."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import LEVELS, TOP_LEVEL, Bank
from detector.core.gates import GateResult, GateState, gate_state
from detector.core.scoring import TOLERANCE, DimensionScore
from detector.core.verdict.bands import BandRules, band_rules, rank_by_gates, rank_by_headlines

Numbers = NDArray[np.float64]
Wholes = NDArray[np.int64]


@dataclass(frozen=True)
class Draws:
    """A row a draw: a weight (bank units) for each dimension, a level (0-3) for each unknown question."""

    weights: Numbers
    levels: Wholes


def verdict_shares(
    bank: Bank, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult], random_weights: int
) -> dict[str, float]:
    """The share (0-1) of draws that give each verdict, worst first; none where nothing is drawn."""
    applying = [each for each in dimensions if each.contributions]
    verdicts = band_rules(bank).verdicts
    ranks = drawn_ranks(bank, applying, gates, draw(bank, applying, random_weights))
    counts: list[int] = np.bincount(ranks).tolist()
    return {verdicts[rank]: count / random_weights for rank, count in enumerate(counts) if count}


def draw(bank: Bank, applying: Sequence[DimensionScore], random_weights: int) -> Draws:
    """The draws that belong to these answers: the same answers always get the same ones."""
    random = np.random.default_rng(_seed(bank, applying))
    spread = bank.scale.local_weight_limit
    weights = np.array([each.weight for each in applying])
    return Draws(
        weights=weights * random.uniform(1 - spread, 1 + spread, (random_weights, len(applying))),
        levels=random.integers(0, LEVELS, (random_weights, len(unknown_questions(applying)))),
    )


def drawn_ranks(bank: Bank, applying: Sequence[DimensionScore], gates: Sequence[GateResult], draws: Draws) -> Wholes:
    """The verdict's rank in each draw, by the overall score, the headline dimensions and the gates."""
    rules = band_rules(bank)
    scores = _drawn_scores(applying, draws.levels)
    headlines = {dimension.id for dimension in bank.dimensions if dimension.headline}
    columns = [column for column, each in enumerate(applying) if each.dimension_id in headlines]
    overall = (scores * draws.weights).sum(axis=1) / draws.weights.sum(axis=1)
    ranks = np.minimum(_ranks_by_score(rules, overall), _ranks_by_headlines(rules, scores[:, columns]))
    for limits in _limits_by_gates(rules, applying, gates, draws.levels):
        ranks = np.minimum(ranks, limits)
    return ranks


def unknown_questions(applying: Sequence[DimensionScore]) -> list[str]:
    """The questions whose level is not known, in the bank's order."""
    return [part.question_id for each in applying for part in each.contributions if part.value is None]


def _seed(bank: Bank, applying: Sequence[DimensionScore]) -> int:
    """A number that belongs to the bank's version and to what every applicable question counts as."""
    levels = [(part.question_id, part.counted_level) for each in applying for part in each.contributions]
    return int.from_bytes(sha256(json.dumps([bank.version, levels]).encode()).digest())


def _drawn_scores(applying: Sequence[DimensionScore], levels: Wholes) -> Numbers:
    """Each dimension's score (0-1) in each draw."""
    parts = [(column, part) for column, each in enumerate(applying) for part in each.contributions]
    unknown = [(column, part.share) for column, part in parts if part.value is None]
    one_level = np.zeros((len(unknown), len(applying)))
    for row, (column, share) in enumerate(unknown):
        one_level[row, column] = share / TOP_LEVEL
    known = np.zeros(len(applying))
    for column, part in parts:
        known[column] += 0.0 if part.value is None else part.value * part.share
    return known + levels @ one_level


def _ranks_by_score(rules: BandRules, overall: Numbers) -> Wholes:
    """The rank that the overall score alone gives in each draw."""
    starts = np.array([start - TOLERANCE for start, _ in rules.starts])
    ranks = np.array([0, *(rank for _, rank in rules.starts)])
    return ranks[np.searchsorted(starts, overall, side="right")]


def _ranks_by_headlines(rules: BandRules, headlines: Numbers) -> Wholes:
    """The best rank that the headline dimensions' scores leave in each draw."""
    lowest = headlines.min(axis=1, initial=np.inf)
    ranks = np.full(len(headlines), rank_by_headlines(rules, None))
    for under, limit in rules.headline_caps:
        ranks = np.where(lowest < under - TOLERANCE, np.minimum(ranks, limit), ranks)
    return ranks


def _limits_by_gates(
    rules: BandRules, applying: Sequence[DimensionScore], gates: Sequence[GateResult], levels: Wholes
) -> list[Wholes]:
    """The best ranks that the gates leave: once for those that are known, and in each draw for each open one."""
    unknown = unknown_questions(applying)
    known = rank_by_gates(rules, [(gate.kind, gate.state) for gate in gates if gate.state is not GateState.OPEN])
    drawn: list[Wholes] = []
    for gate in gates:
        if gate.state is GateState.OPEN:
            by_level = [rank_by_gates(rules, [(gate.kind, gate_state(level))]) for level in range(LEVELS)]
            drawn.append(np.array(by_level)[levels[:, unknown.index(gate.question_id)]])
    return [np.full(len(levels), known), *drawn]
