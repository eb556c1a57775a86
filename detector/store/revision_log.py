"""Reading revisions inside a transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, func, select

from detector.core.answers import Item, ItemKind, ItemValue, sheet_of
from detector.core.errors import StoreError
from detector.store.deletion_log import Deleted
from detector.store.revisions import AssessmentInBin, Revision, Stored, UnknownAssessment
from detector.store.serialisation import from_text
from detector.store.tables import assessments, authors, deletions, revision_values, revisions

_no = revisions.c


def with_words() -> Select[tuple[object, ...]]:
    """Every revision with its words and its author's name, and the days on which either was erased."""
    of, words = (
        assessments.c,
        and_(_no.assessment_key == revision_values.c.assessment_key, _no.number == revision_values.c.number),
    )
    return select(
        revisions,
        revision_values.c.salt,
        revision_values.c.value,
        authors.c.name,
        _erased_on(Deleted.VALUE, deletions.c.subject == of.origin, deletions.c.change == _no.number).label(
            "erased_on"
        ),
        _erased_on(Deleted.NAME, deletions.c.subject == _no.author).label("name_erased_on"),
    ).select_from(
        revisions.join(assessments, of.key == _no.assessment_key)
        .outerjoin(revision_values, words)
        .outerjoin(authors, authors.c.id == _no.author)
    )


def _erased_on(what: Deleted, *such: ColumnElement[bool]) -> ColumnElement[str | None]:
    days = select(func.min(deletions.c.on_day)).where(deletions.c.what == what.value, *such)
    return days.correlate(revisions, assessments).scalar_subquery()


@dataclass(frozen=True)
class Kept:
    """The latest change of an item: its number and the value."""

    number: int
    value: ItemValue


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


def value_in(row: RowMapping) -> ItemValue:
    """The value that the change in this row made; None where it was erased.

    Raises:
        StoreError: it is not there though nobody erased it, or cannot be read.
    """
    item = _item(row)
    if row["salt"] is None and row["erased_on"] is None:
        raise StoreError(
            f"What was kept for {item.kind.value} '{item.id}' is missing from the database. Restore a backup. "
            "Nothing was changed."
        )
    return from_text(item, row["value"])


def revision_of(row: RowMapping, earlier: RowMapping | None) -> Revision:
    """The change in this row, after the item's earlier one."""
    return Revision(
        number=row["number"],
        item=_item(row),
        value=value_in(row),
        before=None if earlier is None else value_in(earlier),
        by=row["name"] or "",
        at=datetime.fromisoformat(row["changed_at"]),
        undoes=row["undoes"],
        erased=_erased(row),
        before_erased=None if earlier is None else _erased(earlier),
        name_erased=_day(row["name_erased_on"]),
    )


def _item(row: RowMapping) -> Item:
    return Item(ItemKind(row["kind"]), row["item_id"])


def _erased(row: RowMapping) -> date | None:
    """On which day the words of this row were erased, None while they are there."""
    return _day(row["erased_on"]) if row["salt"] is None else None


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def latest_of_each(connection: Connection, key: str) -> dict[Item, Kept]:
    """The latest change of each item ever changed, in the order they were made."""
    newest = select(func.max(_no.number)).where(_no.assessment_key == key).group_by(_no.kind, _no.item_id)
    chosen = with_words().where(_no.assessment_key == key, _no.number.in_(newest)).order_by(_no.number)
    rows = connection.execute(chosen).mappings()
    return {_item(row): Kept(row["number"], value_in(row)) for row in rows}


def stored(row: RowMapping, latest: Mapping[Item, Kept]) -> Stored:
    """The assessment in this row, whose items were last changed so."""
    return Stored(
        key=row["key"],
        sheet=sheet_of(row["bank_version"], {item: kept.value for item, kept in latest.items()}),
        revisions={item: kept.number for item, kept in latest.items()},
        revision=row["latest"],
        created_at=datetime.fromisoformat(row["created_at"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
    )


def history_of(connection: Connection, key: str, item: Item) -> tuple[Revision, ...]:
    """Every change of the item, the first one first."""
    rows = connection.execute(_of_item(key, item).order_by(_no.number)).mappings().all()
    return _in_turn(rows)


def whole_history(connection: Connection, key: str) -> tuple[Revision, ...]:
    """Every change of the assessment, the first one first."""
    chosen = with_words().where(_no.assessment_key == key).order_by(_no.number)
    return _in_turn(connection.execute(chosen).mappings().all())


def _in_turn(rows: Sequence[RowMapping]) -> tuple[Revision, ...]:
    earlier: dict[Item, RowMapping] = {}
    changes: list[Revision] = []
    for row in rows:
        item = _item(row)
        changes.append(revision_of(row, earlier.get(item)))
        earlier[item] = row
    return tuple(changes)


def current(connection: Connection, assessment: RowMapping, item: Item) -> Revision:
    """The latest change of the item; number 0 with no value where it was never changed."""
    return _newest(connection, _of_item(assessment["key"], item)) or Revision(
        0, item, None, None, "", datetime.fromisoformat(assessment["created_at"]), None
    )


def numbered(connection: Connection, key: str, number: int) -> Revision | None:
    """The change with that number, if there is one."""
    chosen = select(_no.kind, _no.item_id).where(_no.assessment_key == key, _no.number == number)
    row = connection.execute(chosen).mappings().first()
    return None if row is None else _newest(connection, _of_item(key, _item(row)).where(_no.number <= number))


def _of_item(key: str, item: Item) -> Select[tuple[object, ...]]:
    return with_words().where(_no.assessment_key == key, _no.kind == item.kind.value, _no.item_id == item.id)


def _newest(connection: Connection, chosen: Select[tuple[object, ...]]) -> Revision | None:
    """The newest of the changes of one item, if there is one."""
    rows = connection.execute(chosen.order_by(_no.number.desc()).limit(2)).mappings().all()
    return revision_of(rows[0], rows[1] if len(rows) > 1 else None) if rows else None


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
