import re
from datetime import UTC, datetime

import pytest
from store.store_builders import (
    EMPTY,
    FULL,
    ITEMS_OF_FULL,
    Database,
    checked,
    checked_sheet,
    fact,
    level,
    question,
    weight,
)

from detector.core.answers import SERVICE, Answer, AnswerSheet, AnswerState, Item, ItemValue, Service
from detector.store import Store, UnknownAssessment, open_store
from detector.store.serialisation import same

NO_SUCH_KEYS = [
    pytest.param("A" * 22, id="nobody has it"),
    pytest.param("", id="empty"),
    pytest.param("../../etc/passwd", id="a path"),
    pytest.param("A" * 21 + "\0", id="with a zero character"),
    pytest.param("A" * 21 + "\ud800", id="with half a character"),
    pytest.param("A" * 22 + "\n", id="with a line break after it"),
]


@pytest.mark.parametrize("sheet", [pytest.param(EMPTY, id="empty"), pytest.param(FULL, id="with everything")])
def test_an_assessment_is_read_as_it_was_created(store: Store, sheet: AnswerSheet) -> None:
    key = store.create(checked_sheet(sheet), by="Ann")

    assert store.load(key).sheet == sheet


def test_facts_keep_their_kind(store: Store) -> None:
    facts = store.load(store.create(checked_sheet(FULL))).sheet.facts

    kinds = {fact_id: type(value) for fact_id, value in facts.items()}

    assert kinds == {"staff": int, "turnover": float, "route": str, "lock": bool, "finance": tuple}


def test_keys_can_stand_in_an_address_and_never_repeat(store: Store) -> None:
    keys = {store.create(checked_sheet(EMPTY)) for _ in range(20)}

    assert len(keys) == 20
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", key) for key in keys)


def test_what_an_assessment_is_created_with_are_its_first_changes(store: Store) -> None:
    stored = store.load(store.create(checked_sheet(FULL), by="Ann"))

    assert sorted(stored.revisions.values()) == list(range(1, ITEMS_OF_FULL + 1))
    assert stored.revision == ITEMS_OF_FULL
    assert stored.created_at == stored.changed_at
    assert stored.created_at.tzinfo == UTC


@pytest.mark.parametrize(
    ("item", "value"),
    [
        pytest.param(question("STF1"), level(2, "Ballot held"), id="an answer"),
        pytest.param(question("STF1"), Answer(AnswerState.DONT_KNOW), id="don't know"),
        pytest.param(fact("staff"), 0, id="a fact that is zero"),
        pytest.param(fact("lock"), False, id="a fact that is no"),
        pytest.param(weight("finance"), 7.25, id="a weight"),
        pytest.param(SERVICE, Service("Parks", "Exampleshire"), id="the service"),
    ],
)
def test_a_saved_value_is_there_for_whoever_opens_it_next(
    database: Database, store: Store, item: Item, value: ItemValue
) -> None:
    key = store.create(checked_sheet(EMPTY))

    saved = store.save(key, checked(item, value), seen=0, by="Ann")

    stored = open_store(database.url).load(key)
    assert (saved.value, saved.before, saved.by, saved.undoes) == (value, None, "Ann", None)
    assert stored.revisions == {item: saved.number}
    assert store.history(key, item) == (saved,)
    assert stored.changed_at == saved.at <= datetime.now(UTC)


def test_an_answer_taken_back_is_unknown_again_and_stays_in_the_history(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    given = store.save(key, checked(question("MKT1"), level(3)), seen=0)

    taken_back = store.save(key, checked(question("MKT1"), None), seen=given.number)

    stored = store.load(key)
    assert stored.sheet == EMPTY
    assert stored.revisions == {question("MKT1"): taken_back.number}
    assert [change.value for change in store.history(key, question("MKT1"))] == [level(3), None]


def test_each_change_says_what_was_there_before(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    first = store.save(key, checked(question("MKT1"), level(1)), seen=0)

    second = store.save(key, checked(question("MKT1"), level(2)), seen=first.number)

    assert (second.before, second.value) == (level(1), level(2))
    assert second.number == first.number + 1 == store.revision(key)


def test_saving_what_is_there_already_adds_nothing(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    first = store.save(key, checked(question("MKT1"), level(1)), seen=0, by="Ann")

    again = store.save(key, checked(question("MKT1"), level(1)), seen=0, by="Ben")

    assert again == first
    assert store.revision(key) == first.number


def test_taking_back_what_was_never_answered_adds_nothing(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    nothing = store.save(key, checked(question("MKT1"), None), seen=0)

    assert (nothing.number, nothing.value) == (0, None)
    assert store.revision(key) == 0


def test_yes_and_one_are_different_facts() -> None:
    assert not same(fact("lock"), True, 1)
    assert same(fact("lock"), True, True)


@pytest.mark.parametrize("bad", [pytest.param("\0", id="zero"), pytest.param("\ud800", id="half a character")])
def test_names_that_no_database_can_hold_are_kept_readable(store: Store, bad: str) -> None:
    key = store.create(checked_sheet(EMPTY), by=f"A{bad}")

    saved = store.save(key, checked(question("MKT1"), level(1)), seen=0, by=f"A{bad}")

    assert saved.by == "A\N{REPLACEMENT CHARACTER}"
    assert store.history(key, question("MKT1")) == (saved,)


def test_the_list_shows_the_last_changed_first_with_its_answers_counted(store: Store) -> None:
    first, second, third = (
        store.create(checked_sheet(FULL)),
        store.create(checked_sheet(EMPTY)),
        store.create(checked_sheet(FULL)),
    )
    renamed = store.load(first).revisions[SERVICE]
    store.save(first, checked(SERVICE, Service("Archives", "Exampleshire")), seen=renamed)
    store.save(first, checked(question("MKT1"), None), seen=store.load(first).revisions[question("MKT1")])

    listed = store.recent(limit=2)

    assert [(entry.key, entry.name, entry.answered, entry.bank_version) for entry in listed] == [
        (first, "Archives", 2, FULL.bank_version),
        (third, "Libraries", 3, FULL.bank_version),
    ]
    assert [entry.key for entry in store.recent()] == [first, third, second]
    assert [entry.name for entry in store.recent()][-1] == ""


@pytest.mark.parametrize("key", NO_SUCH_KEYS)
def test_an_unknown_key_is_refused_by_every_call(store: Store, key: str) -> None:
    calls = [
        lambda: store.load(key),
        lambda: store.revision(key),
        lambda: store.save(key, checked(question("MKT1"), level(1)), seen=0),
        lambda: store.last_change(key),
        lambda: store.undo(key, 1, checked(question("MKT1"), None)),
        lambda: store.history(key, question("MKT1")),
        lambda: store.delete(key),
    ]

    for call in calls:
        with pytest.raises(UnknownAssessment, match="no assessment at this address"):
            call()


def test_a_deleted_assessment_is_gone_and_the_others_stay(database: Database, store: Store) -> None:
    deleted, kept = store.create(checked_sheet(FULL)), store.create(checked_sheet(FULL))

    store.delete(deleted)

    assert [entry.key for entry in store.recent()] == [kept]
    assert store.load(kept).sheet == FULL
    assert database.sql("SELECT DISTINCT assessment_key FROM revision") == [(kept,)]
