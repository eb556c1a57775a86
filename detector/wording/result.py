"""What a verdict, a score, its possible range and a confidence say, in sentences."""

from collections.abc import Collection, Sequence
from typing import Protocol

from detector.core.assessment import Assessment
from detector.core.bank import Bank, CapRule, GateKind
from detector.core.bank.index import index_of
from detector.core.gates import GateState, waits_for_text
from detector.core.scoring import shown, shown_share
from detector.core.verdict.bands import reaches
from detector.core.verdict.caps import CapFired, listed
from detector.core.verdict.provisional import ProvisionalCause
from detector.core.verdict.verdict import NO_VERDICT, Verdict
from detector.wording.plain import counted, number

NOTHING_YET = "Nothing is answered yet, so there is no verdict."
HALF = 50
PROVISIONAL = "Not ready for a decision"
FIXED_CAUSES = {
    ProvisionalCause.NO_VERDICT: "it is too early to say",
    ProvisionalCause.BROUGHT_OVER: "not all that came over from an older question bank has been looked at",
    ProvisionalCause.ANSWERS_CLASH: "answers clash: {clashes}",
}
"""The causes that are said in the same words wherever they hold."""


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
    """Whether what is unknown could still change the verdict, in two parts while a hard gate is open."""
    verdict, unknown = assessment.verdict, len(assessment.unknowns)
    if verdict.low is None or not unknown:
        return ""
    if verdict.low == verdict.high:
        return f"The {counted(unknown, 'unknown answer')} cannot change this verdict."
    if verdict.if_passed is not None:
        return _in_two_parts(bank, assessment, verdict.if_passed)
    low, high = band_label(bank, verdict.low), band_label(bank, verdict.high)
    if verdict.id is None:
        return f"The verdict can still become anything from “{low}” to “{high}”."
    return f"The verdict is somewhere between “{low}” and “{high}” until {_these(unknown)} known."


def _in_two_parts(bank: Bank, assessment: Assessment, if_passed: tuple[str, str]) -> str:
    low, high = (band_label(bank, each) for each in if_passed)
    is_open = [gate for gate in assessment.gates if gate.kind is GateKind.HARD and gate.state is GateState.OPEN]
    limit = next((cap.at_most for cap in bank.caps if cap.rule is CapRule.HARD_GATE_FAILED), None)
    left = f"“{low}”" if low == high else f"between “{low}” and “{high}”"
    if len(is_open) > 1:
        fails, passes = f"one of {number(len(is_open))} hard gates that are not known fails", "they all pass"
    else:
        fails, passes = f"the hard gate “{index_of(bank).gates[is_open[0].gate_id].name}” fails", "it passes"
    return f"“{band_label(bank, limit)}” if {fails}. If {passes}: {left}."


def _these(unknown: int) -> str:
    return "one more answer is" if unknown == 1 else f"{unknown} more answers are"


def deciding_caps(verdict: Verdict) -> tuple[tuple[CapFired, ...], tuple[CapFired, ...]]:
    """The caps that make the verdict what it is, and the others that fired; all decide while none is named."""
    if verdict.id is None:
        return verdict.caps, ()
    held = verdict.uncapped is not None and verdict.id != verdict.uncapped
    deciding = tuple(cap for cap in verdict.caps if held and cap.at_most == verdict.id)
    return deciding, tuple(cap for cap in verdict.caps if cap not in deciding)


def score_alone_sentence(bank: Bank, verdict: Verdict) -> str:
    """The verdict by the score alone where rules hold a named one lower; nothing elsewhere."""
    deciding, _ = deciding_caps(verdict)
    if verdict.id is None or not deciding:
        return ""
    return f"The score alone would give “{band_label(bank, verdict.uncapped)}”."


def waived_hard_gates(bank: Bank, assessment: Assessment) -> tuple[str, ...]:
    """A sentence for each hard gate that somebody has set aside, with the reason given."""
    gates = index_of(bank).gates
    return tuple(
        f"Set aside: the hard gate “{gates[gate.gate_id].name}”. {gate.because}."
        for gate in assessment.gates
        if gate.kind is GateKind.HARD and gate.state is GateState.WAIVED
    )


def confidence_out_of_100(bank: Bank, assessment: Assessment) -> str:
    """The confidence as people read it, "just under 50 out of 100" where it is rounded up to its line."""
    return f"{_beside(assessment.confidence.total, bank.confidence.provisional_under)} out of 100"


def confidence_sentence(bank: Bank, assessment: Assessment) -> str:
    """How much stands behind the result, and from what."""
    parts = assessment.confidence
    agreement = (
        "Agreement between groups is not measured."
        if parts.agreement is None
        else f"Agreement between groups: {shown(parts.agreement)} out of 100, compared on "
        f"{shown_share(parts.measured)} % of the questions by weight."
    )
    return (
        f"Confidence {confidence_out_of_100(bank, assessment)}. {answered_in(assessment)}. "
        f"Evidence behind the answers: {_beside(parts.evidence, bank.confidence.provisional_under_evidence)} out of "
        f"100. {agreement}"
    )


def _beside(value: float, line: float) -> str:
    """A share (0-1) out of 100, never as high as a line (0-1) that it stays under."""
    under = shown(line)
    return f"just under {under}" if not reaches(value, line) and shown(value) >= under else str(shown(value))


def provisional_sentence(bank: Bank, assessment: Assessment, leave_out: Collection[ProvisionalCause] = ()) -> str:
    """That a result is not ready for a decision, with every cause but those left out; nothing where none holds."""
    found = {each.cause for each in assessment.provisional}
    causes = [each for each in ProvisionalCause if each in found and each not in leave_out]
    said = [cause_in_words(bank, assessment, cause) for cause in causes]
    return f"{PROVISIONAL}: {'; '.join(said)}." if said else ""


def cause_in_words(bank: Bank, assessment: Assessment, cause: ProvisionalCause) -> str:
    """What a cause that holds adds to the sentence that a result is not ready for a decision."""
    rules = bank.confidence
    gates = [each.about for each in assessment.provisional if each.cause is cause]
    match cause:
        case ProvisionalCause.NO_VERDICT | ProvisionalCause.BROUGHT_OVER | ProvisionalCause.ANSWERS_CLASH:
            return FIXED_CAUSES[cause].format(clashes=clashes_named(assessment))
        case ProvisionalCause.HARD_GATE_OPEN:
            return _not_known(bank, assessment, gates)
        case ProvisionalCause.HARD_GATE_ASSERTED:
            rest = "rests on a bare assertion" if len(gates) == 1 else "rest on bare assertions"
            return f"{_hard_gates(bank, gates)} {rest}"
        case ProvisionalCause.COVERAGE_LOW:
            limit = shown(rules.provisional_under_coverage)
            return "less than half is answered" if limit == HALF else f"under {limit} % is answered"
        case ProvisionalCause.EVIDENCE_LOW:
            return f"evidence is under {shown(rules.provisional_under_evidence)} out of 100"
        case ProvisionalCause.CONFIDENCE_LOW:
            return f"confidence is under {shown(rules.provisional_under)} out of 100"


def clashes_named(assessment: Assessment) -> str:
    """The names of all answers that cannot all stand, in a sentence; nothing where all can."""
    return listed([f"“{each.name}”" for each in assessment.conflicts if not each.is_caution])


def clash_sentence(assessment: Assessment) -> str:
    """That answers cannot all stand, by name; nothing where all can."""
    named = clashes_named(assessment)
    return f"Your answers clash with the law or with one another: {named}." if named else ""


def _not_known(bank: Bank, assessment: Assessment, gate_ids: Sequence[str]) -> str:
    waiting = {gate.gate_id: gate.waits_for for gate in assessment.gates if gate.waits_for is not None}
    asked = [f"“{waits_for_text(bank, waiting[each])}” is not answered" for each in gate_ids if each in waiting]
    others = [each for each in gate_ids if each not in waiting]
    verb = "is" if len(others) == 1 else "are"
    return "; ".join([*([f"{_hard_gates(bank, others)} {verb} not known"] if others else []), *asked])


def _hard_gates(bank: Bank, gate_ids: Sequence[str]) -> str:
    names = listed([f"“{index_of(bank).gates[each].name}”" for each in gate_ids])
    return f"the hard gate {names}" if len(gate_ids) == 1 else f"the hard gates {names}"


def score_cells(part: Ranged) -> tuple[str, str]:
    """A score and its possible range, as two cells of a table."""
    if part.low is None or part.high is None:
        return "does not apply", ""
    middle = "no answer yet" if part.score is None else str(shown(part.score))
    return middle, between(part.low, part.high)


def score_in_words(part: Ranged) -> str:
    """A score with its possible range: "60, possible range 19 to 88", or why there is none."""
    return with_range(score_cells(part)[0], part.low, part.high)
