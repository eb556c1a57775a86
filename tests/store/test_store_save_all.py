"""What belongs together is kept together: all of it, or nothing, whatever happens in between."""

import pytest
from store.store_builders import (
    BANK,
    EMPTY,
    FULL,
    ITEMS_OF_FULL,
    OLD_LEVEL,
    Database,
    checked,
    checked_sheet,
    fact,
    level,
    question,
)
from store.writers import killed_writer, save_pairs_for_ever

from detector.core.answers import Item, ItemKind, WorkshopResult, check_change
from detector.store import Edit, EditConflict, OtherBank, Store, StoreError, open_store

MKT1 = question("MKT1")
FOUND_ON_MKT1 = Item(ItemKind.WORKSHOP, "MKT1")
FOUND = WorkshopResult("2026-11-22", 1, 12, 2)
PAIR = (Edit(checked(MKT1, level(2)), 0), Edit(checked(FOUND_ON_MKT1, FOUND), 0))


def test_changes_that_belong_together_are_kept_in_order(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    saved = store.save_all(key, PAIR, by="Ann")

    assert [(change.number, change.item, change.by) for change in saved] == [
        (1, MKT1, "Ann"),
        (2, FOUND_ON_MKT1, "Ann"),
    ]
    sheet = store.load(key).sheet
    assert (sheet.answers, sheet.workshop) == ({"MKT1": level(2)}, {"MKT1": FOUND})


def test_what_is_there_already_adds_nothing_and_the_rest_is_kept(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    answered = store.save(key, checked(MKT1, level(2)), seen=0)

    saved = store.save_all(key, PAIR)

    assert [change.number for change in saved] == [answered.number, answered.number + 1]
    assert store.revision(key) == 2


@pytest.mark.parametrize("order", [1, -1])
def test_a_conflict_in_one_of_them_keeps_none(store: Store, order: int) -> None:
    key = store.create(checked_sheet(EMPTY))
    theirs = store.save(key, checked(FOUND_ON_MKT1, WorkshopResult("2026-11-21", 1, 9, 0)), seen=0, by="Ann")

    with pytest.raises(EditConflict) as caught:
        store.save_all(key, PAIR[::order], by="Ben")

    assert (caught.value.item, caught.value.mine, caught.value.theirs) == (FOUND_ON_MKT1, FOUND, theirs)
    assert store.history(key, MKT1) == ()
    assert store.revision(key) == theirs.number


def test_a_database_that_fails_at_the_second_of_two_keeps_none(sqlite_database: Database) -> None:
    store = open_store(sqlite_database.url)
    key = store.create(checked_sheet(EMPTY))
    sqlite_database.sql(
        "CREATE TRIGGER fails BEFORE INSERT ON revision WHEN NEW.kind = 'workshop' "
        "BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END"
    )

    with pytest.raises(Exception, match="disk I/O error"):
        store.save_all(key, PAIR)

    assert store.history(key, MKT1) == ()
    assert (store.revision(key), store.load(key).sheet) == (0, EMPTY)
    store.close()


def test_a_kill_between_the_two_is_a_kill_before_both_or_after_both(sqlite_database: Database) -> None:
    store = open_store(sqlite_database.url)
    key = store.create(checked_sheet(EMPTY))

    for acknowledgements in (1, 7, 12):
        killed_writer(sqlite_database.url, key, "MKT1", acknowledgements, writing=save_pairs_for_ever)

        answers = [change.value for change in store.history(key, MKT1)]
        counts = [change.value for change in store.history(key, fact("staff"))]
        assert len(answers) == len(counts) >= acknowledgements
        assert store.revision(key) == len(answers) * 2
    store.close()


def test_a_change_checked_against_another_bank_is_refused_by_every_call(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    kept = store.save(key, checked(MKT1, level(1)), seen=0)
    newer = BANK.model_copy(update={"version": "2027.1"})
    change, back = check_change(newer, MKT1, level(2)), check_change(newer, MKT1, None)

    with pytest.raises(OtherBank, match=r"belongs to question bank 2026\.1, and the change to question bank 2027\.1"):
        store.save(key, change, seen=kept.number)
    with pytest.raises(OtherBank):
        store.save_all(key, [Edit(checked(fact("staff"), 4), 0), Edit(change, kept.number)])
    with pytest.raises(OtherBank):
        store.undo(key, kept.number, back)

    assert store.load(key).revisions == {MKT1: kept.number}


def test_undo_puts_back_nothing_but_what_was_there_before(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    first = store.save(key, checked(MKT1, level(1)), seen=0)
    second = store.save(key, checked(MKT1, level(2)), seen=first.number)

    for other in (checked(MKT1, level(3)), checked(MKT1, None), checked(question("MKT2"), level(1))):
        with pytest.raises(StoreError, match="cannot be undone"):
            store.undo(key, second.number, other)

    assert store.revision(key) == second.number


def test_what_an_older_version_let_in_can_still_be_read(store: Store, database: Database) -> None:
    key = store.create(checked_sheet(FULL))
    for number, item_id in enumerate(("MKT2", "OLD1"), start=ITEMS_OF_FULL + 1):
        database.add_old_row(key, number, question(item_id), OLD_LEVEL)

    stored = store.load(key)

    assert [stored.sheet.answers[each].level for each in ("MKT2", "OLD1")] == [99, 99]
    assert stored.revision == ITEMS_OF_FULL + 2
    assert [entry.answered for entry in store.recent()] == [4]
