"""Saving and undoing inside a transaction, on an assessment that is locked."""

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping

from detector.core.answers import CheckedChange
from detector.core.errors import StoreError
from detector.core.text import keepable
from detector.store import revision_log
from detector.store.revision_log import Change
from detector.store.revisions import Edit, EditConflict, OtherBank, Revision
from detector.store.serialisation import same


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
            now = revision_log.append(connection, assessment, latest, Change(edit.change, by), now.value)
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
    if revision_log.standing(connection, assessment, item.kind, item.id) != number:
        raise EditConflict(item, undone.before, now)
    change = Change(back, by, undoes=number)
    return revision_log.append(connection, assessment, assessment["latest"] + 1, change, now.value)


def _must_be_of(assessment: RowMapping, change: CheckedChange) -> None:
    if keepable(change.bank_version) != assessment["bank_version"]:
        raise OtherBank(assessment["bank_version"], change.bank_version)


def _is(undone: Revision, back: CheckedChange) -> bool:
    return back.item == undone.item and same(back.item, back.value, undone.before)
