"""The file that people copy: at rest it holds everything by itself, without the log beside it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from store.store_builders import Database

from detector.store import open_store
from detector.store.location import sqlite_url

ADD = (
    "INSERT INTO assessment (key, bank_version, created_at, changed_at, created_with, latest) "
    "VALUES ('{key}', '2026.1', '2026-11-22', '2026-11-22', 0, 0)"
)
# A program that opens a store, adds a row beside it and says so, then waits to be killed.
ADDS_A_ROW = f"""
import sqlite3, sys, time
from pathlib import Path
from detector.store import open_store
from detector.store.location import sqlite_url
store = open_store(sqlite_url(Path(sys.argv[1])))
with sqlite3.connect(sys.argv[1]) as connection:
    connection.execute({ADD.format(key="killed")!r})
if sys.argv[2] == "write back":
    store.write_back()
print("done", flush=True)
time.sleep(600)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a store is to be made."""
    return tmp_path / "detector.sqlite3"


def keys_in_the_file_alone(file: Path) -> list[tuple[object, ...]] | None:
    """The keys of the assessments in a copy of that one file, None where it has no table of them."""
    elsewhere = file.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    with closing(sqlite3.connect(shutil.copy(file, elsewhere))) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'assessment'").fetchone():
            return None
        return list(connection.execute("SELECT key FROM assessment ORDER BY key"))


def test_a_closed_store_leaves_everything_in_its_file_though_another_program_has_it_open(file: Path) -> None:
    store = open_store(sqlite_url(file))
    with closing(sqlite3.connect(file)) as other:
        other.execute(ADD.format(key="saved"))
        other.commit()
        assert keys_in_the_file_alone(file) is None

        store.close()

        assert keys_in_the_file_alone(file) == [("saved",)]


def test_what_was_saved_is_in_the_file_while_the_program_runs(file: Path) -> None:
    store = open_store(sqlite_url(file))
    with closing(sqlite3.connect(file)) as other:
        other.execute(ADD.format(key="saved"))
        other.commit()

        store.write_back()

        assert keys_in_the_file_alone(file) == [("saved",)]
    store.close()


def test_writing_back_waits_for_nobody(file: Path) -> None:
    store = open_store(sqlite_url(file))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute(ADD.format(key="later"))

        store.write_back()

        assert keys_in_the_file_alone(file) == []
        other.execute("COMMIT")
    store.close()
    assert keys_in_the_file_alone(file) == [("later",)]


def test_writing_back_on_a_server_changes_nothing(database: Database) -> None:
    store = open_store(database.url)

    store.write_back()

    assert store.recent() == ()
    store.close()


def test_a_file_that_is_gone_stops_nobody_from_closing(file: Path) -> None:
    store = open_store(sqlite_url(file))
    file.unlink()

    store.close()

    assert not file.exists()


@pytest.mark.parametrize(("then", "alone"), [("write back", [("killed",)]), ("nothing", None)])
def test_after_a_kill_the_file_has_what_was_written_back_and_the_log_the_rest(
    file: Path, then: str, alone: list[tuple[object, ...]] | None
) -> None:
    given = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = (sys.executable, "-c", ADDS_A_ROW, str(file), then)
    with subprocess.Popen(command, env=given, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "done\n"
        running.kill()
        running.wait(60)

    assert keys_in_the_file_alone(file) == alone
    open_store(sqlite_url(file)).close()
    assert keys_in_the_file_alone(file) == [("killed",)]
