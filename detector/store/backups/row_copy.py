"""Rows moved from one database to another of either kind, and held against each other afterwards."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, Select, Table, insert, select

from detector.core.errors import StoreError
from detector.store.error_messages import in_plain_words

_ROWS_AT_ONCE = 1000
Row = dict[str, object]


def as_it_is(row: Row) -> Row:
    """The row itself."""
    return row


@dataclass(frozen=True)
class Selection:
    """Rows of a table that are taken along, and what is written for each of them."""

    table: Table
    rows: Select[tuple[object, ...]]
    written: Callable[[Row], Row] = as_it_is


@dataclass(frozen=True)
class _Sum:
    """How many rows there are, and the sum of a number worked out from each: the same in whatever order they come."""

    rows: int = 0
    digests: int = 0

    def and_all(self, rows: Iterable[Row], columns: Sequence[str]) -> "_Sum":
        """This, with more rows."""
        numbers = [_digest(row, columns) for row in rows]
        return _Sum(self.rows + len(numbers), (self.digests + sum(numbers)) % 2**256)


def all_of(tables: Iterable[Table]) -> tuple[Selection, ...]:
    """Every row of these tables."""
    return tuple(Selection(table, select(table)) for table in tables)


def copy_rows(source: Connection, place: str, target: Connection, selections: Iterable[Selection]) -> None:
    """Write the rows chosen into the same tables elsewhere, then read those back to see that they are equal.

    Raises:
        StoreError: the source could not be read at `place`, or what was written does not read back as it was.
    """
    for selection in selections:
        columns = selection.table.columns.keys()
        written = _Sum()
        for part in _parts(source, place, selection.rows):
            rows = [selection.written(row) for row in part]
            target.execute(insert(selection.table), rows)
            written = written.and_all(rows, columns)
        if written != _sum_of(target, selection.table):
            raise StoreError(
                f"{place}: The rows of '{selection.table.name}' do not read back as they were written. Check the disk "
                "or the database that was written to, then try again. Nothing was changed."
            )


def _parts(source: Connection, place: str, rows: Select[tuple[object, ...]]) -> Iterator[list[Row]]:
    # Only what goes wrong with reading is the source's: what goes wrong with writing never passes through here.
    with in_plain_words(place):
        found = source.execute(rows.execution_options(yield_per=_ROWS_AT_ONCE))
        for part in found.mappings().partitions():
            yield [dict(row) for row in part]


def _sum_of(connection: Connection, table: Table) -> _Sum:
    found = _Sum()
    result = connection.execute(select(table).execution_options(yield_per=_ROWS_AT_ONCE))
    for part in result.mappings().partitions():
        found = found.and_all((dict(row) for row in part), table.columns.keys())
    return found


def _digest(row: Row, columns: Sequence[str]) -> int:
    values = repr([row[column] for column in columns])
    return int.from_bytes(sha256(values.encode("utf-8", "surrogatepass")).digest())
