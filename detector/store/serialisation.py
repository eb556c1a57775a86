"""The items of an assessment, and how their values are written down as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from pydantic import JsonValue, TypeAdapter, ValidationError

from detector.core.answers import Answer, AnswerSheet, FactValue, PlannedAction, Service, WorkshopResult
from detector.core.errors import StoreError
from detector.core.text import keepable

SHAPE = 1
SERVICE_ID = "service"

ItemValue = Answer | Service | PlannedAction | WorkshopResult | FactValue | float | None


class ItemKind(StrEnum):
    """What can be changed on its own in an assessment."""

    ANSWER = "answer"
    FACT = "fact"
    WEIGHT = "weight"
    SERVICE = "service"
    PLAN = "plan"
    WORKSHOP = "workshop"


@dataclass(frozen=True)
class Item:
    """One thing that can be changed on its own; `id` is its question, fact, dimension or action, or SERVICE_ID."""

    kind: ItemKind
    id: str


@dataclass(frozen=True)
class _Written:
    """A value as written down; `shape` grows when values are written in another way."""

    shape: int
    value: JsonValue


_written = TypeAdapter(_Written)
_answer = TypeAdapter(Answer)
_service = TypeAdapter(Service)
_planned = TypeAdapter(PlannedAction)
_workshop = TypeAdapter(WorkshopResult)
_fact = TypeAdapter[FactValue](FactValue)
_weight = TypeAdapter(float)


def to_text(item: Item, value: ItemValue) -> str | None:
    """The value as JSON, equal values always as equal text; None stays None.

    Raises:
        TypeError: the value is not of the item's kind.
    """
    match item.kind, value:
        case _, None:
            return None
        case (
            (ItemKind.ANSWER, Answer())
            | (ItemKind.SERVICE, Service())
            | (ItemKind.PLAN, PlannedAction())
            | (ItemKind.WORKSHOP, WorkshopResult())
        ):
            content: object = asdict(value)
        case ItemKind.WEIGHT, bool():
            raise TypeError(f"{item} takes a number, not {value!r}")
        case ItemKind.WEIGHT, int() | float():
            content = float(value)
        case ItemKind.FACT, bool() | int() | float() | str() | tuple():
            content = value
        case _:
            raise TypeError(f"{item} does not take {value!r}")
    written = {"shape": SHAPE, "value": content}
    return keepable(json.dumps(written, ensure_ascii=False, sort_keys=True, allow_nan=False))


def same(item: Item, one: ItemValue, other: ItemValue) -> bool:
    """Whether the two values of the item would be written down alike; True and 1 would not."""
    return to_text(item, one) == to_text(item, other)


def from_text(item: Item, text: str | None) -> ItemValue:
    """The value that was written down; fields this version does not know are left out.

    Raises:
        StoreError: it was written by a newer version or damaged.
    """
    if text is None:
        return None
    try:
        written = _written.validate_json(text)
        if written.shape <= SHAPE:
            return _value(item.kind, written.value)
    except ValidationError:
        pass
    raise StoreError(
        f"What was kept for {item.kind.value} '{item.id}' cannot be read: it is damaged or was written by a newer "
        "version. Use the newest version, or restore a backup. Nothing was changed."
    )


def _value(kind: ItemKind, content: JsonValue) -> ItemValue:
    match kind:
        case ItemKind.ANSWER:
            return _answer.validate_python(content)
        case ItemKind.SERVICE:
            return _service.validate_python(content)
        case ItemKind.PLAN:
            return _planned.validate_python(content)
        case ItemKind.WORKSHOP:
            return _workshop.validate_python(content)
        case ItemKind.FACT:
            return _fact.validate_python(content)
        case ItemKind.WEIGHT:
            return _weight.validate_python(content)


def items_of(sheet: AnswerSheet) -> Mapping[Item, ItemValue]:
    """Everything the sheet holds, one item each; an empty service is left out."""
    items: dict[Item, ItemValue] = {}
    if sheet.service != Service():
        items[Item(ItemKind.SERVICE, SERVICE_ID)] = sheet.service
    items.update((Item(ItemKind.FACT, fact_id), fact) for fact_id, fact in sheet.facts.items())
    items.update((Item(ItemKind.WEIGHT, dimension_id), weight) for dimension_id, weight in sheet.weights.items())
    items.update((Item(ItemKind.ANSWER, question_id), answer) for question_id, answer in sheet.answers.items())
    items.update((Item(ItemKind.PLAN, rule_id), planned) for rule_id, planned in sheet.plan.items())
    items.update((Item(ItemKind.WORKSHOP, question_id), result) for question_id, result in sheet.workshop.items())
    return items


def sheet_of(bank_version: str, items: Mapping[Item, ItemValue]) -> AnswerSheet:
    """The sheet that holds these items; an item without a value is unknown."""
    service = Service()
    facts: dict[str, FactValue] = {}
    weights: dict[str, float] = {}
    answers: dict[str, Answer] = {}
    plan: dict[str, PlannedAction] = {}
    workshop: dict[str, WorkshopResult] = {}
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
            case ItemKind.WEIGHT, float():
                weights[item.id] = value
            case ItemKind.FACT, bool() | int() | float() | str() | tuple():
                facts[item.id] = value
            case _:
                continue
    return AnswerSheet(bank_version, service, facts, weights, answers, plan, workshop)
