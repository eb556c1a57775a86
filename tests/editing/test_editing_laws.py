"""Laws of editing, whatever is tried in whatever order by two people."""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal

from editing.editors import Person, Workshop, room_with
from editing.wild_changes import Change, changes
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from store.store_builders import BANK

from detector.core.answers import (
    Item,
    ItemKind,
    WorkshopResult,
    answer_item,
    check_change,
    item_problems,
    items_of,
    sheet_of,
)
from detector.core.errors import AnswerError, DetectorError
from detector.editing import Outcome, Settled, create, note_found, take_over
from detector.store import Store

Step = tuple[Literal["shows", "theirs", "mine", "undo", "workshop", "found"], int, Change]

MKT1 = answer_item("MKT1")
PEOPLE = st.integers(0, 1)
WAYS = st.sampled_from(
    ["shows", "shows", "shows", "shows", "shows", "shows", "theirs", "mine", "undo", "workshop", "found"]
)
STEPS = st.lists(st.tuples(WAYS, PEOPLE, changes()), min_size=6, max_size=14)
ON_A_STORE = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@dataclass
class Work:
    """Two people at one assessment, and every value that was told to them as saved."""

    room: Workshop
    people: tuple[Person, Person]
    saved: list[Change] = field(default_factory=list[Change])

    def do(self, step: Step) -> None:
        """One step, which may be refused in words and never otherwise."""
        way, number, (item, value) = step
        person = self.people[number]
        with suppress(DetectorError):
            match way:
                case "shows":
                    settled = person.shows(item, value)
                    if settled.outcome is Outcome.SAVED:
                        self.saved.append((item, value))
                case "theirs":
                    person.keeps_theirs(next(iter(person.opened.conflicts), item))
                case "mine":
                    person.keeps_mine(next(iter(person.opened.conflicts), item))
                case "undo":
                    last = self.room.store.last_change(self.room.key)
                    if last is not None:
                        person.undoes(last)
                case "workshop" if isinstance(value, WorkshopResult):
                    seen = self.room.store.load(self.room.key).revisions.get(Item(ItemKind.ANSWER, item.id), 0)
                    take_over(person.editor, self.room.key, item.id, value, seen, None)
                case "found" if isinstance(value, WorkshopResult):
                    note_found(person.editor, self.room.key, item.id, value)
                case _:
                    pass


def work(store: Store, steps: list[Step]) -> Work:
    room = room_with(store)
    done = Work(room, (room.person("Ann"), room.person("Ben")))
    for person in done.people:
        person.sees(MKT1)
    for step in steps:
        done.do(step)
    return done


@ON_A_STORE
@given(steps=STEPS)
def test_nothing_that_the_check_refuses_is_ever_kept(store: Store, steps: list[Step]) -> None:
    done = work(store, steps)

    stored = store.load(done.room.key)
    event(f"changes kept: {min(stored.revision, 3)}")
    for item in stored.revisions:
        for change in store.history(done.room.key, item):
            assert item_problems(BANK, item, change.value) == ()
            assert item_problems(BANK, item, change.before) == ()


@ON_A_STORE
@given(steps=STEPS)
def test_what_was_told_as_saved_is_in_the_history_as_it_was_given(store: Store, steps: list[Step]) -> None:
    done = work(store, steps)

    for item, value in done.saved:
        assert value is None or value in done.room.history(item)


@ON_A_STORE
@given(steps=STEPS)
def test_what_a_person_has_open_is_what_the_store_holds(store: Store, steps: list[Step]) -> None:
    done = work(store, steps)

    for person in done.people:
        person.sees(Item(ItemKind.ANSWER, "MKT3"))
        assert person.opened.stored == store.load(done.room.key)


@ON_A_STORE
@given(steps=STEPS, change=changes())
def test_settling_twice_is_settling_once(store: Store, steps: list[Step], change: Change) -> None:
    done = work(store, steps)
    person, (item, value) = done.people[0], change
    first = person.shows(item, value)
    before = store.revision(done.room.key)
    # Told that somebody else changed it, a page shows theirs from then on.
    shown = done.room.kept(item) if first.outcome is Outcome.CHANGED_ELSEWHERE else value

    second = person.shows(item, shown)

    ended = first.outcome in (Outcome.CONFLICT, Outcome.REFUSED)
    assert second == (first if ended else Settled(Outcome.SAME))
    assert store.revision(done.room.key) == before


@ON_A_STORE
@given(steps=STEPS)
def test_of_a_conflict_both_values_can_be_reached(store: Store, steps: list[Step]) -> None:
    done = work(store, steps)

    event(f"people in a conflict: {sum(bool(person.opened.conflicts) for person in done.people)}")
    for person in done.people:
        for item, conflict in person.opened.conflicts.items():
            history = done.room.history(item)
            assert conflict.theirs.value is None or conflict.theirs.value in history
            person.keeps_mine(item)
            assert done.room.kept(item) == conflict.mine
            break


@ON_A_STORE
@given(wanted=st.lists(changes(), max_size=4))
def test_a_sheet_makes_an_assessment_only_if_every_item_passes(store: Store, wanted: list[Change]) -> None:
    sheet = sheet_of(BANK.version, dict(wanted))
    held = items_of(sheet)
    fits = not any(item_problems(BANK, item, value) for item, value in held.items())
    person = room_with(store).person()

    try:
        key = create(person.editor, sheet)
    except AnswerError:
        assert not fits
    else:
        assert fits
        assert store.load(key).sheet == sheet


@given(change=changes())
def test_the_check_lets_through_what_has_no_problem_and_nothing_else(change: Change) -> None:
    item, value = change
    fits = item_problems(BANK, item, value) == ()

    try:
        checked = check_change(BANK, item, value)
    except AnswerError:
        assert not fits
    else:
        assert fits
        assert checked.value == value
