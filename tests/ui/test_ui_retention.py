from datetime import UTC, date, datetime, time
from pathlib import Path

from builders import checked_by_its_bank

from detector.core.answers import AnswerSheet
from detector.core.workshop.workshop import Workshop, WorkshopPhase
from detector.server.housekeeping import erase_overdue
from detector.store import Store, open_store
from detector.store.location import sqlite_url

LAST_DAY = date(2027, 2, 22)


def erased_on(store: Store, day: date) -> int:
    """How much is erased by itself on a day, on a server whose clock an officer has said to be right."""
    now = datetime.combine(day, time(9), UTC)
    store.retention.believe(now)
    return erase_overdue(lambda: store, now, 0.0)


def test_a_workshop_is_erased_on_the_day_after_its_last_and_its_assessment_stays(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
    key = store.create(checked_by_its_bank(AnswerSheet("2026.2")))
    store.workshops.create(key, Workshop(("MKT1",), ("staff",)), date(2026, 11, 22), LAST_DAY)

    on_the_day = erased_on(store, LAST_DAY)
    after = erased_on(store, date(2027, 2, 23))

    assert (on_the_day, after) == (0, 1)
    assert store.workshops.of_assessment(key) == ()
    assert store.load(key).key == key
    store.close()


def test_a_workshop_ends_by_itself_on_the_day_after_its_last(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
    made = store.workshops.create(
        store.create(checked_by_its_bank(AnswerSheet("2026.2"))),
        Workshop(("MKT1",), ("staff",)),
        date(2026, 11, 22),
        LAST_DAY,
        closes_on=date(2026, 11, 23),
    )

    erased_on(store, date(2026, 11, 23))
    on_the_day = store.workshops.load(made.key).state.phase
    erased_on(store, date(2026, 11, 24))
    after = store.workshops.load(made.key)

    assert on_the_day is WorkshopPhase.JOINING
    assert (after.state.phase, after.code, after.closes_on) == (WorkshopPhase.ENDED, None, date(2026, 11, 23))
    store.close()
