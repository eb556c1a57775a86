"""How the values of an assessment's items are written down as JSON."""

import json
from dataclasses import asdict, dataclass

from pydantic import JsonValue, TypeAdapter, ValidationError

from detector.core.answers import (
    ITEM_RULES,
    Answer,
    BroughtOver,
    Item,
    ItemKind,
    ItemValue,
    PlannedAction,
    Service,
    WorkshopResult,
)
from detector.core.errors import StoreError
from detector.core.text import keepable

SHAPE = 1


@dataclass(frozen=True)
class _Written:
    """A value as written down; `shape` grows when values are written in another way."""

    shape: int
    value: JsonValue


_written = TypeAdapter(_Written)


def to_text(item: Item, value: ItemValue) -> str | None:
    """The value as JSON, equal values always as equal text; None stays None."""
    match value:
        case None:
            return None
        case Answer() | Service() | PlannedAction() | WorkshopResult() | BroughtOver():
            content: object = asdict(value)
        case int() if item.kind in (ItemKind.WEIGHT, ItemKind.MONEY):
            content = float(value)
        case _:
            content = value
    written = {"shape": SHAPE, "value": content}
    return keepable(json.dumps(written, ensure_ascii=False, sort_keys=True, allow_nan=False))


def same(item: Item, one: ItemValue, other: ItemValue) -> bool:
    """Whether the two values of the item would be written down alike; True and 1 would not."""
    return to_text(item, one) == to_text(item, other)


def from_text(item: Item, text: str | None) -> ItemValue:
    """The value that was written down, whether or not it fits a bank; fields this version does not know are left out.

    Raises:
        StoreError: it was written by a newer version or damaged.
    """
    if text is None:
        return None
    try:
        written = _written.validate_json(text)
        if written.shape <= SHAPE:
            return ITEM_RULES[item.kind].read(written.value)
    except ValidationError:
        pass
    raise StoreError(
        f"What was kept for {item.kind.value} '{item.id}' cannot be read: it is damaged or was written by a newer "
        "version. Use the newest version, or restore a backup. Nothing was changed."
    )
