"""One table of what can be changed in an assessment: what its id names, how its value is read, and its check."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from pydantic import JsonValue, TypeAdapter

from detector.core.answers.answer_checks import answer_problems
from detector.core.answers.fact_checks import fact_problems
from detector.core.answers.items import SERVICE, Item, ItemKind, ItemValue
from detector.core.answers.plan_checks import plan_problems
from detector.core.answers.sheet import Answer, FactValue, PlannedAction, Service, WorkshopResult
from detector.core.answers.sheet_checks import service_problems, weight_problems
from detector.core.answers.workshop_checks import workshop_problems
from detector.core.bank import Bank
from detector.core.bank.index import BankIndex, index_of
from detector.core.errors import Problem
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


ITEM_RULES: Mapping[ItemKind, ItemRule] = {
    ItemKind.ANSWER: ItemRule("question", lambda bank: bank.questions, TypeAdapter(Answer).validate_python, _answer),
    ItemKind.FACT: ItemRule("fact", lambda bank: bank.facts, TypeAdapter[FactValue](FactValue).validate_python, _fact),
    ItemKind.WEIGHT: ItemRule("dimension", lambda bank: bank.dimensions, TypeAdapter(float).validate_python, _weight),
    ItemKind.SERVICE: ItemRule("service", lambda _: (SERVICE.id,), TypeAdapter(Service).validate_python, _service),
    ItemKind.PLAN: ItemRule("action", lambda bank: bank.actions, TypeAdapter(PlannedAction).validate_python, _plan),
    ItemKind.WORKSHOP: ItemRule(
        "question", lambda bank: bank.questions, TypeAdapter(WorkshopResult).validate_python, _workshop
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
