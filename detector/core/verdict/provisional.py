"""Why a result is not ready for a decision: every cause that holds, and none averaged away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank, GateKind
from detector.core.brought_over import left_to_read
from detector.core.gates import GateResult, GateState
from detector.core.scoring import WeightedScore
from detector.core.verdict.bands import reaches
from detector.core.verdict.confidence import Confidence
from detector.core.verdict.verdict import Verdict

ASSERTION = 0


class ProvisionalCause(StrEnum):
    """What keeps a result from a decision."""

    NO_VERDICT = "no_verdict"
    HARD_GATE_OPEN = "hard_gate_open"
    HARD_GATE_ASSERTED = "hard_gate_asserted"
    COVERAGE_LOW = "coverage_low"
    EVIDENCE_LOW = "evidence_low"
    CONFIDENCE_LOW = "confidence_low"
    BROUGHT_OVER = "brought_over"
    ANSWERS_CLASH = "answers_clash"


@dataclass(frozen=True)
class ProvisionalReason:
    """One cause that holds; `about` is the id of the hard gate or the conflict that it is about, else empty."""

    cause: ProvisionalCause
    about: str = ""


def provisional_reasons(
    bank: Bank,
    sheet: AnswerSheet,
    overall: WeightedScore,
    gates: Sequence[GateResult],
    verdict: Verdict,
    confidence: Confidence,
) -> tuple[ProvisionalReason, ...]:
    """Every cause for which the result is not ready for a decision, but for clashes, in the order it is told."""
    rules = bank.confidence
    causes = [
        (ProvisionalCause.NO_VERDICT, verdict.id is None),
        (ProvisionalCause.COVERAGE_LOW, not reaches(overall.coverage, rules.provisional_under_coverage)),
        (ProvisionalCause.EVIDENCE_LOW, not reaches(confidence.evidence, rules.provisional_under_evidence)),
        (ProvisionalCause.CONFIDENCE_LOW, not reaches(confidence.total, rules.provisional_under)),
        (ProvisionalCause.BROUGHT_OVER, _waits_to_be_read(bank, sheet)),
    ]
    found = [ProvisionalReason(cause) for cause, holds in causes if holds]
    if verdict.id is None:
        return (found[0], *_by_gates(sheet, gates), *found[1:])
    return (*_by_gates(sheet, gates), *found)


def clash_reasons(conflict_ids: Iterable[str]) -> tuple[ProvisionalReason, ...]:
    """The cause that each conflict is whose answers cannot all stand; told after all others."""
    return tuple(ProvisionalReason(ProvisionalCause.ANSWERS_CLASH, each) for each in conflict_ids)


def _waits_to_be_read(bank: Bank, sheet: AnswerSheet) -> bool:
    """Whether nobody has looked yet at all that a new bank asks of a sheet brought over.

    Nobody knows how provisional it was under the older bank, so coming over alone makes it no less so. Where no
    answer came over there is nothing to look at.
    """
    left = left_to_read(bank, sheet)
    return left is not None and left.carried > 0 and bool(left.read_again or left.new)


def _by_gates(sheet: AnswerSheet, gates: Sequence[GateResult]) -> Iterator[ProvisionalReason]:
    for gate in gates:
        answer = sheet.answers.get(gate.question_id)
        if gate.kind is not GateKind.HARD or gate.state is GateState.WAIVED:
            continue
        if gate.state is GateState.OPEN:
            yield ProvisionalReason(ProvisionalCause.HARD_GATE_OPEN, gate.gate_id)
        elif answer is not None and answer.evidence == ASSERTION:
            yield ProvisionalReason(ProvisionalCause.HARD_GATE_ASSERTED, gate.gate_id)
