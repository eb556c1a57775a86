"""What to do next, in order: the plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor

from detector.core.answers import Answer, AnswerSheet
from detector.core.bank import ActionRule, Bank, GateKind, Question
from detector.core.bank.index import index_of
from detector.core.gates import GateResult, GateState, answer_in_words
from detector.core.scoring import Contribution, DimensionScore
from detector.core.standing_actions import standing_actions

CLEARED_LEVEL = 2
NOT_PASSED = (GateState.FAILED, GateState.OPEN, GateState.WARNING)
GATE_WORDS = {GateKind.HARD: "a hard gate", GateKind.AMBER: "an amber gate"}
ALWAYS = "Part of every plan"
# Lifts are counted in drawn ways: what is finer than 5 in 100 is chance.
_STEPS = 20


@dataclass(frozen=True)
class Action:
    """Something to do, and the one answer that raised it. `order` counts from 1.

    `rule_id` is the bank's action; several questions may raise the same one. `question_id` is None where it is part of
    every plan. `because` says what the answer was. `reopens` is "", or, where a failed hard gate ends the plan, what
    would clear the gate. `find_out` is the question's text while its answer is unknown: what is to be done is then to
    ask, and `what` follows only if the answer turns out weak; "" where the answer is known.
    """

    rule_id: str
    question_id: str | None
    what: str
    owner: str
    stage: str
    because: str
    sources: tuple[int, ...]
    order: int
    reopens: str = ""
    find_out: str = ""


@dataclass(frozen=True)
class Pressing:
    """How much each question matters, as the drawn sheets say.

    `lifts` is by known weak question the share (0-1) of ways in which bringing it to level 2 lifts the verdict;
    `places` is by unknown question its place among what to find out first, from 0.
    """

    lifts: Mapping[str, float]
    places: Mapping[str, int]


@dataclass(frozen=True)
class _Call:
    """A question that calls for action, with its place in the bank, its own weight and the gates not passed on it."""

    rule: ActionRule
    question: Question
    answer: Answer | None
    part: Contribution
    weight: float
    gates: tuple[GateResult, ...]
    position: int


def actions(
    bank: Bank,
    sheet: AnswerSheet,
    dimensions: Sequence[DimensionScore],
    gates: Sequence[GateResult],
    pressing: Pressing,
) -> tuple[Action, ...]:
    """The plan, most pressing first; where a hard gate has failed, only that, with what would reopen it.

    Hard gates not passed; failed amber gates; answers known to be weak, by how often mending them lifts the verdict;
    what is awaited; what to find out; what is part of every plan.
    """
    calls = list(_calls(bank, sheet, dimensions, gates))
    ended = [call for call in calls if _state_of(call, GateKind.HARD) is GateState.FAILED]
    if ended:
        return _numbered([replace(_action(bank, call), reopens=_reopens(bank, call)) for call in ended])
    calls.sort(key=lambda call: _urgency(call, pressing))
    raised = [_action(bank, call) for call in calls]
    standing = standing_actions(bank, sheet, {action.rule_id for action in raised})
    return _numbered([*raised, *(_standing(rule) for rule in standing)])


def _urgency(call: _Call, pressing: Pressing) -> tuple[float, ...]:
    hard, amber = _state_of(call, GateKind.HARD), _state_of(call, GateKind.AMBER)
    lifts = floor(pressing.lifts.get(call.question.id, 0.0) * _STEPS + 0.5)
    # Rounded, because weights that are equal on paper must keep the bank's order.
    weight = round(call.weight, 9)
    if hard is not None:
        return 0, NOT_PASSED.index(hard), call.position
    if amber is GateState.FAILED:
        return 1, -lifts, -weight, call.position
    if call.part.counted_level is None:
        return 4, pressing.places.get(call.question.id, call.position)
    if call.part.counted_level < CLEARED_LEVEL:
        return 2, -lifts, amber is None, -weight, call.position
    return 3, call.position


def _calls(
    bank: Bank, sheet: AnswerSheet, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]
) -> Iterator[_Call]:
    held = [gate for gate in gates if gate.state in NOT_PASSED]
    questions = index_of(bank).questions
    rules = {question_id: rule for rule in reversed(bank.actions) for question_id in rule.questions}
    parts = [(dimension, part) for dimension in dimensions for part in dimension.contributions]
    for position, (dimension, part) in enumerate(parts):
        rule, answer = rules.get(part.question_id), sheet.answers.get(part.question_id)
        on_it = tuple(gate for gate in held if gate.question_id == part.question_id)
        if rule is not None and (on_it or _is_weak(part, answer) or _is_awaited(rule, answer)):
            own_weight = dimension.weight * part.share
            yield _Call(rule, questions[part.question_id], answer, part, own_weight, on_it, position)


def _is_weak(part: Contribution, answer: Answer | None) -> bool:
    if part.counted_level is None:
        return answer is not None
    return part.counted_level < CLEARED_LEVEL


def _is_awaited(rule: ActionRule, answer: Answer | None) -> bool:
    return bool(rule.waiting) and answer is not None and answer.level == CLEARED_LEVEL


def _state_of(call: _Call, kind: GateKind) -> GateState | None:
    """The state of the question's gate of that kind, None where it is passed or there is none."""
    return next((gate.state for gate in call.gates if gate.kind is kind), None)


def _reopens(bank: Bank, call: _Call) -> str:
    failed = next(gate for gate in call.gates if gate.kind is GateKind.HARD)
    return index_of(bank).gates[failed.gate_id].clears_when


def _action(bank: Bank, call: _Call) -> Action:
    said = answer_in_words(bank, call.question, call.answer)
    return Action(
        rule_id=call.rule.id,
        question_id=call.question.id,
        what=_what(call),
        owner=call.rule.owner,
        stage=call.rule.stage,
        because=said + "".join(f", and it is {GATE_WORDS[gate.kind]}" for gate in call.gates),
        sources=call.rule.sources,
        order=0,
        find_out=call.question.text if call.part.counted_level is None else "",
    )


def _what(call: _Call) -> str:
    if call.part.counted_level == 0 and call.rule.at_zero:
        return call.rule.at_zero
    return call.rule.waiting if _is_awaited(call.rule, call.answer) else call.rule.what


def _standing(rule: ActionRule) -> Action:
    return Action(rule.id, None, rule.what, rule.owner, rule.stage, ALWAYS, rule.sources, order=0)


def _numbered(plan: Sequence[Action]) -> tuple[Action, ...]:
    return tuple(replace(action, order=order) for order, action in enumerate(plan, start=1))
