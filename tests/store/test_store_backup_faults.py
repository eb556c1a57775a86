"""Kills and full disks: the old backup stays whole, and a restored database is what it was or what it becomes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from store.disks import largest_file
from store.killed import at_later_and_later_statements, once_there
from store.landed_schemas import Row, rows_of
from store.store_builders import EMPTY, FULL, Database, checked, checked_sheet, level, question

from detector.cli import main
from detector.store import StoreError, open_store
from detector.store.backups import back_up, check_backup, check_database, restore
from detector.store.location import sqlite_url

NOTE = "x" * 19_000


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database of a few assessments, about a megabyte, which is that of the settings."""
    made = sqlite_url(tmp_path / "kept" / "detector.sqlite3")
    monkeypatch.setenv("DETECTOR_DATABASE_URL", made)
    store = open_store(made)
    key = store.create(checked_sheet(FULL), "Ann é")
    for number in range(60):
        store.save(key, checked(question(f"Q{number}"), level(1, NOTE)), seen=0)
    store.close()
    return made


def emptier(folder: Path) -> Database:
    """Another database, with one assessment."""
    database = Database(sqlite_url(folder / "other" / "detector.sqlite3"))
    store = open_store(database.url)
    store.create(checked_sheet(EMPTY))
    store.close()
    return database


def not_there(folder: Path) -> Database:
    """A place where no database is yet."""
    return Database(sqlite_url(folder / "new" / "detector.sqlite3"))


def rows_once_opened(database: Database) -> dict[str, list[Row]]:
    """What is found in a database after the program was started on it again."""
    open_store(database.url).close()
    assert check_database(database.url).faults == ()
    return rows_of(database)


def test_a_killed_backup_leaves_the_one_before_whole(url: str, tmp_path: Path) -> None:
    out = tmp_path / "backup.sqlite3"
    main(["backup", str(out)])
    before = out.read_bytes()

    kills = 0
    for _ in at_later_and_later_statements(partial(main, ["backup", str(out), "--force"]), step=80):
        kills += 1
        assert out.read_bytes() == before

    assert kills >= 3
    assert check_backup(out).faults == ()


@pytest.mark.parametrize("made", [emptier, not_there])
def test_a_killed_restore_leaves_what_was_there_or_all_of_the_backup(
    url: str, tmp_path: Path, made: Callable[[Path], Database]
) -> None:
    backup, target = tmp_path / "backup.sqlite3", made(tmp_path)
    back_up(url, backup)
    before, after = rows_once_opened(target), rows_of(Database(url))

    kills = 0
    for _ in at_later_and_later_statements(partial(restore, target.url, backup, force=True), step=80):
        kills += 1
        assert rows_once_opened(target) == before

    assert kills >= 3
    assert rows_once_opened(target) == after


def test_a_restore_killed_while_pages_are_replaced_leaves_one_or_the_other(url: str, tmp_path: Path) -> None:
    backup, target = tmp_path / "backup.sqlite3", emptier(tmp_path)
    back_up(url, backup)
    before, after = rows_once_opened(target), rows_of(Database(url))
    journal = tmp_path / "other" / "detector.sqlite3-journal"

    for _ in range(5):
        once_there(journal, partial(restore, target.url, backup, force=True))

        assert rows_once_opened(target) in (before, after)


@pytest.mark.parametrize("size", [60_000, 500_000])
def test_a_full_disk_leaves_the_backup_before_whole_and_nothing_beside_it(
    url: str, tmp_path: Path, size: int, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "backups" / "backup.sqlite3"
    out.parent.mkdir()
    main(["backup", str(out)])
    before = out.read_bytes()

    with largest_file(size):
        code = main(["backup", str(out), "--force"])

    assert code == 1
    assert f"{out}: This file cannot be written: the disk may be full, over its quota" in capsys.readouterr().err
    assert out.read_bytes() == before
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize("size", [5_000, 300_000, 1_100_000])
def test_a_full_disk_leaves_the_database_as_it_was(url: str, tmp_path: Path, size: int) -> None:
    backup, target = tmp_path / "backup.sqlite3", emptier(tmp_path)
    back_up(url, backup)
    before = rows_once_opened(target)

    with largest_file(size), pytest.raises(StoreError, match="The backup was not restored"):
        restore(target.url, backup, force=True)

    assert rows_once_opened(target) == before
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["detector.sqlite3"]
