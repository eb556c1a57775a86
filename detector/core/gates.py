"""Gates: passed, warning, failed, open or waived."""

from dataclasses import dataclass
from enum import StrEnum

from detector.core.answers import Answer, AnswerSheet, AnswerState, counted_level
from detector.core.bank import TOP_LEVEL, Bank, Gate, GateKind, Question
from detector.core.bank.index import index_of
from detector.core.conditions import open_subjects
from detector.core.flow import asked_questions


class GateState(StrEnum):
    """Where a gate stands: levels 2-3, 1, 0, not known, not applicable."""

    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    OPEN = "open"
    WAIVED = "waived"


@dataclass(frozen=True)
class GateResult:
    """A gate with its state and, in words, why it is in it.

    `waits_for` is the fact or question that decides whether the gate's question is asked at all, while that is open
    and the gate, too: to answer it comes first.
    """

    gate_id: str
    question_id: str
    kind: GateKind
    state: GateState
    because: str
    waits_for: str | None = None


STATE_AT_LEVEL = (GateState.FAILED, GateState.WARNING, GateState.PASSED, GateState.PASSED)


def gate_results(bank: Bank, sheet: AnswerSheet) -> tuple[GateResult, ...]:
    """Every gate's state, in the bank's order; a gate whose question is not asked does not exist for this sheet."""
    questions = {
        question.id: question for dimension in bank.dimensions for question in asked_questions(bank, dimension, sheet)
    }
    return tuple(
        _gate_result(bank, gate, questions[gate.question], sheet) for gate in bank.gates if gate.question in questions
    )


def gate_state(level: int | None) -> GateState:
    """The state a gate is in at a counted level (0-3), open where it is not known."""
    if level is None:
        return GateState.OPEN
    return STATE_AT_LEVEL[level]


def answer_in_words(bank: Bank, question: Question, answer: Answer | None) -> str:
    """What was answered to a question, as one sentence without its full stop."""
    if answer is None:
        return "Not answered yet"
    if answer.level is not None:
        return f"The answer is {level_in_words(bank, question, answer)}"
    if answer.state is AnswerState.NOT_APPLICABLE:
        return f"Not applicable: {answer.reason}"
    return "Nobody knows yet"


def level_in_words(bank: Bank, question: Question, answer: Answer) -> str:
    """What a level says, and what it counts as where that is another one; nothing where the answer has no level."""
    if answer.level is None:
        return ""
    words = f"'{question.levels[answer.level]}' (level {answer.level} of {TOP_LEVEL})"
    counted = counted_level(bank, answer)
    if counted == answer.level:
        return words
    needed = index_of(bank).grades[bank.scale.top_level_needs_evidence]
    return f"{words}, which counts as level {counted} until its evidence is graded '{needed.name}' or better"


def waits_for_text(bank: Bank, subject_id: str) -> str:
    """What is asked by the fact or question that a gate waits for."""
    index = index_of(bank)
    fact = index.facts.get(subject_id)
    return fact.text if fact is not None else index.questions[subject_id].text


def _gate_result(bank: Bank, gate: Gate, question: Question, sheet: AnswerSheet) -> GateResult:
    answer = sheet.answers.get(gate.question)
    state = _state(bank, answer)
    waits_for = _waits_for(bank, question, sheet) if state is GateState.OPEN else None
    because = answer_in_words(bank, question, answer)
    if waits_for is not None:
        because = f"Answer first: “{waits_for_text(bank, waits_for)}”"
    return GateResult(gate.id, gate.question, gate.kind, state, because, waits_for)


def _waits_for(bank: Bank, question: Question, sheet: AnswerSheet) -> str | None:
    subjects = () if question.when is None else open_subjects(bank, question.when, sheet)
    return next(iter(subjects), None)


def _state(bank: Bank, answer: Answer | None) -> GateState:
    if answer is None:
        return GateState.OPEN
    if answer.state is AnswerState.NOT_APPLICABLE:
        return GateState.WAIVED
    return gate_state(counted_level(bank, answer))
