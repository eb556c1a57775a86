"""What is erased is looked for afterwards, and the receipt tells what was found."""

import sqlite3
import subprocess
import sys
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from store.erased_workshops import OPENED, PEOPLE, REMARK, answered_workshop, left_in
from store.store_builders import EMPTY, FULL, Database, checked, checked_sheet, level, question

from detector.core.receipts import Counts, Finding, Kind
from detector.store import Store, eraser, open_store
from detector.store.location import sqlite_url

NOTE = "Redundancy list, as the union does not know it yet. " * 300
FILE = "detector.sqlite3"
# Another program that may take the lock of the last one to read the database, and says so by ending well.
TAKES_THE_LOCK = """
import fcntl, sys
try:
    fcntl.lockf(open(sys.argv[1], "rb+"), fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
except OSError:
    sys.exit(7)
"""


@contextmanager
def a_reader(file: Path) -> Generator[None]:
    """Another program that goes on reading the database as it is now."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM vote").fetchall()
        yield
        other.execute("ROLLBACK")


def findings(store: Store, key: str) -> list[Finding]:
    """What each look found that stands in a receipt."""
    receipt = store.eraser.receipt(key)
    assert receipt is not None
    return [look.finding for look in receipt.looks]


def test_an_erased_workshop_was_searched_for_and_is_in_no_file(here: Store, tmp_path: Path) -> None:
    workshop, people = answered_workshop(here)
    wanted = [*people, workshop.key, workshop.join_token, REMARK]
    assert left_in(tmp_path, wanted) == set(wanted)

    receipt = here.eraser.workshop(workshop.key)

    assert left_in(tmp_path, wanted) == set()
    assert (receipt.kind, receipt.held_on, receipt.copies) == (Kind.WORKSHOP, OPENED, ())
    assert receipt.counts == Counts(workshops=1, people=PEOPLE, votes=PEOPLE, remarks=1)
    [look] = receipt.looks
    assert (look.finding, look.found) == (Finding.CHECKED, 0)
    assert look.sought >= PEOPLE + 3
    assert here.eraser.receipt(workshop.key) == receipt


def test_an_erased_assessment_was_searched_for_and_is_in_no_file(here: Store, tmp_path: Path) -> None:
    key = here.create(checked_sheet(EMPTY), by="Confidential Carol")
    here.save(key, checked(question("MKT1"), level(1, NOTE)), seen=0, by="Confidential Carol")

    receipt = here.delete(key)

    assert left_in(tmp_path, ["Redundancy", "Confidential Carol", key]) == set()
    assert (receipt.kind, receipt.counts) == (Kind.ASSESSMENT, Counts(changes=1))
    assert [look.finding for look in receipt.looks] == [Finding.CHECKED]


def test_workshops_are_erased_before_their_assessment_each_with_a_receipt(store: Store) -> None:
    workshop, _people = answered_workshop(store)

    receipt = store.delete(workshop.assessment_key)

    assert receipt.counts == Counts(workshops=1, people=PEOPLE, votes=PEOPLE, remarks=1)
    own = store.eraser.receipt(workshop.key)
    assert own is not None
    assert own.counts.people == PEOPLE
    assert own.looks


def test_a_reader_holds_the_journal_up_and_the_receipt_is_completed_once_it_is_gone(
    here: Store, tmp_path: Path
) -> None:
    workshop, people = answered_workshop(here)

    with a_reader(tmp_path / FILE):
        receipt = here.eraser.workshop(workshop.key)
        assert left_in(tmp_path, people) == set(people)
        assert receipt.looks[-1].finding is Finding.HELD_UP
        assert receipt.looks[-1].found >= PEOPLE
        assert here.eraser.finish() == 1
        assert findings(here, workshop.key) == [Finding.HELD_UP]

    assert here.eraser.finish() == 0
    assert left_in(tmp_path, [*people, REMARK]) == set()
    assert findings(here, workshop.key) == [Finding.HELD_UP, Finding.CHECKED]
    assert here.eraser.finish() == 0


def test_a_program_started_again_empties_the_journal_and_says_that_it_could_not_search(
    here: Store, tmp_path: Path
) -> None:
    workshop, people = answered_workshop(here)
    with a_reader(tmp_path / FILE):
        here.eraser.workshop(workshop.key)
        again = open_store(sqlite_url(tmp_path / FILE))
        assert again.eraser.finish() == 1

    assert again.eraser.finish() == 0

    assert left_in(tmp_path, people) == set()
    assert findings(again, workshop.key) == [Finding.HELD_UP, Finding.EMPTIED]
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="locks are taken in the ways of Unix")
def test_looking_takes_no_lock_of_the_database_away(here: Store, tmp_path: Path) -> None:
    workshop, _people = answered_workshop(here)

    here.eraser.workshop(workshop.key)

    assert subprocess.run((sys.executable, "-c", TAKES_THE_LOCK, str(tmp_path / FILE)), check=False).returncode == 7


def test_what_sqlite_left_behind_is_found_and_the_file_written_anew(here: Store, tmp_path: Path) -> None:
    workshop, people = answered_workshop(here)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as careless:
        careless.execute("PRAGMA secure_delete=OFF")
        careless.execute("CREATE TABLE scratch (words TEXT)")
        careless.execute("INSERT INTO scratch VALUES (?)", ("-".join(people),))
        careless.execute("DROP TABLE scratch")
        careless.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    here.eraser.workshop(workshop.key)

    assert left_in(tmp_path, people) == set()
    assert findings(here, workshop.key) == [Finding.CHECKED]


def test_what_stays_in_a_table_of_somebody_else_is_told(here: Store, tmp_path: Path) -> None:
    workshop, people = answered_workshop(here)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("CREATE TABLE theirs (words TEXT)")
        other.execute("INSERT INTO theirs VALUES (?)", (people[0],))

    receipt = here.eraser.workshop(workshop.key)

    assert [(look.finding, look.found) for look in receipt.looks] == [(Finding.FOUND, 1)]


def test_a_text_that_something_else_holds_too_is_not_taken_for_a_trace(here: Store) -> None:
    first, _second = here.create(checked_sheet(FULL)), here.create(checked_sheet(FULL))

    [look] = here.delete(first).looks

    assert (look.finding, look.found) == (Finding.CHECKED, 0)
    assert 0 < look.elsewhere < look.sought


def test_erasing_that_cannot_be_looked_at_now_is_looked_at_later(here: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(5, "Input/output error")

    workshop, _people = answered_workshop(here)
    with monkeypatch.context() as patch:
        patch.setattr(eraser, "look_for", fails)
        receipt = here.eraser.workshop(workshop.key)

    assert receipt.looks == ()
    assert here.eraser.finish() == 0
    assert findings(here, workshop.key) == [Finding.CHECKED]


def test_a_damaged_change_is_erased_too(here: Store, tmp_path: Path) -> None:
    key = here.create(checked_sheet(EMPTY))
    Database(sqlite_url(tmp_path / FILE)).add_old_row(key, 1, question("MKT1"), "{cut off: Confidential Carol")

    [look] = here.delete(key).looks

    assert look.finding is Finding.CHECKED
    assert left_in(tmp_path, ["Confidential"]) == set()
