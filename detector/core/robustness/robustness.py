"""How firm the verdict is: other weights, and the fewest steps to another verdict."""

from collections.abc import Mapping
from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.gates import GateResult
from detector.core.robustness.baseline import baseline
from detector.core.robustness.fewest_changes import FewestChanges, LevelChange, fewest_changes_down, fewest_changes_up
from detector.core.robustness.random_weights import verdict_shares
from detector.core.robustness.weight_thresholds import WeightThreshold, weight_thresholds
from detector.core.scoring import DimensionScore

__all__ = ["RANDOM_WEIGHTS", "FewestChanges", "LevelChange", "Robustness", "WeightThreshold", "robustness"]

RANDOM_WEIGHTS = 10_000


@dataclass(frozen=True)
class Robustness:
    """What would change the verdict. `up` and `down` are None where no steps on known answers can.

    `verdict_shares` (0-1 by verdict id, adding up to 1) is empty where no weightings were asked for.
    """

    random_weights: int
    verdict_shares: Mapping[str, float]
    weight_thresholds: tuple[WeightThreshold, ...]
    up: FewestChanges | None
    down: FewestChanges | None


def robustness(
    bank: Bank,
    sheet: AnswerSheet,
    dimensions: tuple[DimensionScore, ...],
    gates: tuple[GateResult, ...],
    random_weights: int = RANDOM_WEIGHTS,
) -> Robustness:
    """What would change the verdict that these scores and gates give; at least one dimension must have a score.

    `random_weights` is how many weightings are drawn; none are where it is 0.
    """
    now = baseline(bank, sheet, dimensions, gates)
    return Robustness(
        random_weights=random_weights,
        verdict_shares=verdict_shares(bank, dimensions, gates, random_weights) if random_weights else {},
        weight_thresholds=weight_thresholds(now),
        up=fewest_changes_up(now),
        down=fewest_changes_down(now),
    )
