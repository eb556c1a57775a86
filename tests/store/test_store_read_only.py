"""Folders and files that may only be read. As root these run as 'nobody', so that permissions count."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.disks import hand_over, ordinary_user
from store.store_builders import FULL, ITEMS_OF_FULL, checked, checked_sheet, level, question

from detector.store import StoreError, open_store
from detector.store.location import sqlite_url


@pytest.fixture(scope="module", autouse=True)
def everything_imported(tmp_path_factory: pytest.TempPathFactory) -> None:
    # The ordinary user may not be allowed to read the folder of the interpreter.
    open_store(sqlite_url(tmp_path_factory.mktemp("first") / "detector.sqlite3")).create(checked_sheet(FULL))


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the ordinary user owns and can reach."""
    made = Path(tempfile.mkdtemp())
    hand_over(made)
    yield made
    made.chmod(0o700)
    shutil.rmtree(made)


@pytest.fixture
def file(folder: Path) -> Path:
    """A database of the ordinary user with one full assessment in it."""
    made = folder / "detector.sqlite3"
    with ordinary_user():
        store = open_store(sqlite_url(made))
        store.create(checked_sheet(FULL))
        store.close()
    return made


def test_a_folder_that_cannot_be_made_is_said_with_a_way_out(folder: Path) -> None:
    folder.chmod(0o500)
    missing = folder / "new" / "detector.sqlite3"

    with ordinary_user(), pytest.raises(StoreError) as caught:
        open_store(sqlite_url(missing))

    assert str(caught.value).startswith(f"{missing}: It may only be read, not changed. Give the account")
    assert "DETECTOR_DATA_DIR" in str(caught.value)


def test_a_folder_that_turned_read_only_refuses_to_open_and_keeps_everything(folder: Path, file: Path) -> None:
    before = file.read_bytes()
    folder.chmod(0o500)
    with ordinary_user(), pytest.raises(StoreError, match=r"cannot be opened|only be read"):
        open_store(sqlite_url(file)).create(checked_sheet(FULL))

    assert file.read_bytes() == before
    folder.chmod(0o700)
    with ordinary_user():
        assert len(open_store(sqlite_url(file)).recent()) == 1


def test_a_file_that_turned_read_only_refuses_and_keeps_everything(file: Path) -> None:
    file.chmod(0o400)
    with ordinary_user(), pytest.raises(StoreError, match="It may only be read, not changed"):
        open_store(sqlite_url(file)).create(checked_sheet(FULL))

    file.chmod(0o600)
    with ordinary_user():
        assert len(open_store(sqlite_url(file)).recent()) == 1


def test_a_new_file_and_folder_are_for_its_owner_alone(folder: Path) -> None:
    made = folder / "new" / "detector.sqlite3"
    with ordinary_user():
        open_store(sqlite_url(made)).create(checked_sheet(FULL))

    modes = [path.stat().st_mode & 0o077 for path in (made.parent, made, made.with_name("detector.sqlite3-wal"))]

    assert modes == [0, 0, 0]


def test_a_file_that_becomes_read_only_while_it_is_open_says_so_and_loses_nothing(file: Path) -> None:
    with ordinary_user():
        store = open_store(sqlite_url(file))
        key = store.recent()[0].key
        store.close()
        file.chmod(0o400)
        with pytest.raises(StoreError, match="It may only be read, not changed"):
            store.save(key, checked(question("NEW1"), level(1)), seen=0)
        for part in file.parent.iterdir():
            part.chmod(0o600)

        assert store.save(key, checked(question("NEW1"), level(1)), seen=0).number == ITEMS_OF_FULL + 1
