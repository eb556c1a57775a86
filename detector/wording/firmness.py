"""How firm a verdict is, in sentences."""

from collections.abc import Iterable, Iterator

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.robustness.robustness import FewestChanges, LevelChange, WeightThreshold
from detector.core.scoring import Unknown, shown
from detector.wording.plain import counted, number, percent
from detector.wording.result import band_label

BETTER, WORSE = "better", "worse"


def firmness_sentences(bank: Bank, assessment: Assessment) -> Iterator[str]:
    """All that is said of how firm the verdict is, in the order of every document; nothing before a verdict."""
    found = assessment.robustness
    if found is None:
        return
    if found.verdict_shares:
        yield shares_sentence(bank, assessment)
    for steps, way in ((found.up, BETTER), (found.down, WORSE)):
        yield fewest_changes_sentence(bank, steps, way)
        yield from (change_sentence(bank, step) for step in (steps.steps if steps else ()))
    yield from weight_sentences(bank, found.weight_thresholds)


def shares_sentence(bank: Bank, assessment: Assessment) -> str:
    """How often other weights, and other answers where none is known, give each verdict; nothing where not tried."""
    found = assessment.robustness
    if found is None or not found.verdict_shares:
        return ""
    limit = percent(bank.scale.local_weight_limit)
    drawn = ", with each unknown answer drawn at random" if assessment.unknowns else ""
    tried = f"In {number(found.random_weights)} other weightings (each weight up to {limit} more or less{drawn})"
    return f"{tried}: {shares_listed(bank, assessment)}."


def shares_listed(bank: Bank, assessment: Assessment) -> str:
    """How often each verdict came out, the commonest first: "Promising 56 %, Weak 44 %"."""
    found = assessment.robustness
    ordered = sorted(found.verdict_shares.items(), key=lambda part: -part[1]) if found else []
    return ", ".join(f"{band_label(bank, verdict)} {percent(share)}" for verdict, share in ordered)


def fewest_changes_sentence(bank: Bank, steps: FewestChanges | None, way: str) -> str:
    """How few one-level steps give another verdict; `way` is "better" or "worse"."""
    if steps is None:
        return f"No change to the answers known now gives a {way} verdict."
    return (
        f"The fewest steps to a {way} verdict: {counted(steps.count, 'level')} on "
        f"{counted(len(steps.steps), 'answer')} gives “{band_label(bank, steps.verdict)}”."
    )


def change_sentence(bank: Bank, step: LevelChange) -> str:
    """One question moved from one level to another, with what the new level says."""
    question = index_of(bank).questions[step.question_id]
    evidence = " with a document behind it" if step.needs_evidence else ""
    return (
        f"{question.id}, {question.text} From level {step.from_level} to level {step.to_level}{evidence}: "
        f"“{question.levels[step.to_level]}”."
    )


def weight_sentences(bank: Bank, thresholds: Iterable[WeightThreshold]) -> Iterator[str]:
    """What single weights that a council may choose change the verdict, and for how many dimensions none does."""
    found = tuple(thresholds)
    yield from (threshold_sentence(bank, threshold) for threshold in near_thresholds(bank, found))
    far = far_thresholds_sentence(bank, found)
    if far:
        yield far


def threshold_sentence(bank: Bank, threshold: WeightThreshold) -> str:
    """Which weight of one dimension would change the verdict."""
    dimension = index_of(bank).dimensions[threshold.dimension_id]
    return (
        f"{dimension.name}: a weight of {threshold.weight:.1f} instead of {dimension.weight:g} "
        f"gives “{band_label(bank, threshold.verdict)}”."
    )


def near_thresholds(bank: Bank, thresholds: Iterable[WeightThreshold]) -> tuple[WeightThreshold, ...]:
    """The changes of a single weight that a council may make itself."""
    dimensions, limit = index_of(bank).dimensions, bank.scale.local_weight_limit
    return tuple(
        threshold
        for threshold in thresholds
        if abs(threshold.weight - dimensions[threshold.dimension_id].weight)
        <= limit * dimensions[threshold.dimension_id].weight
    )


def far_thresholds_sentence(bank: Bank, thresholds: Iterable[WeightThreshold]) -> str:
    """For how many dimensions no weight that a council may choose changes the verdict; nothing where for none."""
    others = len(bank.dimensions) - len(near_thresholds(bank, thresholds))
    if not others:
        return ""
    limit = percent(bank.scale.local_weight_limit)
    if others == len(bank.dimensions):
        return f"No single weight within {limit} of the bank's changes it."
    return f"For {counted(others, 'dimension')} no weight within {limit} of the bank's changes it."


def narrowing(unknown: Unknown) -> str:
    """By how much of 100 knowing an answer narrows the possible range."""
    return str(shown(unknown.narrows) or "under 1")
