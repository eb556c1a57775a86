"""What a workbook is about, and the weights it is worked out under."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank, GateKind
from detector.core.gates import GateResult, GateState
from detector.core.scoring import WeightedScore, shown
from detector.core.verdict.verdict import Verdict
from detector.report.blocks import Report
from detector.wording.result import PROVISIONAL

CHANGED = "Changed"
YES, NO = "Yes", "No"


@dataclass(frozen=True)
class WorkbookContext:
    """One assessment with everything it was made from, and the report that words it."""

    bank: Bank
    sheet: AnswerSheet
    assessment: Assessment
    report: Report

    @property
    def margin(self) -> tuple[str, str]:
        """What stands in the margin of every page: the title, and that the result is provisional where it is."""
        return self.report.title, PROVISIONAL if self.report.provisional else ""


@dataclass(frozen=True)
class Weighing:
    """One set of weights (the bank's units, by dimension id) and the result under it.

    `prefix` begins the names and column keys that belong to it; `said` is put after what it qualifies.
    """

    prefix: str
    said: str
    weights: Mapping[str, float]
    overall: WeightedScore
    groups: tuple[WeightedScore, ...]
    verdict: Verdict


def weighings(context: WorkbookContext) -> Iterator[Weighing]:
    """The bank's own weights, and the council's where it set some."""
    found = context.assessment
    weights = {dimension.id: dimension.weight for dimension in context.bank.dimensions}
    yield Weighing("", "", weights, found.overall, found.groups, found.verdict)
    if found.local is not None:
        local = found.local
        yield Weighing("own_", ", council's own weights", local.weights, local.overall, local.groups, local.verdict)


def name(prefix: str, words: str) -> str:
    """The defined name of something that every set of weights has its own of: Overall_score, Own_overall_score."""
    return (prefix + words).capitalize()


def open_hard_gates(gates: Iterable[GateResult]) -> frozenset[str]:
    """The questions of the hard gates that are open."""
    return frozenset(gate.question_id for gate in gates if gate.kind is GateKind.HARD and gate.state is GateState.OPEN)


def number(value: float | None) -> float | str:
    """A number as a formula gives it: nothing where there is none."""
    return "" if value is None else value


def whole(value: float | None) -> int | str:
    """A share from 0 to 1 as people read it, as a formula gives it."""
    return "" if value is None else shown(value)
