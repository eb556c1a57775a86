"""Adding revisions inside a transaction, on an assessment that is locked; nothing here changes or removes one."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, insert, update

from detector.core.answers import CheckedChange
from detector.core.errors import StoreError
from detector.core.text import keepable
from detector.store import chain, revision_log
from detector.store.authors import author_of
from detector.store.chain import change_link, origin, value_digest
from detector.store.deletion_log import log_creation
from detector.store.heads import link_of
from detector.store.revisions import Edit, EditConflict, OtherBank, Revision
from detector.store.serialisation import same, to_text
from detector.store.tables import assessments, revision_values, revisions


@dataclass(frozen=True)
class Change:
    """A change to be added: what was checked, who makes it, and the number of the change it takes back, if any."""

    checked: CheckedChange
    by: str
    undoes: int | None = None


def moment() -> str:
    """The present moment as it is written down: UTC, always equally long, so that text order is time order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def begin(connection: Connection, key: str, bank_version: str, changes: Sequence[Change]) -> None:
    """Write down a new assessment and what it is created with, numbered from 1."""
    at = moment()
    count, version = len(changes), keepable(bank_version)
    start = origin(key, version, at, count)
    row = {"key": key, "bank_version": version, "created_at": at, "changed_at": at, "origin": start}
    connection.execute(insert(assessments), row | {"created_with": count, "latest": count})
    log_creation(connection, start)
    _add(connection, key, start, [(number, change, at) for number, change in enumerate(changes, start=1)])


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
            now = _append(connection, assessment, latest, Change(edit.change, by))
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
    if undone.before_erased is not None:
        raise StoreError(
            "What was there before that change was erased, so it cannot be put back. Nothing was changed."
        )
    item = undone.item
    now = revision_log.current(connection, assessment, item)
    if same(item, now.value, undone.before):
        return now
    if revision_log.newest_undoable(connection, assessment, item.kind, item.id) != number:
        raise EditConflict(item, undone.before, now)
    return _append(connection, assessment, assessment["latest"] + 1, Change(back, by, undoes=number))


def _must_be_of(assessment: RowMapping, change: CheckedChange) -> None:
    if keepable(change.bank_version) != assessment["bank_version"]:
        raise OtherBank(assessment["bank_version"], change.bank_version)


def _is(undone: Revision, back: CheckedChange) -> bool:
    return back.item == undone.item and same(back.item, back.value, undone.before)


def _append(connection: Connection, assessment: RowMapping, number: int, change: Change) -> Revision:
    """The change as written down with that number, the next one of the assessment, which must be locked."""
    at, key = moment(), assessment["key"]
    _add(connection, key, link_of(connection, assessment, number - 1), [(number, change, at)])
    moved = update(assessments).where(assessments.c.key == key)
    connection.execute(moved.values(latest=number, changed_at=at))
    return revision_log.current(connection, assessment, change.checked.item)


def _add(connection: Connection, key: str, before: str, changes: Iterable[tuple[int, Change, str]]) -> None:
    """Write down changes in order, each with its number and moment, after the link of the one before them."""
    sealed: list[dict[str, str | int | None]] = []
    words: list[dict[str, str | int | None]] = []
    for number, change, at in changes:
        item, salt = change.checked.item, secrets.token_hex(16)
        value = to_text(item, change.checked.value)
        author = author_of(connection, change.by)
        entry = chain.Change(number, item.kind.value, item.id, at, author, change.undoes, value_digest(salt, value))
        before = change_link(before, entry)
        sealed.append({"assessment_key": key, **asdict(entry), "link": before})
        words.append({"assessment_key": key, "number": number, "salt": salt, "value": value})
    if sealed:
        connection.execute(insert(revisions), sealed)
        connection.execute(insert(revision_values), words)
