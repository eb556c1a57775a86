"""What landed stays as it landed: databases are made by it, and nobody can make those again."""

import shutil
from pathlib import Path

import pytest
from store.frozen_migrations import LANDED, frozen_faults

import detector.store

VERSIONS = Path(detector.store.__file__).parent / "migrations" / "versions"
NAME = "0002_workshops.py"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the migrations."""
    return Path(shutil.copytree(VERSIONS, tmp_path / "versions", ignore=shutil.ignore_patterns("__pycache__")))


def test_every_migration_is_as_it_landed() -> None:
    assert frozen_faults(VERSIONS, LANDED.read_text()) == []


def test_an_edited_migration_is_told_to_be_the_next_one(folder: Path) -> None:
    (folder / NAME).write_text((folder / NAME).read_text().replace("String(6)", "String(8)"))

    assert frozen_faults(folder, LANDED.read_text()) == [
        "0002_workshops.py: a landed migration is never edited: write the next one."
    ]


def test_a_removed_migration_is_missed(folder: Path) -> None:
    (folder / NAME).unlink()

    assert frozen_faults(folder, LANDED.read_text()) == [
        "0002_workshops.py: a landed migration is never removed: put it back."
    ]


def test_a_new_migration_is_asked_for_its_hash(folder: Path) -> None:
    (folder / "0099_next.py").write_text("")

    assert frozen_faults(folder, LANDED.read_text()) == [
        "0099_next.py: a migration lands with its hash. When it is done, add this line: "
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  0099_next.py"
    ]


def test_lines_that_end_as_on_windows_are_the_same_text(folder: Path) -> None:
    (folder / NAME).write_bytes((folder / NAME).read_bytes().replace(b"\n", b"\r\n"))

    assert frozen_faults(folder, LANDED.read_text()) == []
