"""How firm a verdict is, in sentences."""

from collections.abc import Iterable

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.robustness.robustness import Step, StepsTo, WeightFlip
from detector.core.scoring import Unknown, shown
from detector.wording.plain import counted
from detector.wording.result import band_label


def shares_sentence(bank: Bank, assessment: Assessment) -> str:
    """How often other weights, and other answers where none is known, give each verdict."""
    found = assessment.robustness
    if found is None or not found.verdict_shares:
        return ""
    ordered = sorted(found.verdict_shares.items(), key=lambda part: -part[1])
    shares = ", ".join(f"{band_label(bank, verdict)} {_percent(share)}" for verdict, share in ordered)
    limit = shown(bank.scale.local_weight_limit)
    drawn = ", with each unknown answer drawn at random" if assessment.unknowns else ""
    return f"In {found.weightings:,} other weightings (each weight up to {limit} % more or less{drawn}): {shares}."


def _percent(share: float) -> str:
    whole = shown(share)
    if share >= 1:
        return "100 %"
    return "under 1 %" if whole == 0 else "over 99 %" if whole == 100 else f"{whole} %"


def flip_sentence(bank: Bank, flip: WeightFlip) -> str:
    """Which weight of one dimension would change the verdict."""
    dimension = next(part for part in bank.dimensions if part.id == flip.dimension_id)
    way = "more" if flip.weight > dimension.weight else "less"
    apart = abs(flip.weight - dimension.weight)
    return (
        f"{dimension.name}: {apart:.1f} points {way} weight ({flip.weight:.1f} instead of {dimension.weight:g}) "
        f"gives “{band_label(bank, flip.verdict)}”."
    )


def steps_sentence(bank: Bank, steps: StepsTo | None, way: str) -> str:
    """How few one-level steps give another verdict; `way` is "better" or "worse"."""
    if steps is None:
        return f"No change to the answers known now gives a {way} verdict."
    return (
        f"The fewest steps to a {way} verdict: {counted(steps.count, 'level')} on "
        f"{counted(len(steps.steps), 'answer')} gives “{band_label(bank, steps.verdict)}”."
    )


def step_sentence(bank: Bank, step: Step) -> str:
    """One question moved from one level to another, with what the new level says."""
    question = next(q for part in bank.dimensions for q in part.questions if q.id == step.question_id)
    evidence = " with a document behind it" if step.needs_evidence else ""
    return (
        f"{question.id}, {question.text} From level {step.from_level} to level {step.to_level}{evidence}: "
        f"“{question.levels[step.to_level]}”."
    )


def near_flips(bank: Bank, flips: Iterable[WeightFlip]) -> tuple[WeightFlip, ...]:
    """The changes of a single weight that a council may make itself."""
    weights = {part.id: part.weight for part in bank.dimensions}
    limit = bank.scale.local_weight_limit
    return tuple(
        flip for flip in flips if abs(flip.weight - weights[flip.dimension_id]) <= limit * weights[flip.dimension_id]
    )


def far_flips_sentence(bank: Bank, flips: Iterable[WeightFlip]) -> str:
    """For how many dimensions no weight that a council may choose changes the verdict; nothing where for none."""
    others = len(bank.dimensions) - len(near_flips(bank, flips))
    if not others:
        return ""
    limit = shown(bank.scale.local_weight_limit)
    if others == len(bank.dimensions):
        return f"No single weight within {limit} % of the bank's changes it."
    return f"For {counted(others, 'dimension')} no weight within {limit} % of the bank's changes it."


def narrowing(unknown: Unknown) -> str:
    """By how much knowing an answer narrows the interval."""
    return f"{shown(unknown.narrows)} points"
