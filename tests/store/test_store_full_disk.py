"""A disk that runs full: said plainly, nothing half-written, and all that was acknowledged stays."""

from contextlib import suppress
from pathlib import Path

import pytest
from store.disks import largest_file, most_pages, small_disk
from store.landed_schemas import make_landed, rows_of
from store.store_builders import EMPTY, FULL, Database, checked, checked_sheet, level, question

from detector.core.answers import AnswerSheet
from detector.store import Store, StoreError, open_store
from detector.store.location import sqlite_url

MKT1 = question("MKT1")
NOTE = "x" * 19_900


def save_until_refused(store: Store, key: str) -> tuple[int, str]:
    """The number last acknowledged, and what the refusal said."""
    seen = 0
    for turn in range(200):
        try:
            seen = store.save(key, checked(MKT1, level(1, f"{turn} {NOTE}")), seen).number
        except StoreError as refusal:
            return seen, str(refusal)
    raise AssertionError("nothing refused 4 MB")


def assert_whole(store: Store, key: str, acknowledged: int) -> None:
    stored = store.load(key)
    assert stored.revision == acknowledged
    assert stored.sheet.answers == {"MKT1": level(1, f"{acknowledged - 1} {NOTE}")}
    assert len(store.history(key, MKT1)) == acknowledged


def test_a_real_full_disk_refuses_and_works_again_with_room(tmp_path: Path) -> None:
    with small_disk(tmp_path):
        ballast = tmp_path / "ballast"
        ballast.write_bytes(b"x" * 100_000)
        store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
        key = store.create(checked_sheet(EMPTY))

        acknowledged, said = save_until_refused(store, key)

        assert "no room left on the disk" in said
        assert_whole(store, key, acknowledged)
        ballast.unlink()
        assert store.save(key, checked(question("MKT2"), level(1)), seen=0).number == acknowledged + 1
        store.close()


def test_a_quota_refuses_and_works_again_with_room(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
    key = store.create(checked_sheet(EMPTY))

    with largest_file(300_000):
        acknowledged, said = save_until_refused(store, key)

    assert "may be full, over its quota" in said
    assert_whole(store, key, acknowledged)
    assert store.save(key, checked(question("MKT2"), level(1)), seen=0).number == acknowledged + 1


def test_a_database_that_may_not_grow_refuses_and_works_again_with_room(tmp_path: Path) -> None:
    with most_pages(60):
        store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
        key = store.create(checked_sheet(EMPTY))

        acknowledged, said = save_until_refused(store, key)

    assert said == (
        f"{store.place}: There is no room left on the disk. Free some space, then try again. What was saved before is "
        "still there; a change that was not confirmed as saved may need to be made again."
    )
    store.close()
    assert_whole(store, key, acknowledged)
    assert store.save(key, checked(question("MKT2"), level(1)), seen=0).number == acknowledged + 1


def test_an_assessment_that_does_not_fit_is_not_half_created(tmp_path: Path) -> None:
    big = AnswerSheet("2026.1", answers={f"Q{n}": level(1, NOTE) for n in range(30)})
    with most_pages(60):
        store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
        kept = store.create(checked_sheet(FULL))

        with pytest.raises(StoreError, match="no room left"):
            store.create(checked_sheet(big))

        assert [entry.key for entry in store.recent()] == [kept]
        assert store.load(kept).sheet == FULL


def test_a_start_on_a_full_disk_leaves_nothing_that_blocks_the_next_start(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "detector.sqlite3")
    with largest_file(5_000), suppress(StoreError):
        open_store(url)

    store = open_store(url)

    assert store.load(store.create(checked_sheet(FULL))).sheet == FULL


def test_without_room_for_a_copy_the_tables_are_not_changed(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "detector.sqlite3"))
    make_landed(database, ("0001_second", "0002_first"))
    before = rows_of(database)

    with largest_file(40_000), pytest.raises(StoreError) as caught:
        open_store(database.url)

    assert "The copy detector-0002-" in str(caught.value)
    assert "could not be written. The disk does not write or read as it should: it may be full" in str(caught.value)
    assert str(caught.value).endswith("then try again. Nothing was changed.")
    assert rows_of(database) == before
    assert list(tmp_path.glob("detector-*")) == []
