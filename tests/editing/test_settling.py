"""What becomes of what a page shows: kept once, refused in words, and never over what was not seen."""

import pytest
from editing.editors import Workshop
from store.store_builders import fact, level, question, weight

from detector.core.answers import SERVICE, Item, ItemKind, ItemValue, PlannedAction, Service
from detector.core.errors import StoreError
from detector.editing import Outcome, Settled, contest
from detector.store import AssessmentInBin, Store

MKT1, MKT2 = question("MKT1"), question("MKT2")
SAME, SAVED = Settled(Outcome.SAME), Settled(Outcome.SAVED)
CHANGED_ELSEWHERE, CONFLICT = Settled(Outcome.CHANGED_ELSEWHERE), Settled(Outcome.CONFLICT)


@pytest.mark.parametrize(
    ("item", "value"),
    [
        pytest.param(MKT1, level(2, "Seen"), id="an answer"),
        pytest.param(fact("route"), "teckal", id="a fact"),
        pytest.param(weight("market"), 12.5, id="a weight"),
        pytest.param(SERVICE, Service("Parks"), id="the service"),
        pytest.param(Item(ItemKind.PLAN, "brief_staff"), PlannedAction("Finance"), id="a plan"),
    ],
)
def test_what_is_shown_twice_is_kept_once(room: Workshop, item: Item, value: ItemValue) -> None:
    ann = room.person("Ann")

    first, second = ann.shows(item, value), ann.shows(item, value)

    assert (first, second) == (SAVED, SAME)
    assert room.history(item) == [value]
    assert ann.opened.stored == room.store.load(room.key)


def test_a_page_that_shows_what_is_recorded_changes_nothing(room: Workshop) -> None:
    room.person().shows(MKT1, level(2))

    assert room.person().shows(MKT1, level(2)) == SAME
    assert room.history(MKT1) == [level(2)]


def test_taking_back_is_a_change_too(room: Workshop) -> None:
    ann = room.person()
    ann.shows(MKT1, level(2))

    assert ann.shows(MKT1, None) == SAVED
    assert room.kept(MKT1) is None
    assert room.history(MKT1) == [level(2), None]


@pytest.mark.parametrize(
    ("item", "value", "words"),
    [
        pytest.param(MKT1, level(99), "takes a level from 0 to 3, not 99.", id="no such level"),
        pytest.param(question("OLD1"), level(1), "There is no question 'OLD1'.", id="no such question"),
        pytest.param(weight("market"), 99.0, "can be set from 5 to 15, not to 99.", id="a weight too far off"),
    ],
)
def test_what_does_not_fit_is_refused_in_words_and_nothing_is_kept(
    room: Workshop, item: Item, value: ItemValue, words: str
) -> None:
    ann = room.person()

    settled = ann.shows(item, value)

    assert settled.outcome is Outcome.REFUSED
    assert words in settled.fault
    assert room.store.revision(room.key) == 0


def test_after_a_refusal_the_next_value_is_kept_as_usual(room: Workshop) -> None:
    ann = room.person()
    ann.shows(MKT1, level(99))

    assert ann.shows(MKT1, level(3)) == SAVED


def test_what_somebody_else_changed_is_told_once(room: Workshop) -> None:
    ann, ben = room.person("Ann"), room.person("Ben")
    ann.sees(MKT1)
    ben.shows(MKT1, level(2))

    assert ann.shows(MKT1, None) == CHANGED_ELSEWHERE
    assert ann.shows(MKT1, level(2)) == SAME


def test_what_somebody_else_changed_elsewhere_is_no_matter_here(room: Workshop) -> None:
    ann, ben = room.person("Ann"), room.person("Ben")
    ann.sees(MKT1)
    ben.shows(MKT2, level(2))

    assert ann.shows(MKT1, level(1)) == SAVED
    assert (room.kept(MKT1), room.kept(MKT2)) == (level(1), level(2))
    assert ann.opened.stored == room.store.load(room.key)


def test_two_who_change_the_same_item_find_both_values_and_nothing_is_written(room: Workshop) -> None:
    ann, ben = room.person("Ann"), room.person("Ben")
    ann.sees(MKT1)
    ben.shows(MKT1, level(2))

    outcomes = [ann.shows(MKT1, level(1)), ann.shows(MKT1, level(1)), ann.shows(MKT1, level(0))]

    conflict = ann.opened.conflicts[MKT1]
    assert outcomes == [CONFLICT] * 3
    assert (conflict.mine, conflict.theirs.value, conflict.theirs.by) == (level(0), level(2), "Ben")
    assert room.history(MKT1) == [level(2)]


def test_two_who_give_the_same_answer_do_not_conflict(room: Workshop) -> None:
    ann, ben = room.person("Ann"), room.person("Ben")
    ann.sees(MKT1)
    ben.shows(MKT1, level(2))

    assert ann.shows(MKT1, level(2)) == SAVED
    assert room.history(MKT1) == [level(2)]


def test_keeping_theirs_ends_the_conflict_with_theirs(room: Workshop) -> None:
    ann, ben = room.person("Ann"), room.person("Ben")
    ann.sees(MKT1)
    ben.shows(MKT1, level(2))
    ann.shows(MKT1, level(1))

    ann.keeps_theirs(MKT1)

    assert ann.opened.conflicts == {}
    assert ann.shows(MKT1, level(2)) == SAME
    assert room.history(MKT1) == [level(2)]


def test_keeping_mine_ends_the_conflict_with_mine_and_theirs_stays_in_the_history(room: Workshop) -> None:
    ann, ben = room.person("Ann"), room.person("Ben")
    ann.sees(MKT1)
    ben.shows(MKT1, level(2))
    ann.shows(MKT1, level(1))

    ann.keeps_mine(MKT1)

    assert ann.opened.conflicts == {}
    assert ann.shows(MKT1, level(1)) == SAME
    assert room.history(MKT1) == [level(2), level(1)]


def test_keeping_mine_over_what_was_changed_once_more_keeps_it_over_the_latest(room: Workshop) -> None:
    ann, ben = room.person("Ann"), room.person("Ben")
    ann.sees(MKT1)
    ben.shows(MKT1, level(2))
    ann.shows(MKT1, level(1))
    ben.shows(MKT1, level(3))

    ann.keeps_mine(MKT1)

    assert room.history(MKT1) == [level(2), level(3), level(1)]


def test_a_browser_that_brings_back_what_it_had_chosen_is_believed(room: Workshop) -> None:
    assert room.person().shows(MKT1, level(2)) == SAVED


def test_a_browser_that_brings_back_an_older_value_never_puts_it_over_the_newer(room: Workshop) -> None:
    ben = room.person("Ben")
    ben.shows(MKT1, level(1))
    ben.shows(MKT1, level(3))
    back = room.person("Ann")

    assert back.shows(MKT1, level(1)) == CONFLICT
    assert (back.opened.conflicts[MKT1].mine, back.opened.conflicts[MKT1].theirs.value) == (level(1), level(3))
    assert room.kept(MKT1) == level(3)


def test_a_page_that_brings_back_what_was_erased_puts_it_over_nothing(room: Workshop) -> None:
    ann, ben = room.person("Ann"), room.person("Ben")
    ann.shows(MKT1, level(1, "Sam said so"))
    ann.shows(MKT1, level(2))
    room.store.histories.erase_value(room.key, 1)

    assert ben.shows(MKT1, level(1, "Sam said so")) == CONFLICT

    assert room.history(MKT1) == [None, level(2)]


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A store that refuses every save; the keys of the assessments for which it was asked."""
    asked: list[str] = []

    def save(_store: Store, key: str, *_: object) -> None:
        asked.append(key)
        raise StoreError("The disk is full. What was saved is still there.", "The disk is full.")

    monkeypatch.setattr(Store, "save", save)
    return asked


def test_what_the_store_refuses_is_not_kept_says_why_and_is_kept_later(
    room: Workshop, full_disk: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = room.person()

    assert ann.shows(MKT1, level(2)) == Settled(Outcome.NOT_KEPT, "The disk is full.")
    monkeypatch.undo()
    ann.opened.refused = ""

    assert ann.shows(MKT1, level(2)) == SAVED
    assert room.history(MKT1) == [level(2)]


def test_a_store_that_refused_once_is_not_asked_for_every_other_item(room: Workshop, full_disk: list[str]) -> None:
    ann = room.person()
    ann.sees(MKT2)

    outcomes = [ann.shows(item, level(2)).outcome for item in (MKT1, MKT2)]

    assert outcomes == [Outcome.NOT_KEPT, Outcome.NOT_KEPT]
    assert full_disk == [room.key]
    assert ann.shows(question("MKT3"), None) == SAME


def test_what_was_begun_from_a_value_no_longer_kept_is_a_choice(room: Workshop) -> None:
    room.person("Ben").shows(MKT1, level(2, "Theirs"))
    ann = room.person("Ann")

    contest(ann.editor, ann.opened, MKT1, level(2, "Mine"))

    conflict = ann.opened.conflicts[MKT1]
    assert (conflict.mine, conflict.theirs.value) == (level(2, "Mine"), level(2, "Theirs"))
    assert ann.shows(MKT1, level(2, "Mine")) == CONFLICT
    assert room.kept(MKT1) == level(2, "Theirs")
    ann.keeps_mine(MKT1)
    assert room.history(MKT1) == [level(2, "Theirs"), level(2, "Mine")]


def test_an_answer_for_an_assessment_that_somebody_binned_says_so(room: Workshop) -> None:
    ann = room.person("Ann")
    ann.shows(MKT1, level(2))
    room.store.bin.put(room.key)

    with pytest.raises(AssessmentInBin):
        ann.shows(MKT1, level(3))

    room.store.bin.put_back(room.key)
    assert room.history(MKT1) == [level(2)]
