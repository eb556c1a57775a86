"""How firm the verdict is: other weights, and the fewest steps to another verdict."""

from collections.abc import Mapping
from dataclasses import dataclass

WEIGHTINGS = 10_000


@dataclass(frozen=True)
class WeightFlip:
    """The nearest weight (the bank's units, others unchanged) of a dimension at which the verdict becomes another."""

    dimension_id: str
    weight: float
    verdict: str


@dataclass(frozen=True)
class Step:
    """One question moved from one counted level to another, a level a step.

    `needs_evidence` where the new level counts only with better evidence than the answer has.
    """

    question_id: str
    from_level: int
    to_level: int
    needs_evidence: bool = False


@dataclass(frozen=True)
class StepsTo:
    """The fewest one-level steps that reach another verdict; the same question may be stepped several times, merged
    into one Step with its first and last level. `count` is the number of one-level steps.
    """

    verdict: str
    steps: tuple[Step, ...]
    count: int


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
