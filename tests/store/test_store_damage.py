"""Damaged and foreign files: said plainly and left exactly as they were."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from store.store_builders import FULL, ITEMS_OF_FULL, Database, checked, checked_sheet, level, question

from detector.store import StoreError, open_store
from detector.store.location import sqlite_url
from detector.store.soundness import is_at_rest


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A sound database with one full assessment in it."""
    made = tmp_path / "detector.sqlite3"
    store = open_store(sqlite_url(made))
    store.create(checked_sheet(FULL))
    store.close()
    return made


def test_looking_whether_a_file_in_use_is_at_rest_gives_up_no_lock_on_it(file: Path) -> None:
    store, log = open_store(sqlite_url(file)), file.with_name(f"{file.name}-wal")
    store.create(checked_sheet(FULL))

    assert not is_at_rest(file)

    # Whoever closes the file last takes its log away: another program must notice that this one has it open.
    reading = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM assessment'); c.close()"
    subprocess.run([sys.executable, "-c", reading, str(file)], check=True)
    assert log.exists()
    store.close()
    assert is_at_rest(file)


def damage(file: Path, how: str) -> None:
    good = file.read_bytes()
    damaged = {
        "garbage": b"This is no database. " * 500,
        "two bytes": b"hi",
        "zeros": b"\0" * len(good),
        "another kind of file": b"PK\x03\x04" + good[4:],
        "cut in the header": good[:50],
        "cut in the middle": good[: len(good) // 2],
        "a page overwritten": good[:4096] + b"\xff" * 4096 + good[8192:],
    }
    file.write_bytes(damaged[how])


@pytest.mark.parametrize(
    "how",
    [
        "garbage",
        "two bytes",
        "zeros",
        "another kind of file",
        "cut in the header",
        "cut in the middle",
        "a page overwritten",
    ],
)
def test_a_damaged_file_is_named_and_left_as_it_is(file: Path, how: str) -> None:
    damage(file, how)
    before = file.read_bytes()

    with pytest.raises(StoreError) as caught:
        open_store(sqlite_url(file))

    said = str(caught.value)
    assert said.startswith(f"{file}: The file is damaged or is not one of this program's.")
    assert "put your last backup in their place" in said
    assert file.read_bytes() == before


def test_a_damaged_file_keeps_the_log_beside_it(file: Path) -> None:
    store = open_store(sqlite_url(file))
    store.create(checked_sheet(FULL))
    log = file.with_name("detector.sqlite3-wal")
    kept = log.read_bytes()
    store.close()
    damage(file, "zeros")
    log.write_bytes(kept)

    with pytest.raises(StoreError, match="is damaged"):
        open_store(sqlite_url(file))

    assert log.read_bytes() == kept


def test_an_emptied_file_with_a_log_beside_it_is_not_taken_for_a_new_one(file: Path) -> None:
    log = file.with_name("detector.sqlite3-wal")
    log.write_bytes(b"perhaps all that is left")
    file.write_bytes(b"")

    with pytest.raises(StoreError, match="is damaged"):
        open_store(sqlite_url(file))

    assert log.read_bytes() == b"perhaps all that is left"


def test_an_empty_file_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "detector.sqlite3").touch()

    store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))

    assert store.load(store.create(checked_sheet(FULL))).sheet == FULL


def test_damage_while_the_program_runs_is_said_too(file: Path) -> None:
    store = open_store(sqlite_url(file))
    key = store.recent()[0].key
    store.close()
    damage(file, "garbage")

    with pytest.raises(StoreError, match="is damaged"):
        store.save(key, checked(question("NEW1"), level(1)), seen=0)


def test_a_folder_in_place_of_the_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="The file cannot be opened"):
        open_store(sqlite_url(tmp_path))


def test_another_programs_database_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "photos.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE photo (name TEXT)")

    with pytest.raises(StoreError, match="already holds another program's tables"):
        open_store(sqlite_url(file))

    assert Database(sqlite_url(file)).sql("SELECT name FROM sqlite_master") == [("photo",)]


def test_a_file_moved_away_while_the_program_runs_is_missed_at_once(file: Path) -> None:
    store = open_store(sqlite_url(file))
    key = store.recent()[0].key
    file.rename(file.with_name("moved.sqlite3"))

    with pytest.raises(StoreError, match=r"The file cannot be opened\. Check that it has not been moved"):
        store.save(key, checked(question("NEW1"), level(1)), seen=0)

    assert not file.exists()


def test_a_backup_put_in_place_while_the_program_runs_is_used_from_then_on(file: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.sqlite3"
    shutil.copy(file, backup)
    store = open_store(sqlite_url(file))
    store.create(checked_sheet(FULL))
    for part in tmp_path.glob("detector.sqlite3*"):
        part.unlink()
    backup.rename(file)

    saved = store.save(store.recent()[0].key, checked(question("NEW1"), level(1)), seen=0)

    assert saved.number == ITEMS_OF_FULL + 1
    assert len(open_store(sqlite_url(file)).recent()) == 1


def test_a_file_that_another_program_holds_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detector.store.engine._PRAGMAS", ("busy_timeout=50", "foreign_keys=ON"))
    store = open_store(sqlite_url(file))
    key = store.recent()[0].key
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreError, match="Another program held it for too long"):
            store.save(key, checked(question("NEW1"), level(1)), seen=0)

        other.execute("ROLLBACK")
    other.close()
    assert store.save(key, checked(question("NEW1"), level(1)), seen=0).number == ITEMS_OF_FULL + 1
