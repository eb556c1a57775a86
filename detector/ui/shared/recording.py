"""From what a page shows to what is kept: saved as it is changed, and never over somebody else's change."""

from enum import Enum, auto

from detector.core.answers import (
    Answer,
    PlannedAction,
    Service,
    WorkshopResult,
    check_answer,
    check_fact,
    check_plan,
    check_service,
    check_weight,
    check_workshop,
)
from detector.core.errors import AnswerError
from detector.store import EditConflict, Item, ItemKind, ItemValue
from detector.ui import state
from detector.ui.state import Editing, Seen


class Outcome(Enum):
    """What became of what a page shows for one item."""

    SAME = auto()
    SAVED = auto()
    CHANGED_ELSEWHERE = auto()
    CONFLICT = auto()


def settle(item: Item, draft: ItemValue) -> Outcome:
    """Keep what the page shows for an item, if this person changed it.

    Raises:
        StoreError: it could not be kept.
        AnswerError: it does not fit the question.

    """
    editing = state.editing()
    if item in editing.conflicts:
        return Outcome.CONFLICT
    seen = editing.seen.get(item)
    if seen is None:
        return _first_sight(editing, item, draft)
    if draft != seen.value:
        return _save(editing, item, draft, seen.revision)
    if _revision(editing, item) != seen.revision:
        editing.seen[item] = _now(editing, item)
        return Outcome.CHANGED_ELSEWHERE
    return Outcome.SAME


def _first_sight(editing: Editing, item: Item, draft: ItemValue) -> Outcome:
    now = _now(editing, item)
    editing.seen[item] = now
    if draft == now.value:
        return Outcome.SAME
    earlier = state.store().history(editing.stored.key, item)
    if any(draft in (revision.value, revision.before) for revision in earlier if revision.number != now.revision):
        editing.conflicts[item] = EditConflict(item, draft, earlier[-1])
        return Outcome.CONFLICT
    return _save(editing, item, draft, now.revision)


def _save(editing: Editing, item: Item, draft: ItemValue, seen_revision: int) -> Outcome:
    _check(item, draft)
    try:
        saved = state.store().save(editing.stored.key, item, draft, seen_revision, state.editor_name())
    except EditConflict as conflict:
        editing.conflicts[item] = conflict
        return Outcome.CONFLICT
    editing.seen[item] = Seen(saved.number, saved.value)
    state.take_in(saved)
    return Outcome.SAVED


def _check(item: Item, value: ItemValue) -> None:
    bank = state.bank()
    match item.kind, value:
        case ItemKind.ANSWER, Answer():
            check_answer(bank, item.id, value)
        case ItemKind.SERVICE, Service():
            check_service(value)
        case ItemKind.WEIGHT, int() | float():
            check_weight(bank, item.id, value)
        case ItemKind.PLAN, PlannedAction():
            check_plan(bank, item.id, value)
        case ItemKind.WORKSHOP, WorkshopResult():
            check_workshop(bank, item.id, value)
        case ItemKind.FACT, str() | bool() | int() | float() | tuple():
            check_fact(bank, item.id, value)
        case _:
            return


def keep_theirs(item: Item) -> None:
    """End a conflict with what the other person recorded."""
    editing = state.reload()
    editing.conflicts.pop(item, None)
    editing.seen[item] = _now(editing, item)


def keep_mine(item: Item) -> None:
    """End a conflict by recording mine on top of theirs, which stays in the history."""
    editing = state.reload()
    conflict = editing.conflicts.pop(item, None)
    if conflict is not None:
        _save(editing, item, conflict.mine, _revision(editing, item))


def undo(number: int) -> None:
    """Take back the change with this revision number."""
    editing = state.editing()
    revision = state.store().undo(editing.stored.key, number, state.editor_name())
    editing.last_saved = revision
    state.reload()


def complaint(item: Item, draft: ItemValue) -> tuple[Outcome | None, str]:
    """The outcome of settling an item, or why its value cannot be kept."""
    try:
        return settle(item, draft), ""
    except AnswerError as error:
        return None, str(error)


def _now(editing: Editing, item: Item) -> Seen:
    return Seen(_revision(editing, item), value_of(editing, item))


def _revision(editing: Editing, item: Item) -> int:
    return editing.stored.revisions.get(item, 0)


def value_of(editing: Editing, item: Item) -> ItemValue:
    """What is recorded for an item, or None."""
    sheet = editing.stored.sheet
    match item.kind:
        case ItemKind.ANSWER:
            return sheet.answers.get(item.id)
        case ItemKind.FACT:
            return sheet.facts.get(item.id)
        case ItemKind.WEIGHT:
            return sheet.weights.get(item.id)
        case ItemKind.PLAN:
            return sheet.plan.get(item.id)
        case ItemKind.WORKSHOP:
            return sheet.workshop.get(item.id)
        case ItemKind.SERVICE:
            return sheet.service
