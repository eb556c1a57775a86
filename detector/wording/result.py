"""What a verdict, a score and a confidence say, in sentences."""

from detector.core.assessment import Assessment
from detector.core.bank import Bank, CapRule
from detector.core.flow import Progress
from detector.core.scoring import DimensionScore, WeightedScore, shown
from detector.core.verdict.verdict import CapFired, Verdict

NOTHING_YET = "Nothing is answered yet, so there is no verdict."
PROVISIONAL = "Provisional: not for decision"


def band_label(bank: Bank, verdict_id: str | None) -> str:
    """The name of a verdict as people read it."""
    return next((band.label for band in bank.bands if band.id == verdict_id), "No verdict yet")


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun: "1 answer", "3 answers"; `nouns` where more are called otherwise: "2 people"."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def progress_sentence(done: Progress) -> str:
    """How many questions were gone through, and how many of those are still not known."""
    unknown = f", {done.not_known:,} of them with “don’t know”" if done.not_known else ""
    return f"{done.answered:,} of {counted(done.asked, 'question')} done{unknown}."


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


def cap_briefly(bank: Bank, cap: CapFired) -> str:
    """What makes a cap hold, in a few words."""
    gates = {gate.id: gate for gate in bank.gates}
    if cap.about in gates:
        state = "is still open" if cap.rule is CapRule.HARD_GATE_OPEN else "has failed"
        return f"The {gates[cap.about].kind.value} gate '{gates[cap.about].name}' {state}."
    name = next((part.name for part in bank.dimensions if part.id == cap.about), cap.about)
    under = next((rule.under for rule in bank.caps if rule.rule == cap.rule and rule.at_most == cap.at_most), None)
    return f"{name} scores under {under:g}." if under is not None else f"{name} scores too low."


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
        f"Confidence {shown(parts.total)} out of 100. {shown(parts.coverage)} % of questions answered. "
        f"Evidence behind the answers: {shown(parts.evidence)} out of 100. {agreement}"
    )


def provisional_sentence(bank: Bank) -> str:
    """Why a result is provisional."""
    limit = shown(bank.confidence.provisional_under)
    return (
        f"{PROVISIONAL}. Confidence is under {limit} out of 100: too little is answered, or too little is evidenced."
    )


def score_cells(score: WeightedScore | DimensionScore) -> tuple[str, str]:
    """A score and the range it can still move in, as two cells of a table."""
    if score.low is None or score.high is None:
        return "does not apply", ""
    middle = "no answer yet" if score.score is None else str(shown(score.score))
    return middle, between(score.low, score.high)
