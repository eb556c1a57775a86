from concurrent.futures import Future, wait
from datetime import date
from threading import Barrier, Thread

import pytest
from store.store_builders import EMPTY, Database, checked_sheet

from detector.core.errors import WorkshopError
from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import (
    QuestionRound,
    Workshop,
    WorkshopPhase,
    agree,
    close,
    end,
    open_questions,
    reveal,
    start,
)
from detector.store import Store, UnknownAssessment, open_store
from detector.store.workshops import Ballot, NotInWorkshop, StoredWorkshop, UnknownWorkshop

ROOM = Workshop(("MKT1", "MKT2"), ("staff", "union"))
TODAY, LATER = date(2026, 11, 22), date(2027, 2, 22)
FIRST = QuestionRound("MKT1", 1)


def opened(store: Store, room: Workshop = ROOM) -> StoredWorkshop:
    """A workshop on a new assessment."""
    return store.workshops.create(store.create(checked_sheet(EMPTY)), room, TODAY, LATER)


def running(store: Store) -> StoredWorkshop:
    """A workshop whose first question is open."""
    return store.workshops.change(opened(store).key, lambda room: open_questions(start(room), ["MKT1"]))


def vote(
    store: Store, workshop: StoredWorkshop, person: str, level: int | None, question_round: QuestionRound = FIRST
) -> None:
    """One answer, waited for."""
    store.workshops.cast(Ballot(workshop.key, person, question_round, level)).result(20)


def test_a_workshop_is_found_by_key_door_and_code(store: Store) -> None:
    workshop = opened(store)

    assert store.workshops.load(workshop.key) == workshop
    assert store.workshops.behind(join_token=workshop.join_token) == workshop
    assert store.workshops.behind(code=workshop.code or "") == workshop
    assert store.workshops.of_assessment(workshop.assessment_key) == (workshop,)


def test_the_code_has_no_letters_that_look_alike(store: Store) -> None:
    codes = "".join(opened(store).code or "" for _ in range(20))

    assert len(codes) == 120
    assert not set(codes) & set("O0I1LS5Z2")


def test_what_the_facilitator_did_is_there_after_a_restart(database: Database) -> None:
    first = open_store(database.url)
    workshop = running(first)
    vote_by = "a" * 32
    first.workshops.join(workshop.key, vote_by, "staff")
    vote(first, workshop, vote_by, 2)
    after = first.workshops.change(
        workshop.key, lambda room: agree(reveal(close(room, "MKT1"), "MKT1"), "MKT1", 2, "Some see a 1: é <b>")
    )
    first.close()

    second = open_store(database.url)

    assert second.workshops.load(workshop.key) == after
    assert second.workshops.votes(workshop.key) == (Vote(vote_by, "staff", "MKT1", 1, 2),)
    second.close()


def test_a_step_that_is_refused_changes_nothing(store: Store) -> None:
    workshop = running(store)

    with pytest.raises(WorkshopError):
        store.workshops.change(workshop.key, lambda room: reveal(room, "MKT1"))

    assert store.workshops.load(workshop.key) == workshop


def test_an_ended_workshop_gives_its_code_back(store: Store) -> None:
    workshop = opened(store)

    ended = store.workshops.change(workshop.key, end)

    assert (ended.code, ended.state.phase) == (None, WorkshopPhase.ENDED)
    with pytest.raises(UnknownWorkshop):
        store.workshops.behind(code=workshop.code or "")
    assert store.workshops.behind(join_token=workshop.join_token) == ended


def test_a_later_answer_takes_the_place_of_an_earlier_one(store: Store) -> None:
    workshop = running(store)
    store.workshops.join(workshop.key, "p", "staff")

    for level in (0, 3, None, 1):
        vote(store, workshop, "p", level)

    assert store.workshops.votes(workshop.key) == (Vote("p", "staff", "MKT1", 1, 1),)


def test_an_answer_changes_the_number_that_the_projector_watches(store: Store) -> None:
    workshop = running(store)
    store.workshops.join(workshop.key, "p", "staff")

    vote(store, workshop, "p", 1)

    after = store.workshops.load(workshop.key)
    assert after.votes > workshop.votes
    assert after.changes == workshop.changes


@pytest.mark.parametrize(
    ("person", "question_round", "level", "why"),
    [
        pytest.param("p", QuestionRound("MKT2", 1), 1, "not open", id="a question that is not open"),
        pytest.param("p", QuestionRound("MKT1", 2), 1, "not open", id="a round that is not open"),
        pytest.param("p", QuestionRound("XXX", 1), 1, "not open", id="a question of another workshop"),
        pytest.param("stranger", FIRST, 1, "Join the workshop", id="somebody who has not joined"),
        pytest.param("p", FIRST, 4, "not one of the answers", id="a level that does not exist"),
        pytest.param("p", FIRST, -1, "not one of the answers", id="a level below the lowest"),
    ],
)
def test_an_answer_that_cannot_count_is_refused_and_not_kept(
    store: Store, person: str, question_round: QuestionRound, level: int, why: str
) -> None:
    workshop = running(store)
    store.workshops.join(workshop.key, "p", "staff")

    with pytest.raises(NotInWorkshop, match=why):
        vote(store, workshop, person, level, question_round)

    assert store.workshops.votes(workshop.key) == ()


def test_no_answer_counts_after_the_question_is_closed(store: Store) -> None:
    workshop = running(store)
    store.workshops.join(workshop.key, "p", "staff")
    vote(store, workshop, "p", 3)
    store.workshops.change(workshop.key, lambda room: close(room, "MKT1"))

    with pytest.raises(NotInWorkshop):
        vote(store, workshop, "p", 0)

    assert store.workshops.votes(workshop.key) == (Vote("p", "staff", "MKT1", 1, 3),)


def test_nobody_moves_to_another_group_with_their_answers(store: Store) -> None:
    workshop = running(store)
    store.workshops.join(workshop.key, "p", "staff")
    store.workshops.join(workshop.key, "p", "union")
    vote(store, workshop, "p", 3)

    with pytest.raises(NotInWorkshop, match="answered for another group"):
        store.workshops.join(workshop.key, "p", "staff")

    assert store.workshops.answers_of(workshop.key, "p") == ("union", (Vote("p", "union", "MKT1", 1, 3),))


def test_nobody_joins_a_group_that_is_not_there_nor_an_ended_workshop(store: Store) -> None:
    workshop = opened(store)

    with pytest.raises(NotInWorkshop, match="not one of this workshop's groups"):
        store.workshops.join(workshop.key, "p", "managers")
    store.workshops.change(workshop.key, end)
    with pytest.raises(NotInWorkshop, match="has ended"):
        store.workshops.join(workshop.key, "p", "staff")

    assert store.workshops.joined(workshop.key) == {}


def test_people_and_answers_are_counted_by_group(store: Store) -> None:
    workshop = running(store)
    for number in range(5):
        store.workshops.join(workshop.key, f"p{number}", "staff" if number < 3 else "union")
    for number in (0, 1, 4):
        vote(store, workshop, f"p{number}", 2)

    assert store.workshops.joined(workshop.key) == {"staff": 3, "union": 2}
    assert store.workshops.answered(workshop.key, FIRST) == {"staff": 2, "union": 1}
    assert store.workshops.answered(workshop.key, QuestionRound("MKT1", 2)) == {}


def test_a_burst_of_answers_is_counted_to_the_last_one(store: Store) -> None:
    workshop = running(store)
    everybody = [f"p{number}" for number in range(150)]
    for number, person in enumerate(everybody):
        store.workshops.join(workshop.key, person, ROOM.groups[number % 2])

    promises = [
        store.workshops.cast(Ballot(workshop.key, person, FIRST, number % 4))
        for number, person in enumerate(everybody)
    ]
    wait(promises, 60)

    kept = {one.person: one.level for one in store.workshops.votes(workshop.key)}
    assert kept == {person: number % 4 for number, person in enumerate(everybody)}
    assert all(promise.exception() is None for promise in promises)


def test_closing_while_a_burst_arrives_keeps_exactly_what_was_acknowledged(store: Store) -> None:
    workshop = running(store)
    for number in range(60):
        store.workshops.join(workshop.key, f"p{number}", "staff")
    ready, promises = Barrier(2), list[Future[None]]()

    def burst() -> None:
        ready.wait(20)
        promises.extend(store.workshops.cast(Ballot(workshop.key, f"p{number}", FIRST, 1)) for number in range(60))

    answering = Thread(target=burst)
    answering.start()
    ready.wait(20)
    store.workshops.change(workshop.key, lambda room: close(room, "MKT1"))
    answering.join()
    wait(promises, 60)

    acknowledged = {f"p{number}" for number, promise in enumerate(promises) if promise.exception() is None}
    assert {one.person for one in store.workshops.votes(workshop.key)} == acknowledged


def test_an_erased_workshop_is_gone_with_everybody_s_answers(store: Store, database: Database) -> None:
    workshop = running(store)
    for person in ("p", "q"):
        store.workshops.join(workshop.key, person, "staff")
    vote(store, workshop, "p", 3)

    receipt = store.eraser.workshop(workshop.key)

    assert (receipt.counts.people, receipt.counts.votes) == (2, 1)
    assert database.sql("SELECT count(*) FROM person") == database.sql("SELECT count(*) FROM vote") == [(0,)]
    with pytest.raises(UnknownWorkshop):
        store.workshops.load(workshop.key)


def test_a_workshop_goes_with_its_assessment(store: Store, database: Database) -> None:
    workshop = running(store)
    store.workshops.join(workshop.key, "p", "staff")

    store.delete(workshop.assessment_key)

    assert database.sql("SELECT count(*) FROM workshop") == database.sql("SELECT count(*) FROM person") == [(0,)]
    with pytest.raises(UnknownAssessment):
        store.load(workshop.assessment_key)


def test_workshops_are_overdue_from_the_day_after_their_last(store: Store) -> None:
    workshop = opened(store)

    assert store.workshops.overdue(LATER) == ()
    assert store.workshops.overdue(date(2027, 2, 23)) == (workshop.key,)


@pytest.mark.postgres
def test_two_servers_keep_the_same_workshop_together(postgres_database: Database) -> None:
    stores = [open_store(postgres_database.url) for _ in range(2)]
    workshop = running(stores[0])
    for number in range(80):
        stores[number % 2].workshops.join(workshop.key, f"p{number}", "staff")

    promises = [
        stores[number % 2].workshops.cast(Ballot(workshop.key, f"p{number}", FIRST, 2)) for number in range(80)
    ]
    wait(promises, 60)

    assert all(promise.exception() is None for promise in promises)
    assert {one.person for one in stores[0].workshops.votes(workshop.key)} == {f"p{number}" for number in range(80)}
    for each in stores:
        each.close()
