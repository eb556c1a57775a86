"""What a verdict, a score, its possible range and a confidence say, in sentences."""

from typing import Protocol

from detector.core.assessment import Assessment
from detector.core.bank import Bank, CapRule
from detector.core.bank.index import index_of
from detector.core.scoring import shown, shown_share
from detector.core.verdict.verdict import NO_VERDICT, CapFired, Verdict
from detector.wording.plain import counted, number

NOTHING_YET = "Nothing is answered yet, so there is no verdict."
PROVISIONAL = "Provisional: not for decision"


class Ranged(Protocol):
    """Whatever has a score and the lowest and highest it can still become, from 0 to 1.

    `score` is None where nothing is answered, all three where nothing applies.
    """

    @property
    def score(self) -> float | None:
        """What the answers so far give."""
        ...

    @property
    def low(self) -> float | None:
        """With every unknown answer at its worst."""
        ...

    @property
    def high(self) -> float | None:
        """With every unknown answer at its best."""
        ...


def band_label(bank: Bank, verdict_id: str | None) -> str:
    """The name of a verdict as people read it."""
    band = index_of(bank).bands.get(verdict_id or "")
    return band.label if band else NO_VERDICT


def between(low: float, high: float) -> str:
    """A possible range as people read it: "41 to 71", or that nothing is left to know."""
    return "all known" if low == high else f"{shown(low)} to {shown(high)}"


def with_range(said: str, low: float | None, high: float | None) -> str:
    """What is said of a score, with its possible range behind it where anything is left to know."""
    return said if low is None or high is None or low == high else f"{said}, possible range {between(low, high)}"


def out_of_100(score: float, low: float | None, high: float | None) -> str:
    """A score with its possible range in a sentence: "60 out of 100, possible range 19 to 88"."""
    return with_range(f"{shown(score)} out of 100", low, high)


def score_sentence(assessment: Assessment) -> str:
    """The overall score, its possible range, and how many questions that range comes from."""
    overall, unknown = assessment.overall, len(assessment.unknowns)
    if overall.score is None:
        return NOTHING_YET
    said = out_of_100(overall.score, overall.low, overall.high)
    if not unknown:
        return f"Score {said}. Every question that applies is answered."
    return f"Score {said}: {counted(unknown, 'question')} not known yet."


def answered(count: int, applicable: int) -> str:
    """How many questions have a known level, of those that apply: "18 of 58 questions answered"."""
    return f"{number(count)} of {counted(applicable, 'question')} answered"


def answered_in(assessment: Assessment) -> str:
    """How many questions of an assessment are answered, of those that apply."""
    parts = [part for score in assessment.dimensions for part in score.contributions]
    return answered(sum(part.value is not None for part in parts), len(parts))


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
    index = index_of(bank)
    gate, dimension = index.gates.get(cap.about), index.dimensions.get(cap.about)
    if gate is not None:
        state = "is still open" if cap.rule is CapRule.HARD_GATE_OPEN else "has failed"
        return f"The {gate.kind.value} gate '{gate.name}' {state}."
    name = dimension.name if dimension else cap.about
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
        "Agreement between groups is not measured: no workshop has compared groups of five or more."
        if parts.agreement is None
        else f"Agreement between groups: {shown(parts.agreement)} out of 100, compared on "
        f"{shown_share(parts.measured)} % of the questions by weight."
    )
    return (
        f"Confidence {shown(parts.total)} out of 100. {answered_in(assessment)}. "
        f"Evidence behind the answers: {shown(parts.evidence)} out of 100. {agreement}"
    )


def provisional_sentence(bank: Bank) -> str:
    """Why a result is provisional."""
    limit = shown(bank.confidence.provisional_under)
    return (
        f"{PROVISIONAL}. Confidence is under {limit} out of 100: too little is answered, or too little is evidenced."
    )


def score_cells(part: Ranged) -> tuple[str, str]:
    """A score and its possible range, as two cells of a table."""
    if part.low is None or part.high is None:
        return "does not apply", ""
    middle = "no answer yet" if part.score is None else str(shown(part.score))
    return middle, between(part.low, part.high)


def score_in_words(part: Ranged) -> str:
    """A score with its possible range: "60, possible range 19 to 88", or why there is none."""
    return with_range(score_cells(part)[0], part.low, part.high)
