"""The logs of what was begun and what was deleted, each a chain of its own: what is gone was deleted or is missing."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, Table, insert, select

from detector.store.authors import author_of
from detector.store.chain import seal
from detector.store.tables import creations, deletions


class Deleted(StrEnum):
    """What the log can say was deleted; the words stand in the database."""

    ASSESSMENT = "assessment"
    VALUE = "value"
    NAME = "name"
    WORKSHOP = "workshop"


def workshop_subject(key: str) -> str:
    """What the log calls a workshop by, so that nobody finds its address there."""
    return sha256(key.encode()).hexdigest()


def log_creation(connection: Connection, origin: str) -> None:
    """Write down that an assessment was begun."""
    number, before = _last(connection, creations)
    row = {"number": number + 1, "origin": origin}
    connection.execute(insert(creations), row | {"link": creation_link(before, number + 1, origin)})


def log_deletion(
    connection: Connection,
    what: Deleted,
    subject: str,
    by: str = "",
    *,
    change: int | None = None,
    head: str | None = None,
) -> None:
    """Write down that something is deleted in this transaction, today (UTC) and by whom.

    Args:
        connection: a transaction made for writing.
        what: what kind of thing it is.
        subject: an assessment's origin (for a value too), an author's id, or `workshop_subject`.
        by: the name of who deletes it; "" when unknown.
        change: of a value, the number of its change.
        head: of an assessment, the last link of its history.
    """
    number, before = _last(connection, deletions)
    author = author_of(connection, by)
    row: dict[str, str | int | None] = {
        "number": number + 1,
        "what": what.value,
        "subject": subject,
        "change": change,
        "on_day": datetime.now(UTC).date().isoformat(),
        "author": author,
        "head": head,
    }
    connection.execute(insert(deletions), row | {"link": seal("deletion", before, *row.values())})


def creation_link(before: str, number: int, origin: str) -> str:
    """The link that an entry of the log of creations should bear."""
    return seal("creation", before, number, origin)


def deletion_link(before: str, row: RowMapping | Mapping[str, str | int | None]) -> str:
    """The link that this entry of the log of deletions should bear."""
    columns = ("number", "what", "subject", "change", "on_day", "author", "head")
    return seal("deletion", before, *(row[column] for column in columns))


def _last(connection: Connection, log: Table) -> tuple[int, str]:
    """The number and link of the last entry, 0 and "" where there is none; others wait until this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"LOCK TABLE {log.name} IN SHARE ROW EXCLUSIVE MODE")
    row = connection.execute(select(log.c.number, log.c.link).order_by(log.c.number.desc()).limit(1)).first()
    return (0, "") if row is None else (row.number, row.link)
