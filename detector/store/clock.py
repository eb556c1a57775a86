"""The time that automatic erasing goes by, as the store keeps it between looks and between starts."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select, update

from detector.core.retention import Clock
from detector.store.engine import add_unless_there
from detector.store.tables import assessments, clock, receipts, workshops

_ONE = 1


def read_clock(connection: Connection, now: datetime) -> Clock:
    """What was known at the last look; before the first one, the time of the newest thing that is kept."""
    row = connection.execute(select(clock)).mappings().first()
    if row is not None:
        seen, believed = datetime.fromisoformat(row["seen_at"]), datetime.fromisoformat(row["believed_at"])
        return Clock(believed, seen, timedelta(seconds=row["steady_seconds"]))
    newest = _newest(connection)
    return Clock(newest or now, newest or now)


def _newest(connection: Connection) -> datetime | None:
    columns = (assessments.c.changed_at, receipts.c.at, workshops.c.opened_on)
    found = [connection.execute(select(func.max(column))).scalar() for column in columns]
    moments = [datetime.fromisoformat(text) for text in found if text]
    return max((each if each.tzinfo else each.replace(tzinfo=UTC) for each in moments), default=None)


def write_clock(connection: Connection, looked: Clock) -> None:
    """Keep what is known now in place of what was known before."""
    row = {
        "id": _ONE,
        "believed_at": looked.believed.isoformat(timespec="microseconds"),
        "seen_at": looked.seen.isoformat(timespec="microseconds"),
        "steady_seconds": int(looked.steady.total_seconds()),
    }
    if connection.execute(update(clock).values(row)).rowcount == 0:
        add_unless_there(connection, clock, row)
