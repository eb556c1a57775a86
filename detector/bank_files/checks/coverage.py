"""One gate at most for a question, one action exactly, and options where a fact is a choice."""

from collections.abc import Iterator

from detector.bank_files.checks.problem import question_entries
from detector.bank_files.tree import Path
from detector.core.bank import Bank, FactKind
from detector.core.errors import Problem

_CHOICES = {FactKind.CHOICE, FactKind.CHOICES}


def links(bank: Bank) -> Iterator[Problem[Path]]:
    """Questions with two gates or two actions, and facts whose options do not fit their kind."""
    gates: dict[str, str] = {}
    for position, gate in enumerate(bank.gates):
        first = gates.setdefault(gate.question, gate.id)
        if first != gate.id:
            path = ("gates", position, "question")
            yield Problem(path, f"gate '{first}' has {gate.question} too.", "Keep one gate for each question.")
    actions: dict[str, str] = {}
    for position, action in enumerate(bank.actions):
        for number, question in enumerate(action.questions):
            first = actions.setdefault(question, action.id)
            if first != action.id:
                path = ("actions", position, "questions", number)
                yield Problem(path, f"action '{first}' has {question} too.", "Keep one action for each question.")
    yield from _options(bank)


def _options(bank: Bank) -> Iterator[Problem[Path]]:
    for position, fact in enumerate(bank.facts):
        if fact.kind in _CHOICES and not fact.options:
            fault = f"a fact of kind '{fact.kind}' needs options."
            yield Problem(("facts", position), fault, "Add 'options', each with an id and a name.")
        if fact.kind not in _CHOICES and fact.options:
            fault = f"a fact of kind '{fact.kind}' has no options."
            yield Problem(("facts", position, "options"), fault, "Take them away, or make the kind a choice.")


def unfit_actions(bank: Bank) -> Iterator[Problem[Path]]:
    """Actions that belong to no question, standing ones that do, and keys that only the other kind has."""
    for at, action in enumerate(bank.actions):
        path: Path = ("actions", at)
        if not action.questions and not action.always:
            remedy = "List questions, or write 'always: true' where it is in every plan."
            yield Problem(path, "this action belongs to no question.", remedy)
        if action.questions and action.always:
            yield Problem((*path, "questions"), "a standing action belongs to no question.", "Take them away.")
        if not action.sources and not action.always:
            yield Problem(path, "this action cites no source.", "Add 'sources'.")
        if action.always and action.waiting:
            yield Problem((*path, "waiting"), "a standing action waits for no answer.", "Take it away.")
        if action.always and action.at_zero:
            yield Problem((*path, "at_zero"), "a standing action follows from no answer.", "Take it away.")
        ends = {"until": action.until, "done_when": action.done_when, "not_beside": action.not_beside}
        key = next((key for key, given in ends.items() if given), "")
        if not action.always and key:
            yield Problem((*path, key), f"only a standing action has '{key}'.", "Take it away.")


def questions_without_action(bank: Bank) -> Iterator[Problem[Path]]:
    """Questions that no action names."""
    named = {question for action in bank.actions for question in action.questions}
    for path, question in question_entries(bank):
        if question.id not in named:
            remedy = "Add its id to the 'questions' of an action."
            yield Problem(path, "no action names this question.", remedy)
