"""What can be changed in an assessment, one item at a time, and a sheet as the items it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from detector.core.answers.sheet import (
    Answer,
    AnswerSheet,
    BroughtOver,
    FactValue,
    PlannedAction,
    Service,
    WorkshopResult,
)

ItemValue = Answer | Service | PlannedAction | WorkshopResult | BroughtOver | FactValue | float | None
"""What an item can hold; None: unanswered, unknown, not planned, or the bank's own weight."""


class ItemKind(StrEnum):
    """What can be changed on its own in an assessment."""

    ANSWER = "answer"
    FACT = "fact"
    WEIGHT = "weight"
    SERVICE = "service"
    PLAN = "plan"
    WORKSHOP = "workshop"
    MONEY = "money"
    BROUGHT_OVER = "brought_over"


@dataclass(frozen=True)
class Item:
    """One thing that can be changed on its own.

    `id` is its question, fact, dimension, action or number of the money test, or SERVICE's or BROUGHT_OVER's.
    """

    kind: ItemKind
    id: str


SERVICE = Item(ItemKind.SERVICE, "service")
BROUGHT_OVER = Item(ItemKind.BROUGHT_OVER, "brought_over")


def answer_item(question_id: str) -> Item:
    """Where the answer to a question is kept."""
    return Item(ItemKind.ANSWER, question_id)


def items_of(sheet: AnswerSheet) -> Mapping[Item, ItemValue]:
    """Everything the sheet holds, one item each; an empty service is left out."""
    held = {Item(kind, item_id): value for kind in ItemKind for item_id, value in _part_of(sheet, kind).items()}
    return held if sheet.service == Service() else {SERVICE: sheet.service, **held}


def value_in(sheet: AnswerSheet, item: Item) -> ItemValue:
    """What the sheet holds for an item, or None; a service that was never described is an empty one."""
    return sheet.service if item.kind is ItemKind.SERVICE else _part_of(sheet, item.kind).get(item.id)


def sheet_of(bank_version: str, items: Mapping[Item, ItemValue]) -> AnswerSheet:
    """The sheet that holds these items; an item without a value is unknown."""
    service = Service()
    facts: dict[str, FactValue] = {}
    weights: dict[str, float] = {}
    answers: dict[str, Answer] = {}
    plan: dict[str, PlannedAction] = {}
    workshop: dict[str, WorkshopResult] = {}
    money: dict[str, float] = {}
    for item, value in items.items():
        match item.kind, value:
            case ItemKind.SERVICE, Service():
                service = value
            case ItemKind.ANSWER, Answer():
                answers[item.id] = value
            case ItemKind.PLAN, PlannedAction():
                plan[item.id] = value
            case ItemKind.WORKSHOP, WorkshopResult():
                workshop[item.id] = value
            case ItemKind.WEIGHT, int() | float():
                weights[item.id] = value
            case ItemKind.MONEY, int() | float():
                money[item.id] = value
            case ItemKind.FACT, bool() | int() | float() | str() | tuple():
                facts[item.id] = value
            case _:
                continue
    brought = items.get(BROUGHT_OVER)
    older = brought if isinstance(brought, BroughtOver) else None
    return AnswerSheet(bank_version, service, facts, weights, answers, plan, workshop, money, older)


def _part_of(sheet: AnswerSheet, kind: ItemKind) -> Mapping[str, ItemValue]:
    brought = sheet.brought_over
    parts: dict[ItemKind, Mapping[str, ItemValue]] = {
        ItemKind.ANSWER: sheet.answers,
        ItemKind.FACT: sheet.facts,
        ItemKind.WEIGHT: sheet.weights,
        ItemKind.PLAN: sheet.plan,
        ItemKind.WORKSHOP: sheet.workshop,
        ItemKind.MONEY: sheet.money,
        ItemKind.BROUGHT_OVER: {} if brought is None else {BROUGHT_OVER.id: brought},
        ItemKind.SERVICE: {},
    }
    return parts[kind]
