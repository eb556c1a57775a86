"""Rows moved from one database to another of either kind, and held against each other afterwards."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, Select, Table, insert, select

from detector.core.errors import StoreError

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
class Source:
    """A connection to where rows come from, what that is called, and what says in words what is wrong with it."""

    connection: Connection
    name: str
    in_words: Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True)
class _Rows:
    """How many rows there are, and the sum of a number worked out from each: the same in whatever order they come."""

    count: int = 0
    digests: int = 0

    def and_more(self, rows: Sequence[Row]) -> "_Rows":
        """These rows and some more."""
        return _Rows(self.count + len(rows), (self.digests + sum(map(_digest, rows))) % 2**256)


def all_of(tables: Iterable[Table]) -> tuple[Selection, ...]:
    """Every row of these tables."""
    return tuple(Selection(table, select(table)) for table in tables)


def copy_rows(source: Source, target: Connection, selections: Iterable[Selection]) -> None:
    """Write the rows chosen into the same tables elsewhere, then read those back to see that they are equal.

    A row whose key is there already stays as it is there.

    Raises:
        StoreError: the source could not be read, or what was written does not read back as it was.
    """
    for selection in selections:
        table = selection.table
        expected, there = _rows_of(target, table), _keys_of(target, table)
        for part in _read(source, selection.rows):
            rows = [row for row in map(selection.written, part) if _key(row, table) not in there]
            if rows:
                target.execute(insert(table), rows)
                expected = expected.and_more(rows)
        if _rows_of(target, table) != expected:
            raise StoreError(
                f"{source.name}: The rows of '{table.name}' do not read back as they were written. Check the disk or "
                "the database that was written to, then try again. Nothing was changed."
            )


def _read(source: Source, rows: Select[tuple[object, ...]]) -> Iterator[list[Row]]:
    # Only what goes wrong with reading is the source's: what goes wrong with writing never passes through here.
    with source.in_words():
        yield from _parts(source.connection, rows)


def _parts(connection: Connection, rows: Select[tuple[object, ...]]) -> Iterator[list[Row]]:
    found = connection.execute(rows.execution_options(yield_per=_ROWS_AT_ONCE))
    for part in found.mappings().partitions():
        yield [dict(row) for row in part]


def _rows_of(connection: Connection, table: Table) -> _Rows:
    found = _Rows()
    for part in _parts(connection, select(table)):
        found = found.and_more(part)
    return found


def _keys_of(connection: Connection, table: Table) -> frozenset[tuple[object, ...]]:
    return frozenset(tuple(row) for row in connection.execute(select(*table.primary_key)))


def _key(row: Row, table: Table) -> tuple[object, ...]:
    return tuple(row[column.name] for column in table.primary_key.columns)


def _digest(row: Row) -> int:
    values = repr(sorted(row.items()))
    return int.from_bytes(sha256(values.encode("utf-8", "surrogatepass")).digest())
