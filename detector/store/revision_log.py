"""Reading revisions inside a transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, func, select

from detector.core.answers import Item, ItemKind, sheet_of
from detector.store.revisions import AssessmentInBin, Revision, Stored, UnknownAssessment
from detector.store.serialisation import from_text
from detector.store.tables import assessments, revisions

_no = revisions.c


def row_of(connection: Connection, key: str, *, held: bool = False) -> RowMapping:
    """The row of the assessment; `held` against every other writer until the transaction ends.

    Raises:
        AssessmentInBin: it has to be put back first.
        UnknownAssessment: there is none.
    """
    chosen = select(assessments).where(assessments.c.key == key)
    # SQLite has no FOR UPDATE and needs none: its writers begin by locking the whole file.
    row = connection.execute(chosen.with_for_update() if held else chosen).mappings().first()
    if row is None:
        raise UnknownAssessment
    if row["binned_at"] is not None:
        raise AssessmentInBin(key, datetime.fromisoformat(row["binned_at"]))
    return row


def revision_of(row: RowMapping) -> Revision:
    """The change in this row."""
    item = Item(ItemKind(row["kind"]), row["item_id"])
    return Revision(
        number=row["number"],
        item=item,
        value=from_text(item, row["value"]),
        before=from_text(item, row["before"]),
        by=row["changed_by"],
        at=datetime.fromisoformat(row["changed_at"]),
        undoes=row["undoes"],
    )


def latest_of_each(connection: Connection, key: str) -> tuple[Revision, ...]:
    """The latest change of each item ever changed."""
    newest = select(func.max(_no.number)).where(_no.assessment_key == key).group_by(_no.kind, _no.item_id)
    chosen = select(revisions).where(_no.assessment_key == key, _no.number.in_(newest)).order_by(_no.number)
    return tuple(revision_of(row) for row in connection.execute(chosen).mappings())


def stored(row: RowMapping, latest: Sequence[Revision]) -> Stored:
    """The assessment in this row, whose items were last changed so."""
    return Stored(
        key=row["key"],
        sheet=sheet_of(row["bank_version"], {revision.item: revision.value for revision in latest}),
        revisions={revision.item: revision.number for revision in latest},
        revision=row["latest"],
        created_at=datetime.fromisoformat(row["created_at"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
    )


def history_of(connection: Connection, key: str, item: Item) -> tuple[Revision, ...]:
    """Every change of the item, the first one first."""
    chosen = (
        select(revisions)
        .where(_no.assessment_key == key, _no.kind == item.kind.value, _no.item_id == item.id)
        .order_by(_no.number)
    )
    return tuple(revision_of(row) for row in connection.execute(chosen).mappings())


def current(connection: Connection, assessment: RowMapping, item: Item) -> Revision:
    """The latest change of the item; number 0 with no value where it was never changed."""
    chosen = (
        select(revisions)
        .where(_no.assessment_key == assessment["key"], _no.kind == item.kind.value, _no.item_id == item.id)
        .order_by(_no.number.desc())
        .limit(1)
    )
    row = connection.execute(chosen).mappings().first()
    if row is None:
        return Revision(0, item, None, None, "", datetime.fromisoformat(assessment["created_at"]), None)
    return revision_of(row)


def numbered(connection: Connection, key: str, number: int) -> Revision | None:
    """The change with that number, if there is one."""
    chosen = select(revisions).where(_no.assessment_key == key, _no.number == number)
    row = connection.execute(chosen).mappings().first()
    return None if row is None else revision_of(row)


def newest_undoable(
    connection: Connection, assessment: RowMapping, kind: ItemKind | None = None, item_id: str | None = None
) -> int | None:
    """The number of the newest change neither taken back nor itself an undo nor made on creation.

    Where a kind, or an item of it, is given, only its changes count.
    """
    undone = select(_no.undoes).where(_no.assessment_key == assessment["key"], _no.undoes.is_not(None))
    chosen = select(func.max(_no.number)).where(
        _no.assessment_key == assessment["key"],
        _no.number > assessment["created_with"],
        _no.undoes.is_(None),
        _no.number.not_in(undone),
    )
    if kind is not None:
        chosen = chosen.where(_no.kind == kind.value)
    if item_id is not None:
        chosen = chosen.where(_no.item_id == item_id)
    return connection.execute(chosen).scalar()
