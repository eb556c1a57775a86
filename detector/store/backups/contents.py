"""What a database holds, in numbers."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from detector.store.tables import assessments, revisions, workshops


@dataclass(frozen=True)
class Contents:
    """How much there is of each kind, and when an assessment was last changed; `latest` is None where there is none."""

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


def overdue_workshops(connection: Connection, today: date) -> int:
    """How many workshops should have been erased by now."""
    overdue = workshops.c.keep_until < today.isoformat()
    return connection.execute(select(func.count()).select_from(workshops).where(overdue)).scalar_one()
