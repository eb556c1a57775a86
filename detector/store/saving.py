"""Adding revisions inside a transaction, on an assessment that is locked; nothing here changes or removes one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, insert, update

from detector.core.answers import CheckedChange, ItemValue
from detector.core.errors import StoreError
from detector.core.text import keepable
from detector.store import revision_log
from detector.store.revisions import Edit, EditConflict, OtherBank, Revision
from detector.store.serialisation import same, to_text
from detector.store.tables import assessments, revisions


@dataclass(frozen=True)
class Change:
    """A change to be added: what was checked, who makes it, and the number of the change it takes back, if any."""

    checked: CheckedChange
    by: str
    undoes: int | None = None


def moment() -> str:
    """The present moment as it is written down: UTC, always equally long, so that text order is time order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def add_first(connection: Connection, key: str, changes: Sequence[Change], at: str) -> None:
    """Write down what an assessment is created with, numbered from 1."""
    if changes:
        rows = [_row(key, number, change, None, at) for number, change in enumerate(changes, start=1)]
        connection.execute(insert(revisions), rows)


def save_each(connection: Connection, assessment: RowMapping, edits: Sequence[Edit], by: str) -> tuple[Revision, ...]:
    """Each change as kept, in order; the change already there where the value is the same.

    Raises:
        EditConflict: somebody changed one of the items in the meantime.
        OtherBank: one of them was checked against another bank than the assessment's.
    """
    latest: int = assessment["latest"]
    saved: list[Revision] = []
    for edit in edits:
        _must_be_of(assessment, edit.change)
        item, value = edit.change.item, edit.change.value
        now = revision_log.current(connection, assessment, item)
        if not same(item, now.value, value):
            if now.number != edit.seen:
                raise EditConflict(item, value, now)
            latest += 1
            now = _append(connection, assessment, latest, Change(edit.change, by), now.value)
        saved.append(now)
    return tuple(saved)


def undo_one(connection: Connection, assessment: RowMapping, number: int, back: CheckedChange, by: str) -> Revision:
    """The new change that puts back what was there before change `number`, or the one that already did.

    Raises:
        EditConflict: the item was changed again since.
        OtherBank: what is put back was checked against another bank than the assessment's.
        StoreError: there is no such change, it is not one that can be undone, or `back` is not what was there before.
    """
    _must_be_of(assessment, back)
    undone = revision_log.numbered(connection, assessment["key"], number)
    if undone is None or undone.undoes is not None or number <= assessment["created_with"] or not _is(undone, back):
        raise StoreError("That change cannot be undone. Nothing was changed: answer the question again instead.")
    item = undone.item
    now = revision_log.current(connection, assessment, item)
    if same(item, now.value, undone.before):
        return now
    if revision_log.newest_undoable(connection, assessment, item.kind, item.id) != number:
        raise EditConflict(item, undone.before, now)
    change = Change(back, by, undoes=number)
    return _append(connection, assessment, assessment["latest"] + 1, change, now.value)


def _must_be_of(assessment: RowMapping, change: CheckedChange) -> None:
    if keepable(change.bank_version) != assessment["bank_version"]:
        raise OtherBank(assessment["bank_version"], change.bank_version)


def _is(undone: Revision, back: CheckedChange) -> bool:
    return back.item == undone.item and same(back.item, back.value, undone.before)


def _append(
    connection: Connection, assessment: RowMapping, number: int, change: Change, before: ItemValue
) -> Revision:
    """The change as written down with that number, the next one of the assessment, which must be locked."""
    at = moment()
    connection.execute(insert(revisions), _row(assessment["key"], number, change, before, at))
    moved = update(assessments).where(assessments.c.key == assessment["key"])
    connection.execute(moved.values(latest=number, changed_at=at))
    return revision_log.current(connection, assessment, change.checked.item)


def _row(key: str, number: int, change: Change, before: ItemValue, at: str) -> dict[str, str | int | None]:
    item, value = change.checked.item, change.checked.value
    return {
        "assessment_key": key,
        "number": number,
        "kind": item.kind.value,
        "item_id": item.id,
        "value": to_text(item, value),
        "before": to_text(item, before),
        "changed_by": keepable(change.by),
        "changed_at": at,
        "undoes": change.undoes,
    }
