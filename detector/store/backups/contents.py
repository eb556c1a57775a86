"""What a database holds, in numbers."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from detector.core.errors import StoreError
from detector.store.listing import listings
from detector.store.tables import assessments, revisions, workshops


@dataclass(frozen=True)
class Contents:
    """How much there is of each kind, and when an assessment was last changed: None where there is none."""

    assessments: int
    changes: int
    workshops: int
    latest: datetime | None


def contents_of(connection: Connection) -> Contents:
    """What the tables hold, whichever version they are of."""
    latest = connection.execute(select(func.max(assessments.c.changed_at))).scalar()
    counts = [
        connection.execute(select(func.count()).select_from(table)).scalar_one()
        if connection.dialect.has_table(connection, table.name)
        else 0
        for table in (assessments, revisions, workshops)
    ]
    return Contents(*counts, latest=None if latest is None else datetime.fromisoformat(latest))


def holds_assessments(connection: Connection) -> bool:
    """Whether there is any assessment; a database without our tables holds none."""
    if not connection.dialect.has_table(connection, assessments.name):
        return False
    return connection.execute(select(assessments.c.key).limit(1)).first() is not None


def overdue_workshops(connection: Connection, today: date) -> int:
    """How many workshops should have been erased by now."""
    overdue = workshops.c.keep_until < today.isoformat()
    return connection.execute(select(func.count()).select_from(workshops).where(overdue)).scalar_one()


def names_of(connection: Connection) -> dict[str, str]:
    """What each assessment's service is called, by the assessment's key; nothing where that cannot be read."""
    try:
        return {each.key: each.name for each in listings(connection, contents_of(connection).assessments)}
    except StoreError:
        return {}
