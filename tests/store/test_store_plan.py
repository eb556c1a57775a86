"""The plan of actions in the store: saved, undone and argued over like an answer, also in an older database."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store.store_builders import EMPTY, action, checked, checked_sheet, level, question, undo

from detector.core.answers import Answer, AnswerSheet, AnswerState, PlannedAction, Service
from detector.store import EditConflict, Store, open_store
from detector.store.location import sqlite_url
from detector.store.serialisation import from_text, to_text

BRIEF = action("brief_staff")
OWNED = PlannedAction("Jo Smith")
DATED = PlannedAction("Jo Smith", "2027-03-01")
DONE = PlannedAction("Jo Smith", "2027-03-01", done=True)

OLD_KEY = "AssessmentMadeEarlier1"
OLD_SHEET = AnswerSheet(
    "2026.1",
    Service("Libraries", "Exampleshire"),
    {"staff": 120, "lock": True},
    {"market": 12.5},
    {
        "MKT1": Answer(AnswerState.LEVEL, 3, 2, "Seen \u00e9", ("https://example.org",)),
        "STF1": Answer(AnswerState.DONT_KNOW),
    },
)


@pytest.fixture
def old_store(tmp_path: Path) -> Iterator[Store]:
    """A store on a database that was made before actions could be planned."""
    file = tmp_path / "detector.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(Path(__file__).with_name("made_before_plans.sql").read_text(encoding="utf-8"))
    opened = open_store(sqlite_url(file))
    yield opened
    opened.close()


def plan_step_by_step(store: Store, key: str) -> None:
    """Give an owner, then a target date, then tick it off."""
    seen = 0
    for planned in (OWNED, DATED, DONE):
        seen = store.save(key, checked(BRIEF, planned), seen=seen, by="Ann").number


def test_every_change_of_a_plan_stays_in_its_history(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    plan_step_by_step(store, key)

    changes = [(change.before, change.value, change.by) for change in store.history(key, BRIEF)]
    assert changes == [(None, OWNED, "Ann"), (OWNED, DATED, "Ann"), (DATED, DONE, "Ann")]
    assert store.load(key).sheet.plan == {"brief_staff": DONE}


def test_undo_takes_the_tick_off_again_and_then_the_date_and_then_the_owner(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    plan_step_by_step(store, key)

    left: list[PlannedAction | None] = []
    while (last := store.last_change(key)) is not None:
        undo(store, key, last)
        left.append(store.load(key).sheet.plan.get("brief_staff"))

    assert left == [DATED, OWNED, None]
    assert store.load(key).sheet == EMPTY


def test_two_who_plan_the_same_action_see_each_others_plan_and_nothing_is_written(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    theirs = store.save(key, checked(BRIEF, OWNED), seen=0, by="Ann")

    with pytest.raises(EditConflict, match="Ann changed plan 'brief_staff' in the meantime") as caught:
        store.save(key, checked(BRIEF, PlannedAction("Ben")), seen=0, by="Ben")

    assert (caught.value.mine, caught.value.theirs) == (PlannedAction("Ben"), theirs)
    assert store.load(key).sheet.plan == {"brief_staff": OWNED}


def test_an_action_and_a_question_of_the_same_id_are_kept_apart(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))
    store.save(key, checked(question("brief_staff"), level(1)), seen=0)

    store.save(key, checked(BRIEF, OWNED), seen=0)

    sheet = store.load(key).sheet
    assert (sheet.answers, sheet.plan) == ({"brief_staff": level(1)}, {"brief_staff": OWNED})


def test_a_plan_does_not_count_as_an_answered_question(store: Store) -> None:
    key = store.create(checked_sheet(EMPTY))

    store.save(key, checked(BRIEF, DONE), seen=0)

    assert [listing.answered for listing in store.recent()] == [0]


def test_a_database_made_before_plans_opens_with_all_it_held(old_store: Store) -> None:
    stored = old_store.load(OLD_KEY)

    assert stored.sheet == OLD_SHEET
    assert stored.revision == 8
    assert [change.by for change in old_store.history(OLD_KEY, question("STF1"))] == ["Ann", "Ben", "Ann"]


def test_an_action_can_be_planned_in_a_database_made_before_plans(old_store: Store) -> None:
    saved = old_store.save(OLD_KEY, checked(BRIEF, DATED), seen=0)

    assert old_store.load(OLD_KEY).sheet.plan == {"brief_staff": DATED}
    undo(old_store, OLD_KEY, saved)
    assert old_store.load(OLD_KEY).sheet == OLD_SHEET


def test_a_plan_is_written_down_with_every_part_and_read_without_those_a_newer_program_adds() -> None:
    written = to_text(BRIEF, OWNED)

    assert written == '{"shape": 1, "value": {"done": false, "due": "", "owner": "Jo Smith"}}'
    assert from_text(BRIEF, written.replace('"due"', '"priority": 1, "due"')) == OWNED
