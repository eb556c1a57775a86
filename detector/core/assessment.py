"""The whole path from answers to a result, in one call."""

from dataclasses import dataclass

from detector.core.actions import Action
from detector.core.gates import GateResult
from detector.core.robustness import Robustness
from detector.core.scoring import DimensionScore, Unknown, WeightedScore
from detector.core.verdict import Confidence, Verdict


@dataclass(frozen=True)
class LocalResult:
    """The same answers under the council's own weights."""

    weights: dict[str, float]
    overall: WeightedScore
    groups: tuple[WeightedScore, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Assessment:
    """Everything the answers say, under the bank's weights; `local` beside it where a council set its own.

    Dimensions, groups and gates stand in the bank's order; `unknowns` widest first; `actions` in order.
    `robustness` is None while there is no verdict.
    """

    bank_version: str
    dimensions: tuple[DimensionScore, ...]
    groups: tuple[WeightedScore, ...]
    overall: WeightedScore
    gates: tuple[GateResult, ...]
    verdict: Verdict
    confidence: Confidence
    unknowns: tuple[Unknown, ...]
    robustness: Robustness | None
    actions: tuple[Action, ...]
    local: LocalResult | None
