"""People's single answers in workshops that have not ended: what a backup leaves out unless it is asked for them."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Table, select

from detector.core.errors import StoreError
from detector.core.workshop.workshop import without_answers
from detector.store.backups.row_copy import Row, Selection, all_of
from detector.store.tables import people, remarks, votes, workshops
from detector.store.workshops.serialisation import workshop_from_text, workshop_to_text

_SINGLE = (people, votes, remarks)


def running_with_answers(connection: Connection, tables: Iterable[Table]) -> frozenset[str]:
    """The keys of workshops that have not ended and in which somebody has joined, answered or written a remark."""
    names = {table.name for table in tables}
    running = select(workshops.c.key).where(workshops.c.code.is_not(None))
    found: set[str] = set()
    for table in _SINGLE:
        if table.name in names:
            single = select(table.c.workshop_key).where(table.c.workshop_key.in_(running))
            found |= set(connection.execute(single.where(_is_single(table)).distinct()).scalars())
    return frozenset(found)


def to_join_again(connection: Connection) -> int:
    """How many workshops that have not ended were taken up again without the answers given before."""
    rooms = connection.execute(select(workshops.c.room).where(workshops.c.code.is_not(None))).scalars()
    return sum(_is_taken_up_again(room) for room in rooms)


def without_single_answers(tables: Iterable[Table], left_out: frozenset[str]) -> tuple[Selection, ...]:
    """Every row of these tables but single answers of those workshops, which can be taken up again without them."""
    return tuple(_without(selection, left_out) for selection in all_of(tables))


def _without(selection: Selection, left_out: frozenset[str]) -> Selection:
    table = selection.table
    if table.name == workshops.name:
        return Selection(table, selection.rows, lambda row: _taken_up_again(row) if row["key"] in left_out else row)
    if any(table.name == single.name for single in _SINGLE):
        theirs = table.c.workshop_key.in_(sorted(left_out))
        return Selection(table, selection.rows.where(~(theirs & _is_single(table))))
    return selection


def _is_single(table: Table) -> ColumnElement[bool]:
    """What is a single answer: every row but a remark that the room has been shown."""
    return table.c.released == 0 if table.name == remarks.name else table.c.workshop_key.is_not(None)


def _is_taken_up_again(text: str) -> bool:
    try:
        return workshop_from_text(text).restored
    except StoreError:
        return False


def _taken_up_again(row: Row) -> Row:
    try:
        room = workshop_from_text(str(row["room"]))
    except StoreError:
        return row  # damaged or of another version: said where it is opened, and kept as it is
    return row | {"room": workshop_to_text(without_answers(room))}
