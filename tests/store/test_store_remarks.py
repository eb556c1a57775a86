from datetime import date

import pytest
from store.store_builders import EMPTY, Database, checked_sheet

from detector.core.workshop.workshop import QuestionRound, Workshop, close, open_questions, start
from detector.store import Store
from detector.store.workshops import NotInWorkshop, StoredWorkshop
from detector.store.workshops.remarks import LONGEST_REMARK

FIRST = QuestionRound("MKT1", 1)


def running(store: Store, *, free_text: bool = True) -> StoredWorkshop:
    """A workshop whose first question is open, with one person in it."""
    room = Workshop(("MKT1", "MKT2"), ("staff",), free_text=free_text)
    workshop = store.workshops.create(store.create(checked_sheet(EMPTY)), room, date(2026, 11, 22), date(2027, 2, 22))
    store.workshops.join(workshop.key, "p", "staff")
    return store.workshops.change(workshop.key, lambda room: open_questions(start(room), ["MKT1"]))


def test_a_remark_is_kept_as_typed_and_released_by_nobody(store: Store) -> None:
    workshop = running(store)

    store.workshops.remarks.write(workshop.key, "p", FIRST, " =1+1 <b>é</b> \u202e ")

    [remark] = store.workshops.remarks.all(workshop.key)
    assert store.workshops.load(workshop.key).votes > workshop.votes
    assert (remark.text, remark.question_round, remark.released) == ("=1+1 <b>é</b> \u202e", FIRST, False)
    assert store.workshops.remarks.of_person(workshop.key, "p") == {FIRST: remark.text}


def test_releasing_shows_it_and_moves_the_number_that_screens_watch(store: Store) -> None:
    workshop = running(store)
    store.workshops.remarks.write(workshop.key, "p", FIRST, "We were not asked.")
    [remark] = store.workshops.remarks.all(workshop.key)

    store.workshops.remarks.release(workshop.key, remark.id)

    assert store.workshops.remarks.all(workshop.key)[0].released
    assert store.workshops.load(workshop.key).changes > workshop.changes


def test_a_changed_remark_is_released_anew_and_an_empty_one_is_gone(store: Store) -> None:
    workshop = running(store)
    store.workshops.remarks.write(workshop.key, "p", FIRST, "First")
    store.workshops.remarks.release(workshop.key, store.workshops.remarks.all(workshop.key)[0].id)

    store.workshops.remarks.write(workshop.key, "p", FIRST, "Second")
    changed = store.workshops.remarks.all(workshop.key)
    store.workshops.remarks.write(workshop.key, "p", FIRST, "  ")

    assert [(one.text, one.released) for one in changed] == [("Second", False)]
    assert store.workshops.remarks.all(workshop.key) == ()


@pytest.mark.parametrize(
    ("person", "question_round", "text", "why"),
    [
        pytest.param("stranger", FIRST, "Hello", "Join the workshop", id="somebody who has not joined"),
        pytest.param("p", QuestionRound("MKT2", 1), "Hello", "not open", id="a question that is not open"),
        pytest.param("p", FIRST, "x" * (LONGEST_REMARK + 1), "at most 500", id="too long"),
    ],
)
def test_what_is_refused_is_not_kept(
    store: Store, person: str, question_round: QuestionRound, text: str, why: str
) -> None:
    workshop = running(store)

    with pytest.raises(NotInWorkshop, match=why):
        store.workshops.remarks.write(workshop.key, person, question_round, text)

    assert store.workshops.remarks.all(workshop.key) == ()


def test_a_room_without_remarks_takes_none(store: Store) -> None:
    workshop = running(store, free_text=False)

    with pytest.raises(NotInWorkshop, match="takes no remarks"):
        store.workshops.remarks.write(workshop.key, "p", FIRST, "Hello")


def test_no_remark_is_taken_after_the_question_is_closed(store: Store) -> None:
    workshop = running(store)
    store.workshops.change(workshop.key, lambda room: close(room, "MKT1"))

    with pytest.raises(NotInWorkshop, match="not open"):
        store.workshops.remarks.write(workshop.key, "p", FIRST, "Hello")


def test_remarks_are_erased_with_their_workshop(store: Store, database: Database) -> None:
    workshop = running(store)
    store.workshops.remarks.write(workshop.key, "p", FIRST, "Hello")

    store.eraser.workshop(workshop.key)

    assert database.sql("SELECT count(*) FROM remark") == [(0,)]
