"""How a workshop goes: what is asked, what is open, what is shown, and what the room agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from detector.core.answers import is_level
from detector.core.bank import TOP_LEVEL
from detector.core.errors import RoomError
from detector.core.workshop.votes import FIRST_ROUND, SECOND_ROUND, QuestionState


class RoomState(StrEnum):
    """How far a workshop is: people join, questions are answered, all is over."""

    JOINING = "joining"
    RUNNING = "running"
    ENDED = "ended"


@dataclass(frozen=True)
class Turn:
    """One question in one round."""

    question_id: str
    round: int


@dataclass(frozen=True)
class Agreed:
    """The level (0-3) a room settled on after a round, and what those who see it otherwise want written down."""

    question_id: str
    round: int
    level: int
    dissent: str = ""


class ScreenKind(StrEnum):
    """What the projector shows: joining, a question, its released remarks, the picture, or where the room differs."""

    JOIN = "join"
    QUESTION = "question"
    REMARKS = "remarks"
    PICTURE = "picture"
    DIVERGENCE = "divergence"


@dataclass(frozen=True)
class Screen:
    """What the projector shows now; `question_id` is "" but for a question and its remarks."""

    kind: ScreenKind = ScreenKind.JOIN
    question_id: str = ""


@dataclass(frozen=True)
class Room:
    """A workshop's questions and stakeholder groups (ids, in order), and how far it is.

    A turn that is absent from `turns` waits. `hidden` keeps an answered question from the room until it is revealed;
    `free_text` lets people write a remark, which nobody sees before it is released.
    """

    question_ids: tuple[str, ...]
    groups: tuple[str, ...]
    hidden: bool = True
    free_text: bool = False
    state: RoomState = RoomState.JOINING
    turns: Mapping[Turn, QuestionState] = field(default_factory=dict[Turn, QuestionState])
    agreed: Mapping[str, Agreed] = field(default_factory=dict[str, Agreed])
    screen: Screen = field(default_factory=Screen)


def start(room: Room) -> Room:
    """The room, ready for its first question."""
    if room.state is RoomState.ENDED:
        raise RoomError("This workshop has ended. Open a new one to ask again.")
    return replace(room, state=RoomState.RUNNING)


def latest_turn(room: Room, question_id: str) -> Turn | None:
    """The newest turn of a question, or None while it waits for its first."""
    rounds = (SECOND_ROUND, FIRST_ROUND)
    return next((turn for turn in (Turn(question_id, number) for number in rounds) if turn in room.turns), None)


def open_questions(room: Room, question_ids: Iterable[str]) -> Room:
    """The room with these questions open for answers; those already opened stay as they are.

    Raises:
        RoomError: the room is not running, or a question is not one of its own.
    """
    _must_run(room)
    asked = list(question_ids)
    for question_id in asked:
        _must_ask(room, question_id)
    fresh = {Turn(each, FIRST_ROUND): QuestionState.OPEN for each in asked if latest_turn(room, each) is None}
    opened = replace(room, turns={**room.turns, **fresh})
    return show(opened, Screen(ScreenKind.QUESTION, asked[0])) if asked else opened


def open_again(room: Room, question_id: str) -> Room:
    """The room with a second round of one question; the first round stays as it was answered.

    Raises:
        RoomError: the room is not running, the first round has not been revealed, or there was a second one.
    """
    _must_run(room)
    turn = latest_turn(room, question_id)
    if turn is None or turn.round != FIRST_ROUND or room.turns[turn] is not QuestionState.REVEALED:
        raise RoomError("A second round follows a first one that the room has seen, and there is no third.")
    opened = replace(room, turns={**room.turns, Turn(question_id, SECOND_ROUND): QuestionState.OPEN})
    return show(opened, Screen(ScreenKind.QUESTION, question_id))


def close(room: Room, question_id: str) -> Room:
    """The room with a question closed: nobody can answer it or change an answer in this round any more.

    Figures are made of closed rounds alone. Were they shown while people answer, the difference between two looks
    would be one person's answer. Where nothing is hidden, closing reveals.

    Raises:
        RoomError: the question is not open.
    """
    turn = _in_state(room, question_id, QuestionState.OPEN, "It is not open.")
    after = QuestionState.CLOSED if room.hidden else QuestionState.REVEALED
    return replace(room, turns={**room.turns, turn: after})


def reveal(room: Room, question_id: str) -> Room:
    """The room with a closed question shown to everybody.

    Raises:
        RoomError: the question is not closed.
    """
    turn = _in_state(room, question_id, QuestionState.CLOSED, "Close the question first; then show it.")
    revealed = replace(room, turns={**room.turns, turn: QuestionState.REVEALED})
    return show(revealed, Screen(ScreenKind.QUESTION, question_id))


def show(room: Room, screen: Screen) -> Room:
    """The room with another picture on the projector. What is not revealed is never on it.

    Raises:
        RoomError: there is no such question.
    """
    if screen.kind in (ScreenKind.QUESTION, ScreenKind.REMARKS):
        _must_ask(room, screen.question_id)
    return replace(room, screen=screen)


def agree(room: Room, question_id: str, level: int, dissent: str = "") -> Room:
    """The room with the level it settled on, in place of any earlier one.

    Raises:
        RoomError: the question has not been revealed, or there is no such level.
    """
    turn = _in_state(room, question_id, QuestionState.REVEALED, "Show the answers before the room settles on a level.")
    if not is_level(level):
        raise RoomError(f"A level is a whole number from 0 to {TOP_LEVEL}, not {level}.")
    settled = Agreed(question_id, turn.round, level, dissent.strip())
    return replace(room, agreed={**room.agreed, question_id: settled})


def end(room: Room) -> Room:
    """The room after the workshop: what was open is closed, and what was closed unseen stays unseen."""
    turns = {
        turn: QuestionState.CLOSED if state is QuestionState.OPEN else state for turn, state in room.turns.items()
    }
    return replace(room, state=RoomState.ENDED, turns=turns)


def takes_votes(room: Room, turn: Turn) -> bool:
    """Whether an answer to this question in this round counts now."""
    return room.state is RoomState.RUNNING and room.turns.get(turn) is QuestionState.OPEN


def _must_run(room: Room) -> None:
    if room.state is not RoomState.RUNNING:
        raise RoomError("Start the workshop first; one that has ended cannot go on.")


def _must_ask(room: Room, question_id: str) -> None:
    if question_id not in room.question_ids:
        raise RoomError(f"{question_id} is not one of this workshop's questions.")


def _in_state(room: Room, question_id: str, state: QuestionState, otherwise: str) -> Turn:
    _must_ask(room, question_id)
    turn = latest_turn(room, question_id)
    if turn is None or room.turns[turn] is not state:
        raise RoomError(otherwise)
    return turn
