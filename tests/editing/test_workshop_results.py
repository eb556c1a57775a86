"""What a workshop agreed goes into the assessment whole, with where it came from, or not at all."""

from dataclasses import replace

import pytest
from editing.editors import Workshop
from store.store_builders import level, question

from detector.core.answers import Answer, AnswerState, Item, ItemKind, WorkshopResult
from detector.core.errors import AnswerError
from detector.editing import grade_of, note_found, take_over

MKT1, FOUND_ON_MKT1 = question("MKT1"), Item(ItemKind.WORKSHOP, "MKT1")
LINK = ("https://example.org/board-paper",)
FOUND = WorkshopResult("2026-11-22", 1, 12, 2, 2.0, 0.6, "One of us waits")


def seen_by(room: Workshop) -> int:
    return room.store.load(room.key).revisions.get(MKT1, 0)


def test_the_agreed_level_is_the_answer_and_keeps_evidence_note_and_links(room: Workshop) -> None:
    before = Answer(AnswerState.LEVEL, 0, 1, "Ballot held", ("https://example.org",))
    room.person().shows(MKT1, before)

    taken = take_over(room.person("Workshop").editor, room.key, "MKT1", FOUND, seen_by(room), None)

    assert taken
    assert room.kept(MKT1) == replace(before, level=2)
    assert room.kept(FOUND_ON_MKT1) == FOUND
    assert room.store.history(room.key, MKT1)[-1].by == "Workshop"


@pytest.mark.parametrize(
    "before",
    [None, Answer(AnswerState.DONT_KNOW), Answer(AnswerState.NOT_APPLICABLE, reason="Nobody pays for it")],
)
def test_whatever_was_answered_the_agreed_level_takes_its_place(room: Workshop, before: Answer | None) -> None:
    room.person().shows(MKT1, before)

    take_over(room.person().editor, room.key, "MKT1", FOUND, seen_by(room), 3)

    assert room.kept(MKT1) == Answer(AnswerState.LEVEL, 2, 1)


@pytest.mark.parametrize(
    ("before", "asked", "grade"),
    [
        pytest.param(None, None, 0, id="nothing behind it"),
        pytest.param(None, 3, 1, id="a room is informed judgement at most"),
        pytest.param(Answer(AnswerState.LEVEL, 0, 2), None, 1, id="nor does the old level's grade carry over"),
        pytest.param(Answer(AnswerState.LEVEL, 0, 0), None, 0, id="an assertion stays one"),
        pytest.param(Answer(AnswerState.LEVEL, 0, 2, links=LINK), None, 2, id="a document does"),
        pytest.param(Answer(AnswerState.LEVEL, 0, 0, links=LINK), 3, 3, id="and bears the grade the room gives it"),
        pytest.param(Answer(AnswerState.LEVEL, 2, 3), None, 3, id="what only confirms the level takes nothing away"),
        pytest.param(Answer(AnswerState.LEVEL, 2, 3), 2, 1, id="a grade given anew needs a document"),
    ],
)
def test_what_stands_behind_an_agreed_level(before: Answer | None, asked: int | None, grade: int) -> None:
    assert grade_of(before or Answer(AnswerState.DONT_KNOW), 2, asked) == grade


def test_a_room_that_does_not_know_leaves_the_question_open(room: Workshop) -> None:
    room.person().shows(MKT1, Answer(AnswerState.LEVEL, 3, 1, "Somebody said so"))
    unknown = WorkshopResult("2026-11-22", 1, 12, None, chose=5, dont_know=7)

    take_over(room.person().editor, room.key, "MKT1", unknown, seen_by(room), None)

    assert room.kept(MKT1) == Answer(AnswerState.DONT_KNOW, None, 1, "Somebody said so")
    assert room.kept(FOUND_ON_MKT1) == unknown


def test_over_an_answer_that_was_not_seen_nothing_is_written(room: Workshop) -> None:
    seen = seen_by(room)
    room.person("Ann").shows(MKT1, level(1))

    taken = take_over(room.person().editor, room.key, "MKT1", FOUND, seen, None)

    assert not taken
    assert (room.kept(MKT1), room.kept(FOUND_ON_MKT1)) == (level(1), None)
    assert room.store.revision(room.key) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(replace(FOUND, people=3), id="figures of too few people"),
        pytest.param(replace(FOUND, dissent="x" * 20_001), id="a dissent too long"),
        pytest.param(replace(FOUND, level=4), id="no such level"),
    ],
)
def test_where_the_provenance_cannot_be_kept_neither_is_the_level(room: Workshop, wrong: WorkshopResult) -> None:
    with pytest.raises(AnswerError):
        take_over(room.person().editor, room.key, "MKT1", wrong, 0, None)

    assert room.store.revision(room.key) == 0


def test_taking_over_twice_writes_once(room: Workshop) -> None:
    editor = room.person().editor
    take_over(editor, room.key, "MKT1", FOUND, 0, None)

    again = take_over(editor, room.key, "MKT1", FOUND, seen_by(room), None)

    assert again
    assert room.store.revision(room.key) == 2


def test_what_was_found_can_stand_beside_another_answer(room: Workshop) -> None:
    room.person("Ann").shows(MKT1, level(1))

    note_found(room.person().editor, room.key, "MKT1", FOUND)

    assert (room.kept(MKT1), room.kept(FOUND_ON_MKT1)) == (level(1), FOUND)
