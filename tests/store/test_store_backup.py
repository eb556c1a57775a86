"""Making a backup: one file by itself, of one moment, without what it should not hold."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from store.full_database import fill
from store.landed_schemas import SCHEMAS, make_landed, rows_of
from store.store_builders import EMPTY, FULL, Database, checked, checked_sheet, level, question
from store.writers import running_writer

from detector.store import Store, StoreError, open_store
from detector.store.backups import back_up, belongs_to_database, check_backup, check_database, restore
from detector.store.location import sqlite_url

NEVER_A_LAST_DAY = ("workshops without remarks", "workshops from the first day on", "workshops without a last day")
COMPLETE = {name: migrations for name, migrations in SCHEMAS.items() if name not in NEVER_A_LAST_DAY}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the backup is to be, in a folder of its own."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "backup.sqlite3"


def test_a_backup_is_one_file_that_opens_by_itself(store: Store, database: Database, out: Path) -> None:
    store.create(checked_sheet(FULL), "Ann é")

    done = back_up(database.url, out)

    assert list(out.parent.iterdir()) == [out]
    assert (done.checked.contents.assessments, done.checked.faults) == (1, ())
    with closing(sqlite3.connect(out)) as alone:
        assert alone.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert alone.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are told in the ways of Unix")
def test_nobody_else_can_read_a_backup(store: Store, database: Database, out: Path) -> None:
    back_up(database.url, out)

    assert out.stat().st_mode & 0o777 == 0o600


def test_making_one_changes_nothing(store: Store, database: Database, out: Path) -> None:
    fill(store)
    before = rows_of(database)

    back_up(database.url, out)

    assert rows_of(database) == before


def test_single_answers_of_a_running_workshop_are_nowhere_in_the_file(
    store: Store, database: Database, tmp_path: Path, out: Path
) -> None:
    filled = fill(store)
    people = [f"{filled.running.key[:8]}-{place}".encode() for place in range(6) if place]

    back_up(database.url, out)
    back_up(database.url, with_them := tmp_path / "with.sqlite3", with_running_answers=True)

    assert [person in with_them.read_bytes() for person in people] == [True] * 5
    assert [person in out.read_bytes() for person in people] == [False] * 5
    assert check_backup(out).faults == ()


def test_it_is_never_written_over_a_file(store: Store, database: Database, out: Path) -> None:
    out.write_bytes(b"mine")

    with pytest.raises(FileExistsError):
        back_up(database.url, out)

    assert out.read_bytes() == b"mine"


def test_while_others_write_each_backup_is_of_one_moment(store: Store, database: Database, out: Path) -> None:
    key = store.create(checked_sheet(EMPTY))
    told: list[int] = []
    with running_writer(database.url, key, "MKT1") as receiving:
        for number in range(5):
            told += [receiving.recv()[0] for _ in range(10)]
            done = back_up(database.url, out.with_name(f"{number}.sqlite3"))

            [history] = done.checked.histories
            assert done.checked.faults == ()
            assert history.changes >= told[-1]


def test_a_writer_that_dies_is_told_and_not_waited_for(database: Database) -> None:
    with running_writer(database.url, "no such key", "MKT1") as receiving, pytest.raises(EOFError):
        receiving.recv()


@pytest.mark.parametrize("migrations", COMPLETE.values(), ids=COMPLETE)
def test_a_backup_of_an_earlier_version_becomes_todays_when_it_is_restored(
    database: Database, migrations: tuple[str, ...], tmp_path: Path, out: Path
) -> None:
    make_landed(database, migrations)
    before = rows_of(database)

    done = back_up(database.url, out, with_running_answers=True)
    target = Database(sqlite_url(tmp_path / "other" / "detector.sqlite3"))
    restored = restore(target.url, out)

    assert rows_of(database) == before == rows_of(Database(sqlite_url(out)))
    assert restored.version == done.checked.version
    assert check_backup(out).faults == () == check_database(target.url).faults
    open_store(target.url).close()


@pytest.mark.parametrize("name", NEVER_A_LAST_DAY)
def test_a_database_of_an_early_build_is_to_be_started_first(database: Database, name: str, out: Path) -> None:
    make_landed(database, SCHEMAS[name])

    with pytest.raises(StoreError, match=r"Start the program once.*Nothing was changed"):
        back_up(database.url, out)

    open_store(database.url).close()
    out.unlink(missing_ok=True)
    assert back_up(database.url, out).checked.faults == ()


def test_a_history_that_was_changed_is_kept_and_told(store: Store, database: Database, out: Path) -> None:
    key = store.create(checked_sheet(FULL))
    if database.url.startswith("sqlite"):
        database.sql("DROP TRIGGER revision_never_changes")
        statement = "SELECT sql FROM sqlite_master WHERE name = 'revision_never_changes'"
        assert database.sql(statement) == []
    else:
        database.sql("ALTER TABLE revision DISABLE TRIGGER ALL")
    database.sql("UPDATE revision SET item_id = 'MKT2' WHERE number = 1")
    _put_the_trigger_back(database)

    faults = back_up(database.url, out).checked.faults

    assert len(faults) == 1
    assert faults[0].startswith(f"Assessment {key}: change 1 is not as it was made")


def _put_the_trigger_back(database: Database) -> None:
    if database.url.startswith("sqlite"):
        database.sql(
            "CREATE TRIGGER revision_never_changes BEFORE UPDATE ON revision "
            "BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END"
        )
    else:
        database.sql("ALTER TABLE revision ENABLE TRIGGER ALL")


def test_nothing_kept_yet_is_nothing_to_back_up(database: Database, out: Path) -> None:
    with pytest.raises(StoreError, match="Nothing is kept here yet, so there is nothing to back up"):
        back_up(database.url, out)

    assert list(out.parent.iterdir()) == []


def test_tables_changed_by_hand_are_told_and_no_backup_is_made(store: Store, database: Database, out: Path) -> None:
    database.sql("ALTER TABLE vote ADD COLUMN weight INTEGER")

    with pytest.raises(StoreError, match="table 'vote': column 'weight' was added"):
        back_up(database.url, out)

    assert list(out.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["detector.sqlite3", "detector.sqlite3-wal", "detector.sqlite3-shm", "a link"])
def test_what_belongs_to_the_database_is_known(tmp_path: Path, name: str) -> None:
    file = tmp_path / "detector.sqlite3"
    file.touch()
    if name == "a link":
        (tmp_path / name).symlink_to(file)

    assert belongs_to_database(sqlite_url(file), tmp_path / name)
    assert not belongs_to_database(sqlite_url(file), tmp_path / "backup.sqlite3")


def test_changes_of_many_kinds_come_back_as_they_were(store: Store, database: Database, out: Path) -> None:
    key = store.create(checked_sheet(FULL))
    store.save(key, checked(question("MKT1"), level(1, "again")), store.load(key).revisions[question("MKT1")], "Bo")

    back_up(database.url, out)

    backup = open_store(sqlite_url(out))
    assert backup.load(key) == store.load(key)
    assert backup.histories.of(key) == store.histories.of(key)
    backup.close()
