"""What to do next, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detector.core.answers import Answer, AnswerSheet
from detector.core.bank import ActionRule, Bank, GateKind, Question
from detector.core.bank.index import index_of
from detector.core.gates import GateResult, GateState, answer_in_words
from detector.core.robustness.gains import CLEARED_LEVEL, Gain, gain, outlook
from detector.core.scoring import Contribution, DimensionScore

NOT_PASSED = (GateState.FAILED, GateState.WARNING, GateState.OPEN)
GATE_WORDS = {GateKind.HARD: "a hard gate", GateKind.AMBER: "an amber gate"}


@dataclass(frozen=True)
class Action:
    """Something to do, and the one answer that raised it. `order` counts from 1.

    `rule_id` is the bank's action; several questions may raise the same one. `because` says what the answer was.
    """

    rule_id: str
    question_id: str
    what: str
    owner: str
    stage: str
    because: str
    sources: tuple[int, ...]
    order: int


@dataclass(frozen=True)
class _Call:
    """A question that calls for action, the gates on it that are not passed, and what clearing it would bring."""

    rule: ActionRule
    question: Question
    answer: Answer | None
    gates: tuple[GateKind, ...]
    gain: Gain


def actions(
    bank: Bank, sheet: AnswerSheet, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]
) -> tuple[Action, ...]:
    """What to do about every weak or unknown answer and every gate not passed, most pressing first.

    Hard gates come first; then what lifts the verdict most; then what lifts the overall score most; then bank order.
    """
    calls = list(_calls(bank, sheet, dimensions, gates))
    calls.sort(key=_urgency)
    return tuple(_action(bank, call, order) for order, call in enumerate(calls, start=1))


def _urgency(call: _Call) -> tuple[bool, int, float]:
    # Rounded, because gains that are equal on paper must keep the bank's order.
    return GateKind.HARD not in call.gates, -call.gain.verdicts, -round(call.gain.score, 12)


def _calls(
    bank: Bank, sheet: AnswerSheet, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]
) -> Iterator[_Call]:
    now = outlook(bank, dimensions, gates)
    held = _gates_not_passed(gates)
    questions = index_of(bank).questions
    rules = {question_id: rule for rule in reversed(bank.actions) for question_id in rule.questions}
    for dimension in dimensions:
        for part in dimension.contributions:
            rule = rules.get(part.question_id)
            answer = sheet.answers.get(part.question_id)
            kinds = held.get(part.question_id, ())
            if rule is not None and (kinds or _is_weak(part, answer)):
                brought = Gain(0, 0.0) if now is None else gain(now, dimension, part)
                yield _Call(rule, questions[part.question_id], answer, kinds, brought)


def _is_weak(part: Contribution, answer: Answer | None) -> bool:
    if part.counted_level is None:
        return answer is not None
    return part.counted_level < CLEARED_LEVEL


def _gates_not_passed(gates: Sequence[GateResult]) -> dict[str, tuple[GateKind, ...]]:
    held: dict[str, tuple[GateKind, ...]] = {}
    for gate in gates:
        if gate.state in NOT_PASSED:
            held[gate.question_id] = (*held.get(gate.question_id, ()), gate.kind)
    return held


def _action(bank: Bank, call: _Call, order: int) -> Action:
    said = answer_in_words(bank, call.question, call.answer)
    return Action(
        rule_id=call.rule.id,
        question_id=call.question.id,
        what=call.rule.what,
        owner=call.rule.owner,
        stage=call.rule.stage,
        because=said + "".join(f", and it is {GATE_WORDS[kind]}" for kind in call.gates),
        sources=call.rule.sources,
        order=order,
    )
