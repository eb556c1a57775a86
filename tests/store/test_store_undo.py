import pytest
from store.store_builders import EMPTY, FULL, ITEMS_OF_FULL, checked, checked_sheet, level, question, undo

from detector.core.answers import SERVICE, ItemKind, Service
from detector.store import EditConflict, Store, StoreError

MKT1, MKT2 = question("MKT1"), question("MKT2")


def undo_last(store: Store, key: str) -> None:
    last = store.last_change(key)
    assert last is not None
    undo(store, key, last)


def test_undo_puts_back_what_was_there_before_as_a_new_change(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    first = store.save(key, checked(MKT1, level(1)), seen=0)
    second = store.save(key, checked(MKT1, level(2)), seen=first.number)

    undone = undo(store, key, second, by="Ben")

    assert (undone.value, undone.before, undone.by, undone.undoes) == (level(1), level(2), "Ben", second.number)
    assert undone.number == second.number + 1
    assert store.load(key).sheet.answers == {"MKT1": level(1)}


def test_undoing_step_by_step_goes_back_to_how_it_was_created(store: Store) -> None:
    key = store.create(checked_sheet(FULL))
    seen = store.load(key).revisions
    first = store.save(key, checked(MKT1, level(0)), seen=seen[MKT1])
    store.save(key, checked(SERVICE, Service("Parks")), seen=seen[SERVICE])
    store.save(key, checked(MKT1, level(1)), seen=first.number)
    store.save(key, checked(question("NEW1"), level(1)), seen=0)

    for _ in range(4):
        undo_last(store, key)

    assert store.load(key).sheet == FULL
    assert store.last_change(key) is None


def test_after_an_undo_new_changes_can_be_undone_again(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    store.save(key, checked(MKT1, level(1)), seen=0)
    undo_last(store, key)
    again = store.save(key, checked(MKT1, level(2)), seen=store.load(key).revisions[MKT1])

    last = store.last_change(key)

    assert last == again


def test_nothing_to_undo_in_a_new_assessment(store: Store) -> None:
    key = store.create(checked_sheet(FULL))

    assert store.last_change(key) is None


def test_the_last_change_of_a_kind_is_found_under_changes_of_another(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    answered = store.save(key, checked(MKT1, level(1)), seen=0)
    named = store.save(key, checked(SERVICE, Service("Parks")), seen=0)
    assert store.last_change(key) == named
    assert store.last_change(key, ItemKind.ANSWER) == answered

    undo(store, key, answered)

    assert store.last_change(key, ItemKind.ANSWER) is None
    assert store.load(key).sheet.service == Service("Parks")


def test_an_older_change_can_be_undone_while_others_stay(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    first = store.save(key, checked(MKT1, level(1)), seen=0)
    store.save(key, checked(MKT2, level(2)), seen=0)

    undo(store, key, first)

    assert store.load(key).sheet.answers == {"MKT2": level(2)}


def test_undo_never_takes_away_what_somebody_wrote_since(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    mine = store.save(key, checked(MKT1, level(1)), seen=0, by="Ann")
    theirs = store.save(key, checked(MKT1, level(3)), seen=mine.number, by="Ben")

    with pytest.raises(EditConflict, match="Ben changed") as caught:
        undo(store, key, mine, by="Ann")

    assert (caught.value.item, caught.value.mine, caught.value.theirs) == (MKT1, None, theirs)
    assert store.load(key).sheet.answers == {"MKT1": level(3)}


def test_pressing_undo_twice_undoes_once(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    store.save(key, checked(MKT2, level(1)), seen=0)
    change = store.save(key, checked(MKT1, level(1)), seen=0)

    first, second = undo(store, key, change), undo(store, key, change)

    assert first == second
    assert store.load(key).sheet.answers == {"MKT2": level(1)}


def test_what_was_changed_after_an_undo_is_not_undone_by_the_old_number(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    change = store.save(key, checked(MKT1, level(1)), seen=0)
    undone = undo(store, key, change)
    store.save(key, checked(MKT1, level(2)), seen=undone.number)

    with pytest.raises(EditConflict):
        undo(store, key, change)

    assert store.load(key).sheet.answers == {"MKT1": level(2)}


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(0, id="none"),
        pytest.param(1, id="what it was created with"),
        pytest.param(ITEMS_OF_FULL + 2, id="an undo"),
        pytest.param(99, id="one that does not exist"),
    ],
)
def test_only_changes_can_be_undone(store: Store, number: int) -> None:
    key = store.create(checked_sheet(FULL))
    change = store.save(key, checked(question("NEW1"), level(1)), seen=0)
    undo(store, key, change)

    with pytest.raises(StoreError, match="cannot be undone"):
        store.undo(key, number, checked(change.item, change.before))

    assert store.load(key).sheet == FULL
    assert store.revision(key) == ITEMS_OF_FULL + 2
