from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.core.errors import WorkshopError
from detector.core.workshop.votes import QuestionState
from detector.core.workshop.workshop import (
    Agreed,
    QuestionRound,
    Screen,
    ScreenKind,
    Workshop,
    WorkshopPhase,
    agree,
    close,
    end,
    latest_round,
    open_again,
    open_questions,
    reveal,
    show,
    start,
    takes_votes,
    without_answers,
)

ROOM = Workshop(("MKT1", "MKT2"), ("staff", "union"))
STEPS: dict[str, Callable[[Workshop, str], Workshop]] = {
    "start": lambda room, _: start(room),
    "open": lambda room, question: open_questions(room, [question]),
    "close": close,
    "reveal": reveal,
    "again": open_again,
    "agree": lambda room, question: agree(room, question, 2),
    "end": lambda room, _: end(room),
}
ORDER = [QuestionState.WAITING, QuestionState.OPEN, QuestionState.CLOSED, QuestionState.REVEALED]


def after(*steps: str, room: Workshop = ROOM) -> Workshop:
    """The room after steps written as "open MKT1"."""
    for step in steps:
        name, _, question = step.partition(" ")
        room = STEPS[name](room, question)
    return room


def test_a_question_is_open_then_closed_then_shown() -> None:
    rooms = [after("start", "open MKT1", *more) for more in ((), ("close MKT1",), ("close MKT1", "reveal MKT1"))]

    states = [room.rounds[QuestionRound("MKT1", 1)] for room in rooms]
    assert states == [QuestionState.OPEN, QuestionState.CLOSED, QuestionState.REVEALED]


def test_only_an_open_question_takes_votes() -> None:
    room = after("start", "open MKT1", "open MKT2", "close MKT2")

    assert takes_votes(room, QuestionRound("MKT1", 1))
    assert not takes_votes(room, QuestionRound("MKT2", 1))
    assert not takes_votes(room, QuestionRound("MKT1", 2))
    assert not takes_votes(end(room), QuestionRound("MKT1", 1))


def test_a_second_round_leaves_the_first_as_it_was() -> None:
    room = after("start", "open MKT1", "close MKT1", "reveal MKT1", "again MKT1")

    assert room.rounds == {
        QuestionRound("MKT1", 1): QuestionState.REVEALED,
        QuestionRound("MKT1", 2): QuestionState.OPEN,
    }
    assert latest_round(room, "MKT1") == QuestionRound("MKT1", 2)


def test_what_is_agreed_carries_its_round_and_dissent() -> None:
    room = after("start", "open MKT1", "close MKT1", "reveal MKT1")

    settled = agree(room, "MKT1", 1, " Two of the union see a 0. ")

    assert settled.agreed == {"MKT1": Agreed("MKT1", 1, 1, "Two of the union see a 0.")}


def test_where_nothing_is_hidden_closing_shows() -> None:
    room = after("start", "open MKT1", "close MKT1", room=Workshop(("MKT1",), ("staff",), hidden=False))

    assert room.rounds[QuestionRound("MKT1", 1)] is QuestionState.REVEALED


def test_opening_again_what_is_open_changes_nothing() -> None:
    room = after("start", "open MKT1", "close MKT1")

    assert open_questions(room, ["MKT1"]) == room


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(("open MKT1",), id="open before the start"),
        pytest.param(("start", "open XXX"), id="open a question of another workshop"),
        pytest.param(("start", "close MKT1"), id="close what never opened"),
        pytest.param(("start", "open MKT1", "reveal MKT1"), id="show what is still open"),
        pytest.param(("start", "open MKT1", "close MKT1", "again MKT1"), id="a second round of what nobody saw"),
        pytest.param(("start", "open MKT1", "close MKT1", "agree MKT1"), id="agree before it is shown"),
        pytest.param(("start", "end", "open MKT1"), id="open after the end"),
        pytest.param(("start", "end", "start"), id="start after the end"),
        pytest.param(
            (
                "start",
                *("open MKT1", "close MKT1", "reveal MKT1", "again MKT1", "close MKT1", "reveal MKT1", "again MKT1"),
            ),
            id="a third round",
        ),
    ],
)
def test_what_a_room_refuses(steps: tuple[str, ...]) -> None:
    *before, last = steps
    room = after(*before)

    with pytest.raises(WorkshopError):
        after(last, room=room)


def test_a_level_that_does_not_exist_is_refused() -> None:
    room = after("start", "open MKT1", "close MKT1", "reveal MKT1")

    with pytest.raises(WorkshopError, match="from 0 to 3, not 4"):
        agree(room, "MKT1", 4)


@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from(ROOM.question_ids)), max_size=30))
def test_a_turn_never_goes_back(steps: list[tuple[str, str]]) -> None:
    room = ROOM
    for name, question in steps:
        before = room
        try:
            room = STEPS[name](room, question)
        except WorkshopError:
            continue

        assert all(
            ORDER.index(room.rounds[question_round]) >= ORDER.index(state)
            for question_round, state in before.rounds.items()
        )
        assert room.phase is not WorkshopPhase.ENDED or not any(
            takes_votes(room, question_round) for question_round in room.rounds
        )


def test_the_projector_follows_the_questions_and_can_be_turned_to_something_else() -> None:
    asked = after("start", "open MKT1")
    remarks = show(asked, Screen(ScreenKind.REMARKS, "MKT1"))

    assert asked.screen == Screen(ScreenKind.QUESTION, "MKT1")
    assert show(remarks, Screen(ScreenKind.PICTURE)).screen == Screen(ScreenKind.PICTURE)
    assert after("close MKT1", "reveal MKT1", room=remarks).screen == Screen(ScreenKind.QUESTION, "MKT1")


def test_the_projector_shows_no_question_of_another_workshop() -> None:
    with pytest.raises(WorkshopError):
        show(ROOM, Screen(ScreenKind.REMARKS, "XXX"))


def test_without_answers_only_what_was_agreed_stays_and_the_rest_is_asked_again() -> None:
    room = after("start", "open MKT1", "close MKT1", "reveal MKT1", "agree MKT1", "open MKT2", "close MKT2")

    again = without_answers(room)

    assert again.restored
    assert (again.phase, again.agreed, again.screen) == (room.phase, room.agreed, Screen())
    assert again.rounds == {QuestionRound("MKT1", 1): QuestionState.REVEALED}
    assert latest_round(after("open MKT2", room=again), "MKT2") == QuestionRound("MKT2", 1)


@given(st.lists(st.sampled_from([f"{name} {each}" for name in STEPS for each in ("MKT1", "MKT2")]), max_size=30))
def test_a_room_without_answers_takes_none_to_what_was_not_agreed_until_it_is_asked(steps: list[str]) -> None:
    room = ROOM
    for step in steps:
        try:
            room = after(step, room=room)
        except WorkshopError:
            continue

    again = without_answers(room)

    assert without_answers(again) == again
    assert again.agreed == room.agreed
    assert {each.question_id for each in again.rounds} == set(room.agreed)
