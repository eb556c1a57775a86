"""Gates and the answers behind scores, in words."""

from collections.abc import Iterable

from detector.core.answers import Answer
from detector.core.bank import Bank, Gate, GateKind, Question
from detector.core.gates import GateResult, GateState, answer_in_words, level_in_words
from detector.core.scoring import Contribution, shown
from detector.wording.plain import percent

GATE_STATES = {
    GateState.PASSED: "Passed",
    GateState.WARNING: "Warning",
    GateState.FAILED: "Failed",
    GateState.OPEN: "Not known yet",
    GateState.WAIVED: "Waived: does not apply",
}
WORST_FIRST = (GateState.FAILED, GateState.OPEN, GateState.WARNING, GateState.WAIVED, GateState.PASSED)
NOT_PASSED = WORST_FIRST[:3]


def worst_first(results: Iterable[GateResult]) -> list[GateResult]:
    """Gates by state, the worst first, and hard ones before amber ones."""
    return sorted(results, key=lambda result: (WORST_FIRST.index(result.state), result.kind is not GateKind.HARD))


def gate_title(gate: Gate) -> str:
    """A gate's name with its kind and question."""
    return f"{gate.name} ({gate.kind.value}, {gate.question})"


def what_clears(bank: Bank, gate: Gate) -> str:
    """What clears a gate, and who can."""
    people = {person.id: person.name for person in bank.stakeholders}
    return f"{gate.clears_when} Who: {', '.join(people[person] for person in gate.cleared_by)}."


def answer_cell(bank: Bank, question: Question, answer: Answer | None) -> str:
    """What was answered to a question, for a table that asks it."""
    if answer is None or answer.level is None:
        return answer_in_words(bank, question, answer)
    return level_in_words(bank, question, answer)


def value_cells(part: Contribution | None) -> tuple[str, str]:
    """What an answer counts (0-100) and its share of the dimension, as two cells of a table."""
    if part is None:
        return "left out", ""
    share = percent(part.share)
    if part.value is None:
        return "not known", share
    capped = part.level is not None and part.level != part.counted_level
    return f"{shown(part.value)}{f' (counts as level {part.counted_level})' if capped else ''}", share


def grade_in_words(bank: Bank, answer: Answer | None) -> str:
    """The evidence grade of an answer, or nothing where there is no answer."""
    if answer is None:
        return ""
    name = next(grade.name for grade in bank.scale.evidence_grades if grade.grade == answer.evidence)
    return f"Grade {answer.evidence}, {name.lower()}."
