"""A database's tables held against those the program works with: each column, key, index and trigger."""

from collections.abc import Iterable

from sqlalchemy import Connection, Dialect, MetaData, Table, UniqueConstraint, inspect

from detector.core.errors import StoreError
from detector.store.tables import metadata
from detector.store.triggers import Triggers, expected_triggers, found_triggers

# By table and what the part is called in words: how it is made.
_Parts = dict[tuple[str, str], str]

_INDEXES = {index.name for table in metadata.tables.values() for index in table.indexes}
_FAULTS_SHOWN = 5


def refuse_other_tables(connection: Connection, place: str) -> None:
    """Let a database pass whose tables are those of `tables.py`; other tables in it do not matter.

    Raises:
        StoreError: something is missing, was changed or was added; it is named, and nothing was changed here.
    """
    faults = table_faults(connection)
    if faults:
        raise StoreError(_in_words(place, faults))


def table_faults(connection: Connection) -> list[str]:
    """Everything in the database's tables, indexes and triggers that is not as `tables.py` has it, in words."""
    found = MetaData()
    ours = [name for name in inspect(connection).get_table_names() if name in metadata.tables]
    # A reference to a table that is missing is told as that, and is no reason to stop.
    found.reflect(connection, only=ours, resolve_fks=False)
    return _faults(
        _parts(metadata, connection.dialect) | _of_triggers(expected_triggers(connection)),
        _parts(found, connection.dialect) | _of_triggers(found_triggers(connection)),
    )


def _in_words(place: str, faults: list[str]) -> str:
    said = "; ".join(faults[:_FAULTS_SHOWN])
    more = f"; and {len(faults) - _FAULTS_SHOWN} more" if len(faults) > _FAULTS_SHOWN else ""
    return (
        f"{place}: The tables are not as this program makes them: {said}{more}. Put a backup from before that in "
        "their place, or ask whoever runs the database to undo the change, then start again. Nothing was changed."
    )


def _faults(expected: _Parts, found: _Parts) -> list[str]:
    there = {table for table, _ in found}
    faults = [f"table '{table}' is missing" for table in metadata.tables if table not in there]
    for table, part in (key for key in expected if key[0] in there):
        made = found.get((table, part))
        if made != expected[table, part]:
            faults.append(f"table '{table}': {part} {'is missing' if made is None else 'was changed'}")
    return faults + [f"table '{table}': {part} was added" for table, part in found if (table, part) not in expected]


def _parts(tables: MetaData, dialect: Dialect) -> _Parts:
    return {
        (name, part): made for name, table in tables.tables.items() for part, made in _parts_of(table, dialect).items()
    }


def _parts_of(table: Table, dialect: Dialect) -> dict[str, str]:
    columns = {
        f"column '{column.name}'": f"{column.type.compile(dialect)}{'' if column.nullable else ', never empty'}"
        for column in table.columns
    }
    return columns | {"the primary key": _listed(table.primary_key.columns.keys())} | _rules_of(table)


def _rules_of(table: Table) -> dict[str, str]:
    """What else is laid down of a table; of its indexes only ours and those that refuse a row: others do no harm."""
    rules: dict[str, str] = {}
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            rules[f"the rule that {_listed(constraint.columns.keys())} must be unique"] = ""
    for key in table.foreign_key_constraints:
        others = _listed(element.target_fullname for element in key.elements)
        rules[f"the reference from {_listed(key.column_keys)} to {others}"] = str(key.ondelete)
    for index in table.indexes:
        if index.unique or index.name in _INDEXES:
            rules[f"index '{index.name}'"] = f"{_listed(index.columns.keys())}{' unique' if index.unique else ''}"
    return dict(sorted(rules.items()))


def _of_triggers(triggers: Triggers) -> _Parts:
    """The triggers on the program's tables, as parts of them."""
    return {(table, f"trigger '{name}'"): made for (table, name), made in triggers.items() if table in metadata.tables}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
