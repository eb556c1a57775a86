"""What the result said is kept with the change, or neither is; it never changes, and goes with its assessment."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import DBAPIError
from store.store_builders import BANK, EMPTY, FULL, Database, checked, checked_sheet, level, question

from detector.core.answers import AnswerSheet
from detector.core.kept_result import KeptResult, kept_result
from detector.store import Store, StoreError

MKT1 = question("MKT1")
NOTHING_YET = KeptResult("2026.1", None, "Too early to say", None, None, None, 0.0, 0, True, ())


def telling(sheet: AnswerSheet) -> KeptResult:
    return kept_result(BANK, sheet)


def test_it_reads_back_as_it_was_told(store: Store) -> None:
    told = KeptResult("2026.1", "weak", "Weak: é <b>", 61.5, 0.0, 100.0, 33.3, 12, False, ("a: B", "c"))

    key = store.create(checked_sheet(FULL), telling=lambda _: told)
    changed = store.save(key, checked(MKT1, level(0)), store.load(key).revisions[MKT1], telling=lambda _: NOTHING_YET)

    first, second = store.results(key)
    assert (first.result, second.result) == (told, NOTHING_YET)
    assert second.number == changed.number
    assert abs((datetime.now(UTC).date() - first.on).days) <= 1


def test_it_tells_of_the_answers_as_they_are_kept_then(store: Store) -> None:
    seen: list[AnswerSheet] = []

    def looked_at(sheet: AnswerSheet) -> KeptResult:
        seen.append(sheet)
        return telling(sheet)

    key = store.create(checked_sheet(EMPTY))
    store.save(key, checked(MKT1, level(2)), 0, telling=looked_at)

    assert seen == [replace(EMPTY, answers={"MKT1": level(2)})]


def test_where_it_cannot_be_told_the_change_is_not_kept_either(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    def fails(_sheet: AnswerSheet) -> KeptResult:
        raise StoreError("No.")

    with pytest.raises(StoreError, match="No"):
        store.save(key, checked(MKT1, level(2)), 0, telling=fails)

    assert store.load(key).sheet == EMPTY
    assert store.results(key) == ()


def test_a_change_that_is_none_keeps_nothing(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    seen = store.save(key, checked(MKT1, level(2)), 0, telling=telling).number

    store.save(key, checked(MKT1, level(2)), seen, telling=telling)

    assert len(store.results(key)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE kept_result SET label = 'Strong candidate'", id="changing"),
        pytest.param("DELETE FROM kept_result", id="removing"),
    ],
)
def test_the_database_itself_refuses_to_touch_it(database: Database, store: Store, statement: str) -> None:
    key = store.create(checked_sheet(FULL), telling=telling)

    with pytest.raises(DBAPIError, match="a kept_result"):
        database.sql(statement)

    assert len(store.results(key)) == 1


def test_it_goes_with_its_assessment(database: Database, store: Store) -> None:
    key = store.create(checked_sheet(FULL), telling=telling)
    stays = store.create(checked_sheet(FULL), telling=telling)

    store.delete(key)

    assert database.sql("SELECT assessment_key FROM kept_result") == [(stays,)]


def test_what_cannot_be_read_is_named(database: Database, store: Store) -> None:
    key = store.create(checked_sheet(FULL))
    database.sql(
        "INSERT INTO kept_result VALUES (:key, 3, '2026.1', '2026-12-01', NULL, 'Weak', 1, 1, 1, 1, 1, 1, 'not json')",
        key=key,
    )

    with pytest.raises(StoreError, match="What the result said after change 3 cannot be read"):
        store.results(key)
