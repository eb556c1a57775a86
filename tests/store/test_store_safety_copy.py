"""A copy of the file before its tables are changed: whole, for its owner alone, and only where something changed."""

import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from store.landed_schemas import OLDER, make_landed, rows_of
from store.store_builders import Database

from detector.store import StoreError, open_store
from detector.store.backups import check_database
from detector.store.location import sqlite_url
from detector.store.safety_copy import safety_copy

FIRST_WORKSHOPS = OLDER["workshops without remarks"]
DAY = date(2026, 12, 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database of the first schema with workshops."""
    made = tmp_path / "detector.sqlite3"
    make_landed(Database(sqlite_url(made)), FIRST_WORKSHOPS)
    return made


def copies_beside(file: Path) -> list[Path]:
    """What lies beside a database, its own log left out."""
    return sorted(path for path in file.parent.iterdir() if not path.name.startswith(file.name))


def open_and_close(file: Path) -> None:
    """Open a store, then close it."""
    open_store(sqlite_url(file)).close()


@pytest.mark.parametrize("migrations", OLDER.values(), ids=OLDER)
def test_the_copy_has_the_earlier_tables_and_every_row(tmp_path: Path, migrations: tuple[str, ...]) -> None:
    file = tmp_path / "detector.sqlite3"
    make_landed(Database(sqlite_url(file)), migrations)
    before = rows_of(Database(sqlite_url(file)))
    days = {datetime.now(UTC).date()}

    open_and_close(file)

    days.add(datetime.now(UTC).date())
    [copy] = copies_beside(file)
    assert copy.name in {f"detector-{migrations[-1][:4]}-{day.isoformat()}.sqlite3" for day in days}
    assert rows_of(Database(sqlite_url(copy))) == before


def test_the_copy_holds_what_was_still_in_the_log(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("UPDATE assessment SET bank_version = 'only in the log'")
        other.commit()

        open_and_close(file)

    [copy] = copies_beside(file)
    assert rows_of(Database(sqlite_url(copy)))["assessment"][0]["bank_version"] == "only in the log"


def test_the_copy_becomes_a_database_again_where_it_is_put_back(file: Path) -> None:
    open_and_close(file)
    upgraded = check_database(sqlite_url(file))
    [copy] = copies_beside(file)
    for part in file.parent.glob("detector.sqlite3*"):
        part.unlink()
    copy.rename(file)

    open_and_close(file)

    # Salts and with them the heads are new at each upgrade.
    again = check_database(sqlite_url(file))
    assert (again.faults, again.contents, again.names) == ((), upgraded.contents, upgraded.names)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are told in the ways of Unix")
def test_nobody_else_can_read_the_copy(file: Path) -> None:
    file.chmod(0o644)

    copy = safety_copy(file, "0002", DAY)

    assert copy.stat().st_mode & 0o777 == 0o600


def test_an_earlier_copy_is_never_overwritten(file: Path) -> None:
    names = [safety_copy(file, "0002", DAY).name for _ in range(3)]

    assert names == [
        "detector-0002-2026-12-01.sqlite3",
        "detector-0002-2026-12-01-2.sqlite3",
        "detector-0002-2026-12-01-3.sqlite3",
    ]
    assert [path.name for path in copies_beside(file)] == sorted(names)


def test_what_a_killed_program_left_of_a_copy_is_in_nobodys_way(file: Path) -> None:
    file.with_name("detector-0002-2026-12-01.sqlite3.part").write_bytes(b"half")

    copy = safety_copy(file, "0002", DAY)

    assert copies_beside(file) == [copy]
    assert rows_of(Database(sqlite_url(copy))) == rows_of(Database(sqlite_url(file)))


def test_a_new_database_and_one_of_today_are_not_copied(tmp_path: Path) -> None:
    file = tmp_path / "detector.sqlite3"

    open_and_close(file)
    open_and_close(file)

    assert copies_beside(file) == []


def test_several_that_open_an_older_file_at_once_make_one_copy(file: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(open_and_close, [file] * 4))

    assert len(copies_beside(file)) == 1


def test_an_upgrade_that_is_refused_leaves_no_copy(file: Path) -> None:
    Database(sqlite_url(file)).sql("DROP INDEX assessment_by_change")

    with pytest.raises(StoreError, match="Nothing was changed"):
        open_and_close(file)

    assert copies_beside(file) == []
