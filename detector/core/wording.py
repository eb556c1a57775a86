"""What a result says, in sentences. Screen, command line and documents use the same ones."""

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.robustness import Step, StepsTo, WeightFlip
from detector.core.scoring import shown
from detector.core.verdict import CapFired, Verdict

NOTHING_YET = "Nothing is answered yet, so there is no verdict."
PROVISIONAL = "Provisional: not for decision"


def band_label(bank: Bank, verdict_id: str | None) -> str:
    """The name of a verdict as people read it."""
    return next((band.label for band in bank.bands if band.id == verdict_id), "No verdict yet")


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 answer", "3 answers"."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def between(low: float, high: float) -> str:
    """An interval as people read it: "41 to 71", or that nothing is left to know."""
    return "all known" if shown(low) == shown(high) else f"{shown(low)} to {shown(high)}"


def score_sentence(assessment: Assessment) -> str:
    """The overall score and the interval it can still move in."""
    overall = assessment.overall
    if overall.score is None or overall.low is None or overall.high is None:
        return NOTHING_YET
    if overall.low == overall.high:
        return f"Score {shown(overall.score)} out of 100. Every question that applies is answered."
    return (
        f"Score {shown(overall.score)} out of 100. It can still turn out anywhere from {shown(overall.low)} "
        f"to {shown(overall.high)}: {counted(len(assessment.unknowns), 'question')} not known yet."
    )


def range_sentence(bank: Bank, assessment: Assessment) -> str:
    """Whether what is unknown could still change the verdict."""
    verdict, unknown = assessment.verdict, len(assessment.unknowns)
    if verdict.id is None or not unknown:
        return ""
    if verdict.settled:
        return f"The {counted(unknown, 'unknown answer')} cannot change this verdict."
    low, high = band_label(bank, verdict.low), band_label(bank, verdict.high)
    return f"The verdict is somewhere between “{low}” and “{high}” until {_these(unknown)} known."


def _these(unknown: int) -> str:
    return "one more answer is" if unknown == 1 else f"{unknown} more answers are"


def deciding_caps(verdict: Verdict) -> tuple[tuple[CapFired, ...], tuple[CapFired, ...]]:
    """The caps that make the verdict what it is, and the others that fired."""
    held = verdict.uncapped is not None and verdict.id != verdict.uncapped
    deciding = tuple(cap for cap in verdict.caps if held and cap.at_most == verdict.id)
    return deciding, tuple(cap for cap in verdict.caps if cap not in deciding)


def verdict_so_far(assessment: Assessment) -> str:
    """The verdict's label; "so far" while the result is provisional."""
    band, colon, notes = assessment.verdict.label.partition(":")
    return f"{band}{' so far' if assessment.confidence.provisional else ''}{colon}{notes}"


def confidence_sentence(assessment: Assessment) -> str:
    """How much stands behind the result, and from what."""
    parts = assessment.confidence
    agreement = (
        "Agreement between groups is not measured: no workshop has been held."
        if parts.agreement is None
        else f"Agreement between groups: {shown(parts.agreement)}."
    )
    return (
        f"Confidence {shown(parts.total)} out of 100. Questions answered: {shown(parts.coverage)} out of 100. "
        f"Evidence behind the answers: {shown(parts.evidence)} out of 100. {agreement}"
    )


def provisional_sentence(bank: Bank) -> str:
    """Why a result is provisional."""
    limit = shown(bank.confidence.provisional_under)
    return (
        f"{PROVISIONAL}. Confidence is under {limit} out of 100: too little is answered, or too little is evidenced."
    )


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
