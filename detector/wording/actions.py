"""Actions and stages in words."""

from collections.abc import Iterable, Sequence

from detector.core.actions import Action
from detector.core.answers import AnswerSheet, PlannedAction, counted_level
from detector.core.bank import Bank
from detector.core.roadmap import StageTestResult
from detector.wording.plain import day_in_full

NOTHING_TO_DO = "Nothing is asked for: no answer is weak or unknown, and every gate is passed."
IN_ORDER = (
    "Hard gates come first, then failed amber gates, weak answers by how often mending them lifts the verdict, what "
    "to find out, and what belongs in every plan."
)
ENDED = (
    "A hard gate has failed. Until that changes, nothing else is worth doing. The plan opens again when this is so:"
)


def by_rule(actions: Iterable[Action]) -> dict[str, list[Action]]:
    """The actions by the bank's action, each told once, in order of the first answer that raised it."""
    raised: dict[str, list[Action]] = {}
    for action in actions:
        raised.setdefault(action.rule_id, []).append(action)
    return raised


def told(group: Sequence[Action]) -> str:
    """What to do: as the bank has it, or, where every answer that raised it is unknown, what to find out first."""
    first = group[0]
    if not all(action.find_out for action in group):
        return told_in_short(group)
    return f"{told_in_short(group)} If the answer is weak, {_inside(first.what)}"


def told_in_short(group: Sequence[Action]) -> str:
    """What to do, without what would follow from an answer that is still to be found out."""
    known = next((action for action in group if not action.find_out), None)
    if known is not None:
        return known.what
    return f"Find out: {' '.join(dict.fromkeys(action.find_out for action in group))}"


def _inside(sentence: str) -> str:
    return sentence if sentence[:2].isupper() else sentence[0].lower() + sentence[1:]


def raised_by(group: Iterable[Action]) -> str:
    """The answers that raised an action."""
    return " ".join(raised_lines(group))


def raised_lines(group: Iterable[Action]) -> list[str]:
    """The answers that raised an action, each in a line."""
    return [line for action in group for line in _lines(action)]


def _lines(action: Action) -> list[str]:
    raised = f"{action.because}." if action.question_id is None else f"{action.question_id}: {action.because}."
    return [raised, *([reopens_sentence(action)] if action.reopens else [])]


def reopens_sentence(action: Action) -> str:
    """What would reopen a plan that a failed hard gate has ended."""
    return f"It opens again when this is so: {action.reopens}"


def has_ended(actions: Iterable[Action]) -> bool:
    """Whether a failed hard gate has ended the plan."""
    return any(action.reopens for action in actions)


def due(plan: PlannedAction) -> str:
    """The target date as people write it, or nothing."""
    return day_in_full(plan.due)


def owner_sentence(plan: PlannedAction, suggested: str) -> str:
    """Who does an action: the planned owner, or the suggested one."""
    return f"Owner: {plan.owner}." if plan.owner else f"Suggested owner: {suggested}."


def stands(test: StageTestResult) -> str:
    """Where an exit test stands."""
    if test.is_for_people:
        return "For people to judge"
    return {True: "Yes", False: "Not yet", None: "Not known yet"}[test.passed]


def raised_briefly(bank: Bank, sheet: AnswerSheet, group: Iterable[Action]) -> str:
    """The answers that raised an action by question and level alone, with the gates they are."""
    kinds: dict[str, list[str]] = {}
    for gate in bank.gates:
        kinds.setdefault(gate.question, []).append(f"{gate.kind.value} gate")
    return "; ".join(
        action.because
        if action.question_id is None
        else ", ".join(
            [f"{action.question_id}: {_level(bank, sheet, action.question_id)}", *kinds.get(action.question_id, [])]
        )
        for action in group
    )


def _level(bank: Bank, sheet: AnswerSheet, question_id: str) -> str:
    answer = sheet.answers.get(question_id)
    if answer is None:
        return "not answered"
    counted = counted_level(bank, answer)
    return "nobody knows yet" if counted is None else f"level {counted}"
