"""What was changed behind the program's back is found; what was erased by it leaves the history whole."""

from dataclasses import replace

import pytest
from store.store_builders import EMPTY, FULL, ITEMS_OF_FULL, Database, checked, checked_sheet, level, question
from store.tampering import tamper

from detector.store import Store, open_store
from detector.store.chain import Break, Fault
from detector.store.heads import Found
from detector.store.history_check import History, Wrong
from detector.store.verify import Verified

MKT1, MKT2 = question("MKT1"), question("MKT2")
A_DIGEST = "f" * 64


def filled(store: Store) -> str:
    """The key of an assessment with six changes: the second was erased. Another assessment was deleted."""
    gone = store.create(checked_sheet(FULL), by="Gone")
    key = store.create(checked_sheet(replace(EMPTY, answers={"STF1": level(0)})), by="Ann")
    seen = 0
    for number in range(1, 4):
        seen = store.save(key, checked(MKT1, level(number % 4, f"turn {number}")), seen, by="Ann").number
    store.save(key, checked(MKT2, level(2)), 0, by="Ben")
    store.save(key, checked(question("MKT3"), level(2)), 0, by="Cat")
    store.histories.erase_value(key, 2, by="Ann")
    store.delete(gone, by="Ben")
    store.histories.erase_name("Cat", by="Ann")
    return key


def only_history(found: Verified) -> History:
    """The one history there is, nothing else being wrong."""
    assert replace(found, histories=()) == Verified()
    [history] = found.histories
    return history


def test_what_the_program_does_leaves_everything_whole(store: Store) -> None:
    key = filled(store)

    found = store.histories.verify()

    history = only_history(found)
    assert found.is_whole
    assert (history.key, history.changes, history.head) == (key, 6, store.histories.head(key).link)
    assert sum(history.erased.values()) == 1


COLUMNS = {
    "kind": "'fact'",
    "item_id": "'MKT2'",
    "changed_at": "'2026-11-22T10:00:00.000000+00:00'",
    "author": "(SELECT min(id) FROM author WHERE name = 'Ben')",
    "undoes": "3",
    "digest": f"'{A_DIGEST}'",
    "link": f"'{A_DIGEST}'",
}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_altered_in_any_column_is_found(store: Store, database: Database, column: str) -> None:
    filled(store)

    tamper(database, [f"UPDATE revision SET {column} = {COLUMNS[column]} WHERE number = 4"])  # noqa: S608 - of this test alone

    assert Break(4, Fault.CHANGED) in only_history(store.histories.verify()).breaks


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(["DELETE FROM revision WHERE number = 3"], Break(3, Fault.MISSING), id="a removed change"),
        pytest.param(
            ["UPDATE revision SET number = number + 90 WHERE number IN (3, 4)",
             "UPDATE revision SET number = 97 - number WHERE number > 90"],
            Break(3, Fault.CHANGED),
            id="two that traded places",
        ),
        pytest.param(
            ["INSERT INTO revision SELECT assessment_key, 7, kind, item_id, changed_at, author, undoes, digest, link "
             "FROM revision WHERE number = 6", "UPDATE assessment SET latest = 7"],
            Break(7, Fault.CHANGED),
            id="an added one",
        ),
        pytest.param(
            ["UPDATE revision_value SET value = replace(value, 'turn 2', 'turn 8') WHERE number = 3"],
            Break(3, Fault.VALUE_CHANGED),
            id="a changed word",
        ),
        pytest.param(
            ["UPDATE revision_value SET value = NULL WHERE number = 4"],
            Break(4, Fault.VALUE_CHANGED),
            id="a value taken back",
        ),
        pytest.param(
            ["UPDATE revision_value SET salt = 'x' WHERE number = 4"], Break(4, Fault.VALUE_CHANGED), id="a salt"
        ),
        pytest.param(
            ["DELETE FROM revision_value WHERE number = 4"], Break(4, Fault.VALUE_MISSING), id="words removed unlogged"
        ),
        pytest.param(
            ["INSERT INTO revision_value SELECT assessment_key, 2, salt, value FROM revision_value WHERE number = 3"],
            Break(2, Fault.VALUE_BACK),
            id="erased words put back",
        ),
    ],
)  # fmt: skip
def test_a_change_that_was_touched_is_named(
    store: Store, database: Database, statements: list[str], expected: Break
) -> None:
    filled(store)

    tamper(database, statements)

    found = store.histories.verify()
    assert expected in only_history(found).breaks
    assert not found.is_whole


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        pytest.param("DELETE FROM revision WHERE number = 6", Wrong.LATEST, id="the last change removed"),
        pytest.param("UPDATE assessment SET latest = 5", Wrong.LATEST, id="a number set back"),
        pytest.param("UPDATE assessment SET bank_version = '2025.9'", Wrong.BEGINNING, id="another bank"),
        pytest.param("UPDATE assessment SET created_at = '2020'", Wrong.BEGINNING, id="another day"),
        pytest.param("UPDATE assessment SET created_with = 0", Wrong.BEGINNING, id="created with other answers"),
    ],
)
def test_an_assessment_that_was_touched_is_found(
    store: Store, database: Database, statement: str, expected: Wrong
) -> None:
    filled(store)

    tamper(database, [statement])

    assert only_history(store.histories.verify()).wrong == (expected,)


def test_an_assessment_put_in_by_hand_is_found(store: Store, database: Database) -> None:
    filled(store)

    columns = "key, bank_version, created_at, changed_at, created_with, latest, origin"
    tamper(database, [f"INSERT INTO assessment ({columns}) VALUES ('by-hand', '', '', '', 0, 0, 'x')"])  # noqa: S608 - of this test alone

    [by_hand] = [history for history in store.histories.verify().histories if history.key == "by-hand"]
    assert by_hand.wrong == (Wrong.BEGINNING, Wrong.NOT_BEGUN)


def test_a_missing_assessment_is_told_from_a_deleted_one(store: Store, database: Database) -> None:
    filled(store)

    tamper(database, ["DELETE FROM assessment", "DELETE FROM revision", "DELETE FROM revision_value"])

    assert store.histories.verify() == Verified(missing=1)


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        pytest.param("UPDATE author SET name = 'Bea' WHERE name = 'Ben'", 1, id="a name changed"),
        pytest.param("UPDATE author SET name = 'Dan' WHERE name = ''", 1, id="an erased name filled in"),
        pytest.param("UPDATE author SET name = '', salt = '' WHERE name = 'Ben'", 1, id="a name emptied unlogged"),
        pytest.param("UPDATE author SET id = 'ben' WHERE name = 'Ben'", 2, id="the id of a name changed"),
        pytest.param("DELETE FROM author WHERE name = 'Ben'", 1, id="a name removed"),
    ],
)
def test_a_name_that_was_touched_is_found(store: Store, database: Database, statement: str, names: int) -> None:
    filled(store)

    tamper(database, [statement])

    assert replace(store.histories.verify(), histories=()) == Verified(names=names)


DELETION = {
    "what": "'workshop'",
    "subject": f"'{A_DIGEST}'",
    "change": "5",
    "on_day": "'2020-01-01'",
    "author": "(SELECT min(id) FROM author WHERE name = '')",
    "head": f"'{A_DIGEST}'",
    "link": f"'{A_DIGEST}'",
}


@pytest.mark.parametrize("column", DELETION)
def test_a_log_of_deletions_altered_in_any_column_is_found(store: Store, database: Database, column: str) -> None:
    filled(store)

    tamper(database, [f"UPDATE deletion SET {column} = {DELETION[column]} WHERE number = 2"])  # noqa: S608 - of this test alone

    assert Break(2, Fault.CHANGED) in store.histories.verify().deletions


def test_an_entry_removed_from_a_log_is_found(store: Store, database: Database) -> None:
    filled(store)

    tamper(database, ["DELETE FROM deletion WHERE number = 2", "DELETE FROM creation WHERE number = 1"])

    found = store.histories.verify()
    assert Break(2, Fault.MISSING) in found.deletions
    assert Break(1, Fault.MISSING) in found.creations


def test_a_dropped_trigger_is_found(store: Store, database: Database) -> None:
    filled(store)
    on_sqlite = database.url.startswith("sqlite")

    database.sql("DROP TRIGGER deletion_never_goes" if on_sqlite else "DROP TRIGGER deletion_is_kept ON deletion")

    found = store.histories.verify()
    assert [fault.rpartition("'")[2] for fault in found.tables] == [" is missing"]
    assert not found.is_whole


@pytest.mark.postgres
def test_a_trigger_that_was_switched_off_is_found(postgres_database: Database) -> None:
    store = open_store(postgres_database.url)

    postgres_database.sql("ALTER TABLE revision_value DISABLE TRIGGER revision_value_is_kept")

    assert store.histories.verify().tables == ("table 'revision_value': trigger 'revision_value_is_kept' was changed",)
    store.close()


@pytest.mark.parametrize("table", ["deletion", "author"])
def test_without_a_table_that_is_what_is_told(store: Store, database: Database, table: str) -> None:
    filled(store)

    database.sql(f"DROP TABLE {table}{'' if database.url.startswith('sqlite') else ' CASCADE'}")

    found = store.histories.verify()
    assert f"table '{table}' is missing" in found.tables
    assert found.histories == ()


def test_only_a_printed_head_finds_a_history_that_was_cut_short_with_care(store: Store, database: Database) -> None:
    key = filled(store)
    printed = store.histories.head(key).link[:12]
    assert store.histories.find(printed) == (Found(key, 6),)

    tamper(database, ["DELETE FROM revision WHERE number = 6", "DELETE FROM revision_value WHERE number = 6",
                      "UPDATE assessment SET latest = 5"])  # fmt: skip

    assert store.histories.verify().is_whole
    assert store.histories.find(printed) == ()


def test_a_head_from_before_is_found_where_it_was_printed(store: Store) -> None:
    key = store.create(checked_sheet(FULL))
    before = store.histories.head(key)
    store.save(key, checked(question("NEW1"), level(1)), seen=0)

    assert store.histories.find(before.link[:12].upper()) == (Found(key, ITEMS_OF_FULL),)


@pytest.mark.parametrize("printed", ["", "  ", "%", "_", "g" * 12, "é"])
def test_what_is_no_head_is_nowhere(store: Store, printed: str) -> None:
    filled(store)

    assert store.histories.find(printed) == ()


def test_one_assessment_can_be_asked_for_alone(store: Store) -> None:
    key = filled(store)
    store.create(checked_sheet(EMPTY))

    assert [history.key for history in store.histories.verify(key).histories] == [key]
