"""How firm the verdict is: other weights, and the fewest steps to another verdict."""

from collections.abc import Mapping
from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.gates import GateResult
from detector.core.robustness.baseline import standing
from detector.core.robustness.fewest_changes import Step, StepsTo, fewest_steps_down, fewest_steps_up
from detector.core.robustness.random_weights import verdict_shares
from detector.core.robustness.weight_thresholds import WeightFlip, weight_flips
from detector.core.scoring import DimensionScore

__all__ = ["WEIGHTINGS", "Robustness", "Step", "StepsTo", "WeightFlip", "robustness"]

WEIGHTINGS = 10_000


@dataclass(frozen=True)
class Robustness:
    """What would change the verdict. `up` and `down` are None where no steps on known answers can.

    `verdict_shares` (0-1 by verdict id, adding up to 1) is empty where no weightings were asked for.
    """

    weightings: int
    verdict_shares: Mapping[str, float]
    weight_flips: tuple[WeightFlip, ...]
    up: StepsTo | None
    down: StepsTo | None


def robustness(
    bank: Bank,
    sheet: AnswerSheet,
    dimensions: tuple[DimensionScore, ...],
    gates: tuple[GateResult, ...],
    weightings: int = WEIGHTINGS,
) -> Robustness:
    """What would change the verdict that these scores and gates give; at least one dimension must have a score.

    `weightings` is how many weightings are drawn; none are where it is 0.
    """
    now = standing(bank, sheet, dimensions, gates)
    return Robustness(
        weightings=weightings,
        verdict_shares=verdict_shares(bank, dimensions, gates, weightings) if weightings else {},
        weight_flips=weight_flips(now),
        up=fewest_steps_up(now),
        down=fewest_steps_down(now),
    )
