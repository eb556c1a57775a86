import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest
from store.store_builders import EMPTY, Database, checked, checked_sheet, level, question, undo
from store.writers import open_and_save_many, other_programs, save_many

from detector.store import EditConflict, Revision, Store
from detector.store.verify import Verified

MKT1, MKT2 = question("MKT1"), question("MKT2")


def test_the_second_to_change_an_answer_sees_both_and_nothing_is_written(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    first = store.save(key, checked(MKT1, level(1)), seen=0, by="Ann")
    theirs = store.save(key, checked(MKT1, level(2)), seen=first.number, by="Ann")

    with pytest.raises(EditConflict, match="Ann changed") as caught:
        store.save(key, checked(MKT1, level(3)), seen=first.number, by="Ben")

    assert (caught.value.item, caught.value.mine, caught.value.theirs) == (MKT1, level(3), theirs)
    assert store.revision(key) == theirs.number


def test_whoever_has_seen_the_other_answer_may_replace_it(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    theirs = store.save(key, checked(MKT1, level(2)), seen=0, by="Ann")
    with pytest.raises(EditConflict):
        store.save(key, checked(MKT1, level(3)), seen=0, by="Ben")

    chosen = store.save(key, checked(MKT1, level(3)), seen=theirs.number, by="Ben")

    assert chosen.before == level(2)
    assert store.load(key).sheet.answers == {"MKT1": level(3)}


def test_taking_back_what_somebody_changed_is_a_conflict_too(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    first = store.save(key, checked(MKT1, level(1)), seen=0)
    store.save(key, checked(MKT1, level(2)), seen=first.number)

    with pytest.raises(EditConflict):
        store.save(key, checked(MKT1, None), seen=first.number)

    assert store.load(key).sheet.answers == {"MKT1": level(2)}


def test_a_change_the_database_has_forgotten_is_a_conflict_with_nothing(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    with pytest.raises(EditConflict) as caught:
        store.save(key, checked(MKT1, level(2)), seen=7)

    assert (caught.value.theirs.number, caught.value.theirs.value) == (0, None)


def test_both_giving_the_same_answer_is_no_conflict(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    theirs = store.save(key, checked(MKT1, level(2)), seen=0, by="Ann")

    mine = store.save(key, checked(MKT1, level(2)), seen=0, by="Ben")

    assert mine == theirs


def test_people_on_different_questions_never_conflict(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    store.save(key, checked(MKT1, level(1)), seen=0, by="Ann")

    store.save(key, checked(MKT2, level(2)), seen=0, by="Ben")

    assert store.load(key).sheet.answers == {"MKT1": level(1), "MKT2": level(2)}


def at_once(calls: list[Callable[[], Revision]]) -> list[Revision | EditConflict]:
    """What each call gave, all made at the same moment."""
    ready = threading.Barrier(len(calls))

    def run(call: Callable[[], Revision]) -> Revision | EditConflict:
        ready.wait()
        try:
            return call()
        except EditConflict as conflict:
            return conflict

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_of_eight_people_at_the_same_moment_one_saves_and_seven_see_that_answer(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    outcomes = at_once([lambda n=n: store.save(key, checked(MKT1, level(1, f"by {n}")), seen=0) for n in range(8)])

    saved = [outcome for outcome in outcomes if isinstance(outcome, Revision)]
    conflicts = [outcome for outcome in outcomes if isinstance(outcome, EditConflict)]
    assert len(saved) == 1
    assert [conflict.theirs for conflict in conflicts] == saved * 7
    assert store.history(key, MKT1) == tuple(saved)


def test_undo_pressed_by_two_people_at_the_same_moment_undoes_once(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    change = store.save(key, checked(MKT1, level(1)), seen=0)

    outcomes = at_once([lambda: undo(store, key, change) for _ in range(2)])

    assert outcomes[0] == outcomes[1]
    assert len(store.history(key, MKT1)) == 2


def test_sixteen_people_saving_at_once_lose_nothing(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    with ThreadPoolExecutor(16) as pool:
        work = [pool.submit(save_many, store, key, f"Q{n}", 10) for n in range(16)]
        numbers = [number for own in work for number in own.result()]

    assert sorted(numbers) == list(range(1, 161))
    assert store.load(key).sheet.answers == {f"Q{n}": level(1, "turn 9") for n in range(16)}
    assert store.histories.verify().is_whole


def test_reading_while_others_write_always_sees_a_whole_assessment(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    with ThreadPoolExecutor(2) as pool:
        writing = pool.submit(save_many, store, key, "MKT1", 40)
        while not writing.done():
            stored = store.load(key)
            assert max(stored.revisions.values(), default=0) == stored.revision

    assert store.revision(key) == 40


def test_several_programs_on_one_database_lose_nothing(database: Database, store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    with ProcessPoolExecutor(3, mp_context=other_programs()) as pool:
        work = [pool.submit(open_and_save_many, database.url, key, f"Q{n}", 15) for n in range(3)]
        numbers = [number for own in work for number in own.result()]

    assert sorted(numbers) == list(range(1, 46))
    assert store.load(key).sheet.answers == {f"Q{n}": level(2, "turn 14") for n in range(3)}
    assert store.histories.verify().is_whole


def test_assessments_begun_and_deleted_at_once_leave_both_logs_whole(store: Store) -> None:
    def begin_and_delete(name: str) -> None:
        store.delete(store.create(checked_sheet(EMPTY), by=name), by=name)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(begin_and_delete, [f"Ann {n % 4}" for n in range(24)]))

    assert store.histories.verify() == Verified()
