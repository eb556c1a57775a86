"""What is erased by itself, and that a clock which jumps erases, ends and removes nothing."""

import logging
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from store.erased_workshops import answered_workshop
from store.store_builders import EMPTY, Database, checked_sheet

from detector.core.workshop.workshop import WorkshopPhase
from detector.store import Store, open_store
from detector.store.location import sqlite_url
from detector.store.retention import Waiting

HOUR = 3600.0


def later(**away: int) -> datetime:
    """A moment from now."""
    return datetime.now(UTC) + timedelta(**away)


def last_day_in(store: Store, days: int) -> str:
    """The key of a workshop that is kept for so many days."""
    workshop, _people = answered_workshop(store, later(days=days).date())
    return workshop.key


def run_hours(store: Store, begun: datetime, hours: int) -> int:
    """How much is erased by a server that looks every hour from then on, while its clock goes steadily."""
    return sum(store.retention.erase_due(begun + timedelta(hours=hour), hour * HOUR) for hour in range(hours + 1))


def test_a_clock_years_ahead_ends_and_erases_nothing(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    key = last_day_in(store, 30)
    binned = store.create(checked_sheet(EMPTY))
    store.bin.put(binned)
    store.retention.erase_due(later(), 0.0)

    with caplog.at_level(logging.WARNING, "detector.operator"):
        assert run_hours(store, later(days=1800), 48) == 0

    assert store.workshops.load(key).state.phase is WorkshopPhase.RUNNING
    assert [entry.key for entry in store.bin.listed()] == [binned]
    assert [record.getMessage()[:17] for record in caplog.records] == ["held what=erasing"]


def test_the_operator_is_told_of_no_name_and_no_key(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    key = last_day_in(store, 30)

    store.retention.erase_due(later(), 0.0)
    store.retention.erase_due(later(days=1800), HOUR)

    assert key not in caplog.text


def test_what_waits_because_of_the_clock_is_erased_on_an_officers_word(store: Store) -> None:
    key = last_day_in(store, 3)
    store.retention.erase_due(later(), 0.0)
    believed = later()
    wrong = later(days=400)
    assert store.retention.erase_due(wrong, HOUR) == 0
    waiting = store.retention.waiting(wrong)
    assert waiting is not None
    assert (waiting.due, waiting.needs_word, waiting.believed <= believed) == (1, True, True)

    store.retention.believe(wrong)

    assert store.retention.waiting(wrong) is None
    assert store.retention.erase_due(wrong, 2 * HOUR) == 1
    assert store.eraser.receipt(key) is not None


def test_an_officer_is_asked_only_where_something_is_due(store: Store) -> None:
    last_day_in(store, 30)
    store.retention.erase_due(later(), 0.0)

    assert store.retention.waiting(later(days=10)) is None
    assert isinstance(store.retention.waiting(later(days=40)), Waiting)
    assert store.retention.waiting(later()) is None


def test_a_server_that_was_off_over_the_holidays_erases_after_a_day(database: Database) -> None:
    before = open_store(database.url)
    key = last_day_in(before, 3)
    before.retention.erase_due(later(), 0.0)
    before.close()
    store = open_store(database.url)

    begun = later(days=16)
    assert run_hours(store, begun, 23) == 0
    assert store.retention.erase_due(begun + timedelta(hours=24), 24 * HOUR) == 1

    assert store.eraser.receipt(key) is not None
    store.close()


def test_a_clock_set_back_erases_nothing_early_and_what_is_due_on_its_day(store: Store) -> None:
    key = last_day_in(store, 3)
    store.retention.erase_due(later(), 0.0)

    assert store.retention.erase_due(later(days=-900), HOUR) == 0
    assert store.workshops.load(key).key == key
    store.retention.believe(later(days=4))
    assert store.retention.erase_due(later(days=4), 2 * HOUR) == 1


def test_the_first_look_goes_by_the_newest_thing_that_is_kept(store: Store) -> None:
    last_day_in(store, 3)

    assert store.retention.erase_due(later(days=1800), 0.0) == 0


def test_one_workshop_that_cannot_be_read_holds_up_no_other(store: Store, database: Database) -> None:
    first, second = last_day_in(store, 3), last_day_in(store, 3)
    database.sql("UPDATE workshop SET room = '{' WHERE key = :key", key=first)
    store.retention.believe(later(days=4))

    assert store.retention.erase_due(later(days=4), 0.0) == 2

    assert store.eraser.receipt(first) is not None
    assert store.eraser.receipt(second) is not None


def test_copies_made_before_an_upgrade_go_after_30_days(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
    day = later().date()
    names = [f"detector-0003-{day - timedelta(days=age)}{end}" for age, end in ((30, ".sqlite3"), (29, ".sqlite3"))]
    names += [f"detector-0002-{day - timedelta(days=40)}-2.sqlite3.part", "other-0002-2026-01-01.sqlite3"]
    names += ["detector-damaged-2026-01-01.sqlite3-wal", "detector-backup-2026-01-01.sqlite3"]
    for name in names:
        (tmp_path / name).write_bytes(b"as it was")
    store.retention.erase_due(later(), 0.0)

    assert {name for name in names if (tmp_path / name).exists()} == {names[1], names[3], names[5]}
    store.close()


def test_a_clock_that_jumped_removes_no_copy(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
    copy = tmp_path / f"detector-0003-{later().date()}.sqlite3"
    copy.write_bytes(b"as it was")
    store.retention.erase_due(later(), 0.0)

    store.retention.erase_due(later(days=400), HOUR)

    assert copy.exists()
    store.close()


def test_a_workshop_that_cannot_be_erased_keeps_no_other_and_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    keys = [last_day_in(store, 3) for _ in range(3)]
    erase = store.eraser.workshop

    def all_but_one(key: str) -> object:
        if key == keys[1]:
            raise KeyError(key)
        return erase(key)

    monkeypatch.setattr(store.eraser, "workshop", all_but_one)
    now = later(days=5)
    store.retention.believe(now)

    erased = store.retention.erase_due(now, 0.0)

    assert erased == 2
    assert store.workshops.overdue(now.date()) == (keys[1],)
    assert [record.getMessage() for record in caplog.records] == ["fault task=erase_workshop kind=KeyError"]


def test_what_another_server_erased_first_is_no_fault(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def seen_before(_today: date) -> tuple[str, ...]:
        return ("gone by now",)

    def erased_before(key: str, _today: date) -> object:
        return store.eraser.assessment(key)

    monkeypatch.setattr(store.workshops, "overdue", seen_before)
    monkeypatch.setattr(store.workshops, "left_open", seen_before)
    monkeypatch.setattr(store.retention, "_in_bin", seen_before)
    monkeypatch.setattr(store.eraser, "from_bin", erased_before)

    assert store.retention.erase_due(later(), 0.0) == 0

    assert caplog.records == []
