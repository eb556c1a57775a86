"""How firm a verdict is: what may change it, each driver by itself, and the nearest changes that do."""

from collections.abc import Sequence
from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.gates import GateResult
from detector.core.robustness.baseline import baseline
from detector.core.robustness.draws import Assumption
from detector.core.robustness.drivers import GateEffects, gate_effects, shares_by_lines, shares_by_weights
from detector.core.robustness.fewest_changes import FewestChanges, LevelChange, fewest_changes_down, fewest_changes_up
from detector.core.robustness.gate_rules import gates_no_step_moves
from detector.core.robustness.outlook import Outlook, Shares
from detector.core.robustness.weight_thresholds import WeightThreshold, weight_thresholds
from detector.core.scoring import DimensionScore

__all__ = [
    "Driver",
    "FewestChanges",
    "Firmness",
    "GateEffects",
    "LevelChange",
    "WeightThreshold",
    "firmness",
]


@dataclass(frozen=True)
class Driver:
    """In what share (0-1) of the ways that one thing may vary the verdict would be another.

    From `low` to `high` by what is assumed; `said` is the figure to say where it takes one.
    """

    low: float
    said: float
    high: float


@dataclass(frozen=True)
class Firmness:
    """How firm a named verdict is.

    `up_needs` are the gates of which each alone keeps the next better verdict from being reached and that no step
    moves. `unknown`, `weights` and `lines` are what may vary, each with the rest as it is; the last two over the known
    answers only. `weight_shares` is how often each verdict comes out under other weights. `up` and `down` are None
    where no steps on known answers lead to a better or a worse verdict.
    """

    unknown: Driver
    weights: Driver
    lines: Driver
    weight_shares: Shares
    gates: GateEffects
    weight_thresholds: tuple[WeightThreshold, ...]
    up: FewestChanges | None
    down: FewestChanges | None
    up_needs: tuple[str, ...]


def firmness(
    bank: Bank, sheet: AnswerSheet, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult], found: Outlook
) -> Firmness:
    """How firm the verdict is that these scores and gates give; at least one answer must be known."""
    now = baseline(bank, sheet, dimensions, gates)
    verdict = now.rules.verdicts[now.rank]
    by_weights, by_lines = shares_by_weights(bank, now.rules, now.row), shares_by_lines(bank, now.rules, now.row)
    changes = {assumption: _others(shares, verdict) for assumption, shares in found.shares.items()}
    return Firmness(
        unknown=Driver(min(changes.values()), changes[Assumption.ALIKE], max(changes.values())),
        weights=_driver(_others(by_weights, verdict)),
        lines=_driver(_others(by_lines, verdict)),
        weight_shares=by_weights,
        gates=gate_effects(bank, now.rules, now.row, gates),
        weight_thresholds=weight_thresholds(now),
        up=fewest_changes_up(now),
        down=fewest_changes_down(now),
        up_needs=gates_no_step_moves(now, now.rank + 1),
    )


def _others(shares: Shares, verdict: str) -> float:
    """How often another verdict comes out."""
    return sum(share for other, share in shares.items() if other != verdict)


def _driver(share: float) -> Driver:
    return Driver(share, share, share)
