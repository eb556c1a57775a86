"""Whether the history is whole: every chain, value, name and trigger held to what it should be. Nothing is changed.

What it cannot show: somebody who may write to the database and cuts off the end of a history or of a log, or seals
everything anew after a change. Only a head from before, as each document prints it, finds that in an assessment's
history (`heads.find_head`). When an assessment was put into the bin is in no chain.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, inspect, select

from detector.store.chain import Break, Entry, author_id, breaks
from detector.store.deletion_log import Deleted, creation_link, deletion_link
from detector.store.history_check import History, Logged, histories
from detector.store.schema_check import table_faults
from detector.store.tables import assessments, authors, creations, deletions, revision_values, revisions

_READ = (assessments, authors, creations, deletions, revision_values, revisions)


@dataclass(frozen=True)
class Verified:
    """What was found: each history, and what is wrong beside them.

    `tables` has what is wrong with tables and triggers, in words; where a table cannot be read nothing else is looked
    at. `missing` counts assessments that are gone though no deletion names them, `names` people whose name was changed
    or removed. `creations` and `deletions` are the broken places of the two logs.
    """

    histories: tuple[History, ...] = ()
    tables: tuple[str, ...] = ()
    missing: int = 0
    names: int = 0
    creations: tuple[Break, ...] = ()
    deletions: tuple[Break, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing at all is wrong."""
        beside = (self.tables, self.missing, self.names, self.creations, self.deletions)
        return not any(beside) and all(history.is_whole for history in self.histories)


def verify(connection: Connection, key: str | None = None) -> Verified:
    """The history of one assessment, or of all, as found on a connection that sees one moment; nothing is written."""
    tables = tuple(table_faults(connection))
    if tables and not _can_be_read(connection):
        return Verified(tables=tables)
    begun = connection.execute(select(creations).order_by(creations.c.number)).mappings().all()
    gone = connection.execute(select(deletions).order_by(deletions.c.number)).mappings().all()
    logged = Logged(begun, gone)
    there = {str(origin) for origin in connection.execute(select(assessments.c.origin)).scalars()}
    return Verified(
        tuple(histories(connection, logged, key)),
        tables,
        len(logged.begun - logged.deleted - there),
        _wrong_names(connection, gone),
        _log_breaks(begun, lambda before, row: creation_link(before, row["number"], row["origin"])),
        _log_breaks(gone, deletion_link),
    )


def _can_be_read(connection: Connection) -> bool:
    found = inspect(connection)
    return all(
        found.has_table(table.name)
        and set(table.columns.keys()) <= {column["name"] for column in found.get_columns(table.name)}
        for table in _READ
    )


def _log_breaks(rows: Sequence[RowMapping], link: Callable[[str, RowMapping], str]) -> tuple[Break, ...]:
    before = ["", *(str(row["link"]) for row in rows)]
    return breaks(
        Entry(row["number"], row["link"], link(previous, row)) for previous, row in zip(before, rows, strict=False)
    )


def _wrong_names(connection: Connection, gone: Sequence[RowMapping]) -> int:
    """How many authors are not those whom their ids were made from, or are not there."""
    erased = {row["subject"] for row in gone if row["what"] == Deleted.NAME.value}
    kept = connection.execute(select(authors)).mappings().all()
    changed = [row for row in kept if not _is_right(row, erased)]
    used = select(revisions.c.author).union(select(deletions.c.author))
    unknown = set(connection.execute(used).scalars()) - {row["id"] for row in kept} - {None}
    return len(changed) + len(unknown)


def _is_right(row: RowMapping, erased: set[str]) -> bool:
    if row["id"] in erased:
        return (row["salt"], row["name"]) == ("", "")
    return bool(author_id(row["salt"], row["name"]) == row["id"])
