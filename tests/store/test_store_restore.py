"""Putting a backup back: only where nothing is lost by it, all or nothing, and without what was erased since."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from store.landed_schemas import OLDER, make_landed, rows_of
from store.store_builders import EMPTY, FULL, Database, checked, checked_sheet, level, question

from detector.core.workshop.workshop import Workshop
from detector.store import Store, StoreError, UnknownAssessment, open_store
from detector.store.backups import back_up, check_database, restore
from detector.store.location import sqlite_url

MKT1 = question("MKT1")
Given = Callable[[Store, Database], object]


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of one full assessment, made elsewhere."""
    url, file = sqlite_url(tmp_path / "from" / "detector.sqlite3"), tmp_path / "backup.sqlite3"
    store = open_store(url)
    store.create(checked_sheet(FULL), "Ann é")
    store.close()
    back_up(url, file)
    return file


def test_an_empty_database_that_is_there_already_is_filled(database: Database, backup: Path) -> None:
    open_store(database.url).close()

    done = restore(database.url, backup)

    assert (done.contents.assessments, done.kept, done.untold) == (1, None, False)
    assert rows_of(database) == rows_of(Database(sqlite_url(backup)))


def test_what_is_kept_is_not_replaced_unasked(store: Store, database: Database, backup: Path) -> None:
    store.create(checked_sheet(EMPTY))
    store.close()
    before = rows_of(database)

    with pytest.raises(StoreError, match=r"It holds assessments already.*Nothing was changed"):
        restore(database.url, backup)

    assert rows_of(database) == before


def test_on_request_it_is_replaced_and_kept_beside(sqlite_database: Database, backup: Path) -> None:
    store = open_store(sqlite_database.url)
    store.create(checked_sheet(EMPTY))
    store.close()
    before = rows_of(sqlite_database)

    done = restore(sqlite_database.url, backup, force=True)

    assert done.kept is not None
    assert rows_of(Database(sqlite_url(done.kept))) == before
    assert rows_of(sqlite_database) == rows_of(Database(sqlite_url(backup)))


@pytest.mark.postgres
def test_postgresql_is_never_replaced(postgres_database: Database, backup: Path) -> None:
    store = open_store(postgres_database.url)
    store.create(checked_sheet(EMPTY))
    store.close()
    before = rows_of(postgres_database)

    with pytest.raises(StoreError, match="Ask whoever runs it for a new one, name that in DETECTOR_DATABASE_URL"):
        restore(postgres_database.url, backup, force=True)

    assert rows_of(postgres_database) == before


@pytest.mark.postgres
def test_a_postgresql_database_of_an_earlier_version_is_refused_as_it_is(
    postgres_database: Database, backup: Path
) -> None:
    make_landed(postgres_database, OLDER["workshops repaired"])
    before = rows_of(postgres_database)

    with pytest.raises(StoreError, match=r"It holds assessments already.*Nothing was changed"):
        restore(postgres_database.url, backup)

    assert rows_of(postgres_database) == before
    assert postgres_database.sql("SELECT version_num FROM detector_schema") == [("0003",)]


@pytest.mark.parametrize("damage", ["header", "middle", "log alone"])
def test_a_damaged_database_is_replaced_on_request_and_kept_beside(
    sqlite_database: Database, backup: Path, tmp_path: Path, damage: str
) -> None:
    file = tmp_path / "detector.sqlite3"
    store = open_store(sqlite_database.url)
    store.create(checked_sheet(FULL))
    store.close()
    before = damaged(file, damage)

    with pytest.raises(StoreError, match=r"It is damaged. --force puts the backup in its place"):
        restore(sqlite_database.url, backup)
    done = restore(sqlite_database.url, backup, force=True)

    assert done.kept is not None
    assert done.untold
    kept = done.kept.with_name(f"{done.kept.name}-wal") if damage == "log alone" else done.kept
    assert kept.read_bytes() == before
    assert check_database(sqlite_database.url).faults == ()


def damaged(file: Path, how: str) -> bytes:
    """What is left of a file after some damage."""
    whole = file.read_bytes()
    if how == "log alone":
        file.unlink()
        file = file.with_name(f"{file.name}-wal")
        file.write_bytes(b"left of the log")
    elif how == "header":
        file.write_bytes(b"\xff" * 100 + whole[100:])
    else:
        file.write_bytes(whole[:8192] + b"\xff" * 60_000 + whole[68_192:])
    return file.read_bytes()


def half(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def another_header(whole: bytes) -> bytes:
    return b"\xff" * 100 + whole[100:]


def nothing(_whole: bytes) -> bytes:
    return b""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(half, "damaged", id="half of it"),
        pytest.param(another_header, "damaged, or is no backup", id="another header"),
        pytest.param(bytes.hex, "damaged, or is no backup", id="another file"),
        pytest.param(nothing, "holds no assessments of this program", id="an empty file"),
    ],
)
def test_a_backup_that_is_none_is_refused(
    sqlite_database: Database, backup: Path, change: Callable[[bytes], bytes | str], said: str
) -> None:
    changed = change(backup.read_bytes())
    backup.write_bytes(changed.encode() if isinstance(changed, str) else changed)

    with pytest.raises(StoreError, match=said) as caught:
        restore(sqlite_database.url, backup)

    assert str(caught.value).startswith(str(backup))
    assert str(caught.value).endswith("Nothing was changed.")
    assert not Path(sqlite_database.url.removeprefix("sqlite:///")).exists()


def test_a_newer_backup_is_refused(sqlite_database: Database, backup: Path) -> None:
    Database(sqlite_url(backup)).sql("UPDATE detector_schema SET version_num = '9999'")

    with pytest.raises(StoreError, match=r"kept by a newer version of this program.*Nothing was changed"):
        restore(sqlite_database.url, backup)


def test_another_programs_file_is_refused(sqlite_database: Database, tmp_path: Path) -> None:
    other = Database(sqlite_url(tmp_path / "other.sqlite3"))
    (tmp_path / "other.sqlite3").touch()
    other.sql("CREATE TABLE notes (text TEXT)")

    with pytest.raises(StoreError, match="another program"):
        restore(sqlite_database.url, tmp_path / "other.sqlite3")


def test_a_backup_whose_history_was_changed_is_restored_only_on_request(
    sqlite_database: Database, backup: Path
) -> None:
    with closing(sqlite3.connect(backup)) as tampering:
        [made] = tampering.execute("SELECT sql FROM sqlite_master WHERE name = 'revision_never_changes'").fetchall()
        tampering.execute("DROP TRIGGER revision_never_changes")
        tampering.execute("UPDATE revision SET changed_at = '2026-01-01T00:00:00.000000+00:00' WHERE number = 2")
        tampering.execute(made[0])
        tampering.commit()

    with pytest.raises(StoreError, match=r"change 2 is not as it was made\. --force restores it all the same"):
        restore(sqlite_database.url, backup)
    restore(sqlite_database.url, backup, force=True)

    assert len(check_database(sqlite_database.url).faults) == 1


def test_while_the_program_runs_its_file_is_not_touched(sqlite_database: Database, backup: Path) -> None:
    store = open_store(sqlite_database.url)
    key = store.create(checked_sheet(FULL))

    with pytest.raises(StoreError, match=r"The program is running, or another one has this file open\. Stop it"):
        restore(sqlite_database.url, backup, force=True)

    assert store.load(key).sheet == FULL
    assert store.save(key, checked(MKT1, level(1)), store.load(key).revisions[MKT1]).number
    store.close()


@pytest.mark.postgres
def test_a_running_program_on_postgresql_finds_what_was_restored(postgres_database: Database, backup: Path) -> None:
    store = open_store(postgres_database.url)
    assert store.recent() == ()

    restore(postgres_database.url, backup)
    new = store.create(checked_sheet(EMPTY))

    assert {one.name for one in store.recent()} == {"Libraries", ""}
    assert store.load(new).sheet == EMPTY
    assert check_database(postgres_database.url).faults == ()
    store.close()


def test_the_database_itself_is_no_backup(sqlite_database: Database, tmp_path: Path) -> None:
    open_store(sqlite_database.url).close()

    with pytest.raises(StoreError, match="This is the database itself"):
        restore(sqlite_database.url, tmp_path / "detector.sqlite3", force=True)


def changed_twice(store: Store) -> str:
    """The key of an assessment whose first answer was changed, the second time by somebody else."""
    key = store.create(checked_sheet(EMPTY), "Ann é")
    first = store.save(key, checked(MKT1, level(1, "first words")), 0, "Named Once")
    store.save(key, checked(MKT1, level(2)), first.number, "Ann é")
    return key


def test_what_was_erased_since_does_not_come_back(sqlite_database: Database, tmp_path: Path) -> None:
    store, backup = open_store(sqlite_database.url), tmp_path / "backup.sqlite3"
    kept, gone = changed_twice(store), store.create(checked_sheet(FULL), "Only There")
    held = store.workshops.create(kept, Workshop(("MKT1",), ("staff",)), date(2026, 11, 22), date(2099, 2, 20))
    back_up(sqlite_database.url, backup)
    store.delete(gone, "Ann é")
    store.histories.erase_value(kept, 1, "Ann é")
    store.histories.erase_name("Named Once", "Ann é")
    heads = {one.key: one.head for one in store.histories.verify().histories}
    since = store.create(checked_sheet(EMPTY))
    store.close()

    done = restore(sqlite_database.url, backup, force=True)

    assert restore(sqlite_database.url, backup, force=True).left_out == done.left_out
    again = open_store(sqlite_database.url)
    assert done.left_out.assessments == {gone}
    assert done.left_out.values == {(kept, 1)}
    assert len(done.left_out.names) == 1
    assert [one.key for one in again.recent()] == [kept]
    assert again.histories.verify().is_whole
    assert {one.key: one.head for one in again.histories.verify().histories} == heads
    assert again.workshops.load(held.key).assessment_key == kept
    for key in (gone, since):
        with pytest.raises(UnknownAssessment):
            again.load(key)
    again.close()
    content = (tmp_path / "detector.sqlite3").read_bytes()
    assert [words in content for words in (b"first words", b"Named Once", b"Only There", b"Ann \xc3\xa9")] == [
        False, False, False, True,
    ]  # fmt: skip


def test_a_name_erased_before_the_backup_stays_erased_in_an_older_place(
    sqlite_database: Database, tmp_path: Path
) -> None:
    older, backup = tmp_path / "older.sqlite3", tmp_path / "backup.sqlite3"
    store = open_store(sqlite_database.url)
    key = store.create(checked_sheet(EMPTY), "Named Once")
    first = store.save(key, checked(MKT1, level(1)), 0, "Named Once")
    store.save(key, checked(MKT1, level(2)), first.number, "Named Once")
    store.histories.erase_value(key, 1, "Named Once")
    back_up(sqlite_database.url, older)
    store.histories.erase_name("Named Once", "Ann é")
    back_up(sqlite_database.url, backup)
    store.close()

    restore(sqlite_url(older), backup, force=True)

    assert check_database(sqlite_url(older)).faults == ()
    assert b"Named Once" not in older.read_bytes()


def test_a_log_that_went_on_goes_on_after_another_restore(sqlite_database: Database, tmp_path: Path) -> None:
    store, backup = open_store(sqlite_database.url), tmp_path / "backup.sqlite3"
    first, second = (store.create(checked_sheet(FULL)) for _ in range(2))
    back_up(sqlite_database.url, backup)
    store.delete(first)
    store.close()
    restore(sqlite_database.url, backup, force=True)
    store = open_store(sqlite_database.url)
    store.delete(second)
    store.close()

    done = restore(sqlite_database.url, backup, force=True)

    assert done.left_out.assessments == {first, second}
    checked_again = check_database(sqlite_database.url)
    assert (checked_again.contents.assessments, checked_again.faults) == (0, ())


@pytest.mark.postgres
def test_on_postgresql_what_was_erased_does_not_come_back_either(postgres_database: Database, tmp_path: Path) -> None:
    store, backup = open_store(postgres_database.url), tmp_path / "backup.sqlite3"
    gone = store.create(checked_sheet(FULL), "Only There")
    changed_twice(store)
    back_up(postgres_database.url, backup)
    for one in store.recent():
        store.delete(one.key)
    store.close()

    done = restore(postgres_database.url, backup)

    assert gone in done.left_out.assessments
    assert (done.contents.assessments, len(done.left_out.assessments)) == (0, 2)
    assert postgres_database.sql("SELECT name FROM author") == []
    assert check_database(postgres_database.url).faults == ()


def test_a_backup_whose_rows_contradict_each_other_is_told_even_on_request(
    sqlite_database: Database, backup: Path
) -> None:
    with closing(sqlite3.connect(backup)) as tampering:
        tampering.execute("INSERT INTO vote VALUES ('nowhere', 'MKT1', 1, 'p', 'staff', 3)")
        tampering.commit()

    with pytest.raises(StoreError, match=r"Table 'vote' has rows whose 'workshop' is missing"):
        restore(sqlite_database.url, backup)
    with pytest.raises(StoreError, match=r"The backup was not restored\. Its tables or rows are not as any version"):
        restore(sqlite_database.url, backup, force=True)

    assert not Path(sqlite_database.url.removeprefix("sqlite:///")).exists()


def test_a_text_that_is_none_is_told_as_damage(sqlite_database: Database, backup: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(backup)) as tampering:
        tampering.execute("INSERT INTO receipt VALUES ('x', 1, CAST(x'ff' AS TEXT), '', '', '')")
        tampering.commit()

    with pytest.raises(StoreError, match=r"It is damaged, or is no backup of this program\."):
        restore(sqlite_database.url, backup)
    with pytest.raises(StoreError, match="The file is damaged"):
        back_up(sqlite_url(backup), tmp_path / "again.sqlite3")
