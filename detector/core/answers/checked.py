"""One table of what can be changed in an assessment, and the changes that passed its check: only they are kept."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import InitVar, dataclass

from pydantic import JsonValue, TypeAdapter

from detector.core.answers.answer_checks import answer_problems
from detector.core.answers.brought_over_checks import brought_over_problems
from detector.core.answers.fact_checks import fact_problems
from detector.core.answers.items import BROUGHT_OVER, SERVICE, Item, ItemKind, ItemValue, items_of
from detector.core.answers.money_checks import money_problems
from detector.core.answers.plan_checks import plan_problems
from detector.core.answers.sheet import (
    Answer,
    AnswerSheet,
    BroughtOver,
    FactValue,
    PlannedAction,
    Service,
    WorkshopResult,
)
from detector.core.answers.sheet_checks import service_problems, weight_problems
from detector.core.answers.workshop_checks import workshop_problems
from detector.core.bank import Bank
from detector.core.bank.index import BankIndex, index_of
from detector.core.errors import AnswerError, Problem
from detector.core.messages import did_you_mean, shown

Problems = tuple[Problem, ...] | None


@dataclass(frozen=True)
class ItemRule:
    """One kind of item: what its id names, the ids that a bank has, its values from JSON, and their check.

    `read` raises ValidationError where the JSON is no value of this kind; `problems` gives everything wrong with a
    value, or None where it is not of this kind at all.
    """

    noun: str
    ids: Callable[[BankIndex], Collection[str]]
    read: Callable[[JsonValue], ItemValue]
    problems: Callable[[Bank, str, ItemValue], Problems]


def _answer(bank: Bank, question_id: str, value: ItemValue) -> Problems:
    return answer_problems(index_of(bank).questions[question_id], value) if isinstance(value, Answer) else None


def _fact(bank: Bank, fact_id: str, value: ItemValue) -> Problems:
    match value:
        case str() | bool() | int() | float() | tuple():
            return fact_problems(index_of(bank).facts[fact_id], value)
        case _:
            return None


def _weight(bank: Bank, dimension_id: str, value: ItemValue) -> Problems:
    match value:
        case int() | float():
            return weight_problems(bank.scale, index_of(bank).dimensions[dimension_id], value)
        case _:
            return None


def _service(_bank: Bank, _id: str, value: ItemValue) -> Problems:
    return service_problems(value) if isinstance(value, Service) else None


def _plan(_bank: Bank, _rule_id: str, value: ItemValue) -> Problems:
    return plan_problems(value) if isinstance(value, PlannedAction) else None


def _workshop(_bank: Bank, _question_id: str, value: ItemValue) -> Problems:
    return workshop_problems(value) if isinstance(value, WorkshopResult) else None


def _money(bank: Bank, part: str, value: ItemValue) -> Problems:
    match value:
        case int() | float():
            return money_problems(index_of(bank).money_inputs[part], value)
        case _:
            return None


def _brought_over(_bank: Bank, _id: str, value: ItemValue) -> Problems:
    return brought_over_problems(value) if isinstance(value, BroughtOver) else None


ITEM_RULES: Mapping[ItemKind, ItemRule] = {
    ItemKind.ANSWER: ItemRule("question", lambda bank: bank.questions, TypeAdapter(Answer).validate_python, _answer),
    ItemKind.FACT: ItemRule("fact", lambda bank: bank.facts, TypeAdapter[FactValue](FactValue).validate_python, _fact),
    ItemKind.WEIGHT: ItemRule("dimension", lambda bank: bank.dimensions, TypeAdapter(float).validate_python, _weight),
    ItemKind.SERVICE: ItemRule("service", lambda _: (SERVICE.id,), TypeAdapter(Service).validate_python, _service),
    ItemKind.PLAN: ItemRule("action", lambda bank: bank.actions, TypeAdapter(PlannedAction).validate_python, _plan),
    ItemKind.WORKSHOP: ItemRule(
        "question", lambda bank: bank.questions, TypeAdapter(WorkshopResult).validate_python, _workshop
    ),
    ItemKind.MONEY: ItemRule(
        "number of the money test", lambda bank: bank.money_inputs, TypeAdapter(float).validate_python, _money
    ),
    ItemKind.BROUGHT_OVER: ItemRule(
        "older bank", lambda _: (BROUGHT_OVER.id,), TypeAdapter(BroughtOver).validate_python, _brought_over
    ),
}


def item_problems(bank: Bank, item: Item, value: ItemValue) -> tuple[Problem, ...]:
    """Everything that is wrong with a value for an item, or with taking it back (None); the place is the value's part.

    Raises:
        TypeError: no item of that kind holds such a value; whoever asks has a bug.
    """
    rule = ITEM_RULES[item.kind]
    ids = rule.ids(index_of(bank))
    if item.id not in ids:
        return (Problem("", f"There is no {rule.noun} {shown(item.id)}.", did_you_mean(item.id, ids)),)
    problems = () if value is None else rule.problems(bank, item.id, value)
    if problems is None:
        raise TypeError(f"{item} does not take {shown(value)}")
    return problems


class _Check:
    """What only the check has; without it nothing counts as checked."""

    def admit(self, shown: object) -> None:
        """Refuse whoever does not show it."""
        if shown is not self:
            raise TypeError("Only check_change and check_sheet say that something was checked.")


_CHECK = _Check()


@dataclass(frozen=True)
class CheckedChange:
    """A value that fits its item in the bank of this version; None takes the item back. `check_change` makes it."""

    bank_version: str
    item: Item
    value: ItemValue
    made_by: InitVar[_Check]

    def __post_init__(self, made_by: _Check) -> None:
        _CHECK.admit(made_by)


@dataclass(frozen=True)
class CheckedSheet:
    """Everything a new assessment holds, each item of it checked against the bank. `check_sheet` makes it."""

    bank_version: str
    changes: tuple[CheckedChange, ...]
    made_by: InitVar[_Check]

    def __post_init__(self, made_by: _Check) -> None:
        _CHECK.admit(made_by)


def check_change(bank: Bank, item: Item, value: ItemValue) -> CheckedChange:
    """The change, ready to be kept.

    Raises:
        AnswerError: naming everything about it that does not fit the bank.
        TypeError: no item of that kind holds such a value; whoever asks has a bug.
    """
    problems = item_problems(bank, item, value)
    if problems:
        raise AnswerError(" ".join(f"{problem.fault} {problem.remedy}".rstrip() for problem in problems))
    return CheckedChange(bank.version, item, value, _CHECK)


def check_sheet(bank: Bank, sheet: AnswerSheet) -> CheckedSheet:
    """The whole sheet, ready to be kept.

    Raises:
        AnswerError: naming everything on it that does not fit the bank, a line each, or that it is another bank's.
    """
    if sheet.bank_version != bank.version:
        raise AnswerError(f"These answers belong to question bank {sheet.bank_version}, not to {bank.version}.")
    held = items_of(sheet)
    problems = [
        str(Problem(f"{item.kind.value} {item.id}", problem.fault, problem.remedy))
        for item, value in held.items()
        for problem in item_problems(bank, item, value)
    ]
    if problems:
        raise AnswerError("\n".join(problems))
    changes = tuple(CheckedChange(bank.version, item, value, _CHECK) for item, value in held.items())
    return CheckedSheet(bank.version, changes, _CHECK)
