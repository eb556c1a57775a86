"""A value or a name is erased for good, the history stays whole, and everything that reads it goes on."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from store.store_builders import EMPTY, FULL, Database, checked, checked_sheet, level, question, undo
from store.tampering import tamper

from detector.store import Store, StoreError, UnknownAssessment, open_store
from detector.store.location import sqlite_url

MKT1 = question("MKT1")
TYPED = "Sam Lee said so"


def changed_twice(store: Store) -> tuple[str, int, int]:
    """The key of an assessment, and the numbers of two changes of one answer: the first holds a secret."""
    store.create(checked_sheet(FULL), by="Zoe")
    key = store.create(checked_sheet(EMPTY))
    first = store.save(key, checked(MKT1, level(1, TYPED)), seen=0, by="Ann")
    second = store.save(key, checked(MKT1, level(2)), seen=first.number, by="Ben")
    return key, first.number, second.number


def test_an_erased_value_reads_as_nothing_and_says_when_it_went(store: Store) -> None:
    key, first, second = changed_twice(store)
    days = {datetime.now(UTC).date()}

    store.histories.erase_value(key, first, by="Cat")

    days.add(datetime.now(UTC).date())
    erased, after = store.history(key, MKT1)
    assert (erased.number, erased.value, erased.by) == (first, None, "Ann")
    assert (after.number, after.value, after.before) == (second, level(2), None)
    assert erased.erased in days
    assert after.before_erased == erased.erased
    assert (erased.before_erased, after.erased) == (None, None)


def test_what_stands_is_untouched_and_the_history_whole(store: Store) -> None:
    key, first, _ = changed_twice(store)
    before, head = store.load(key), store.histories.head(key)

    store.histories.erase_value(key, first)

    assert store.load(key) == before
    assert store.histories.head(key) == head
    assert store.histories.verify().is_whole
    assert [entry.answered for entry in store.recent()] == [1, 3]


def test_what_followed_an_erased_value_cannot_be_undone(store: Store) -> None:
    key, first, second = changed_twice(store)
    store.histories.erase_value(key, first)
    after = store.history(key, MKT1)[1]

    assert store.last_change(key) is None
    with pytest.raises(StoreError, match="was erased, so it cannot be put back"):
        undo(store, key, after)

    assert store.revision(key) == second


def test_saving_goes_on_after_an_erased_value(store: Store) -> None:
    key, first, second = changed_twice(store)
    store.histories.erase_value(key, first)

    saved = store.save(key, checked(MKT1, level(3)), seen=second)

    assert saved.before == level(2)
    assert store.last_change(key) == saved
    assert store.histories.verify().is_whole


@pytest.mark.parametrize(
    ("number", "said"),
    [
        pytest.param(2, "What stands now cannot be erased", id="what stands now"),
        pytest.param(99, "There is no change 99", id="no such change"),
        pytest.param(1, "was erased before", id="erased before"),
    ],
)
def test_what_cannot_be_erased_is_said_and_logged_nowhere(
    store: Store, database: Database, number: int, said: str
) -> None:
    key, first, _ = changed_twice(store)
    store.histories.erase_value(key, first)

    with pytest.raises(StoreError, match=said):
        store.histories.erase_value(key, number)

    assert database.sql("SELECT count(*) FROM deletion") == [(1,)]
    assert store.load(key).sheet.answers == {"MKT1": level(2)}


def test_a_value_of_no_assessment_is_not_erased(store: Store) -> None:
    with pytest.raises(UnknownAssessment):
        store.histories.erase_value("x" * 22, 1)


def test_an_erased_name_is_nobodys_and_says_when_it_went(store: Store) -> None:
    key, _, second = changed_twice(store)

    assert store.histories.erase_name("Ann", by="Ben")

    ann, ben = store.history(key, MKT1)
    assert (ann.by, ann.name_erased is not None, ann.value) == ("", True, level(1, TYPED))
    assert (ben.by, ben.name_erased) == ("Ben", None)
    assert store.histories.verify().is_whole
    assert not store.histories.erase_name("Ann")
    assert store.save(key, checked(MKT1, level(0)), seen=second, by="Ann").by == "Ann"


def test_whoever_erases_their_own_name_is_not_named_by_it(store: Store, database: Database) -> None:
    changed_twice(store)

    store.histories.erase_name("Ann", by="Ann")

    assert database.sql("SELECT name FROM author WHERE name = 'Ann'") == []
    assert store.histories.verify().is_whole


def test_names_of_a_deleted_assessment_go_unless_they_stand_elsewhere(store: Store, database: Database) -> None:
    key, _, _ = changed_twice(store)
    other = store.create(checked_sheet(FULL), by="Ben")

    store.delete(key, by="Dan")

    assert database.sql("SELECT name FROM author ORDER BY name") == [("Ben",), ("Dan",), ("Zoe",)]
    assert store.histories.of(other)[0].by == "Ben"


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("DELETE FROM revision_value", id="words"),
        pytest.param("UPDATE revision_value SET value = NULL", id="changed words"),
        pytest.param("DELETE FROM assessment", id="an assessment"),
        pytest.param("UPDATE author SET name = 'Dan'", id="another name"),
        pytest.param("UPDATE author SET name = '', salt = ''", id="no name"),
        pytest.param("UPDATE deletion SET on_day = ''", id="the log of deletions"),
        pytest.param("DELETE FROM deletion", id="an entry of it"),
        pytest.param("UPDATE creation SET origin = ''", id="the log of creations"),
        pytest.param("DELETE FROM creation", id="an entry of that"),
    ],
)
def test_the_database_itself_refuses_what_is_not_logged(store: Store, database: Database, statement: str) -> None:
    key, _, _ = changed_twice(store)
    store.delete(store.create(checked_sheet(EMPTY)))

    with pytest.raises(DBAPIError, match=r"(never changes|is kept|is only emptied|logged)"):
        database.sql(statement)

    assert store.history(key, MKT1)[0].value == level(1, TYPED)
    assert store.histories.verify().is_whole


def test_nothing_of_an_erased_value_or_name_is_left_in_the_files(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
    key = store.create(checked_sheet(EMPTY))
    first = store.save(key, checked(MKT1, level(1, f"{TYPED}. " * 600)), seen=0, by="Confidential Carol")
    store.save(key, checked(MKT1, level(2, "kept words")), seen=first.number)
    assert TYPED.encode() in left_in(tmp_path)

    store.histories.erase_value(key, first.number)
    store.histories.erase_name("Confidential Carol")

    left = left_in(tmp_path)
    assert b"kept words" in left
    assert TYPED.encode() not in left
    assert b"Confidential" not in left
    store.close()


def left_in(folder: Path) -> bytes:
    """Everything in the files of a folder."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_words_that_nobody_erased_are_missed(store: Store, database: Database) -> None:
    key, _, _ = changed_twice(store)
    tamper(database, ["DELETE FROM revision_value WHERE number = 2"])

    with pytest.raises(StoreError, match=r"What was kept for .* 'MKT1' is missing from the database"):
        store.load(key)
