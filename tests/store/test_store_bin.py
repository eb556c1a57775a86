"""The bin: what was deleted can be put back for 30 days, and nobody sees or changes it in there."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from store.erased_workshops import PEOPLE, answered_workshop
from store.store_builders import EMPTY, FULL, Database, checked, checked_sheet, level, question

from detector.core.receipts import Counts
from detector.core.retention import bin_ends
from detector.store import AssessmentInBin, Store, UnknownAssessment
from detector.store.workshops import WorkshopInBin

MKT1 = question("MKT1")


def in_days(days: int) -> datetime:
    """The moment so many days from now."""
    return datetime.now(UTC) + timedelta(days=days)


def due_in(store: Store, days: int) -> int:
    """How much is erased by itself so many days from now, where the clock is believed."""
    store.retention.believe(in_days(days))
    return store.retention.erase_due(in_days(days), 0.0)


def test_what_is_in_the_bin_is_on_no_list(store: Store) -> None:
    binned, kept = store.create(checked_sheet(FULL)), store.create(checked_sheet(FULL))
    before = datetime.now(UTC)

    store.bin.put(binned)

    assert [entry.key for entry in store.recent()] == [kept]
    assert store.begun_as(FULL) == (kept,)
    [entry] = store.bin.listed()
    assert (entry.key, entry.name, entry.answered) == (binned, "Libraries", 3)
    assert entry.binned_at is not None
    assert before <= entry.binned_at <= datetime.now(UTC)


def test_what_is_in_the_bin_can_be_neither_read_nor_changed(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    change = store.save(key, checked(MKT1, level(1)), seen=0)
    store.bin.put(key)
    [entry] = store.bin.listed()
    calls: list[Callable[[], object]] = [
        lambda: store.load(key),
        lambda: store.revision(key),
        lambda: store.save(key, checked(MKT1, level(2)), seen=change.number),
        lambda: store.last_change(key),
        lambda: store.undo(key, change.number, checked(MKT1, None)),
        lambda: store.history(key, MKT1),
        lambda: store.bin.put(key),
    ]

    for call in calls:
        with pytest.raises(AssessmentInBin, match="put into the bin") as caught:
            call()
        assert (caught.value.key, caught.value.binned_at) == (key, entry.binned_at)


def test_what_is_put_back_is_as_it_was(store: Store) -> None:
    key = store.create(checked_sheet(FULL))
    before = store.load(key)
    store.bin.put(key)

    store.bin.put_back(key)
    store.bin.put_back(key)

    assert store.load(key) == before
    assert store.bin.listed() == ()


def test_what_was_erased_cannot_be_put_back_or_binned(store: Store) -> None:
    key = store.create(checked_sheet(FULL))
    store.bin.put(key)
    store.delete(key)

    with pytest.raises(UnknownAssessment):
        store.bin.put_back(key)
    with pytest.raises(UnknownAssessment):
        store.bin.put(key)


def test_it_is_erased_for_good_after_the_thirtieth_day(store: Store, database: Database) -> None:
    binned, kept = store.create(checked_sheet(FULL)), store.create(checked_sheet(FULL))
    store.bin.put(binned)

    assert due_in(store, 30) == 0
    assert due_in(store, 31) == 1

    assert store.bin.listed() == ()
    assert database.sql("SELECT key FROM assessment") == [(kept,)]
    assert store.eraser.receipt(binned) is not None


def test_nothing_is_erased_before_the_day_that_is_said_is_over(store: Store, database: Database) -> None:
    key = store.create(checked_sheet(FULL))
    store.bin.put(key)
    last = datetime.combine(bin_ends(date(2027, 11, 29)), time.max, UTC)
    database.sql("UPDATE assessment SET binned_at = '2027-11-29T23:50:00.000000+00:00'")
    store.retention.believe(last)

    assert store.retention.erase_due(last, 0.0) == 0
    assert store.eraser.from_bin(key, last.date()) is None
    assert store.retention.erase_due(last + timedelta(microseconds=1), 1.0) == 1


def test_what_is_put_back_at_the_last_moment_is_kept(store: Store) -> None:
    key = store.create(checked_sheet(FULL))
    store.bin.put(key)
    store.bin.put_back(key)

    assert store.eraser.from_bin(key, in_days(31).date()) is None

    assert store.load(key).sheet == FULL


def test_a_workshop_waits_while_its_assessment_is_in_the_bin(store: Store) -> None:
    workshop, people = answered_workshop(store)
    seen = store.workshops.load(workshop.key)
    store.bin.put(workshop.assessment_key)

    for way in ({"join_token": workshop.join_token}, {"code": seen.code or ""}):
        with pytest.raises(WorkshopInBin, match="stopped for now"):
            store.workshops.behind(**way)
    store.bin.put_back(workshop.assessment_key)

    assert store.workshops.behind(join_token=workshop.join_token) == seen
    assert len(store.workshops.votes(workshop.key)) == len(people)


def test_people_s_answers_are_erased_on_their_day_though_the_assessment_is_in_the_bin(store: Store) -> None:
    workshop, _people = answered_workshop(store, in_days(3).date())
    store.bin.put(workshop.assessment_key)

    assert due_in(store, 4) == 1

    assert store.workshops.of_assessment(workshop.assessment_key) == ()
    store.bin.put_back(workshop.assessment_key)
    assert store.load(workshop.assessment_key).sheet == EMPTY


def test_what_goes_with_an_assessment_is_counted(store: Store) -> None:
    workshop, _people = answered_workshop(store)

    assert store.bin.workshops_with(workshop.assessment_key) == Counts(0, 1, PEOPLE, PEOPLE, 1)
    assert store.bin.workshops_with(store.create(checked_sheet(EMPTY))) == Counts()
