"""How a workshop goes: what is asked, what is open, what is shown, and what the room agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from detector.core.answers import is_level
from detector.core.bank import TOP_LEVEL
from detector.core.errors import WorkshopError
from detector.core.text import is_blank
from detector.core.workshop.votes import FIRST_ROUND, SECOND_ROUND, QuestionState


class WorkshopPhase(StrEnum):
    """How far a workshop is: people join, questions are answered, all is over."""

    JOINING = "joining"
    RUNNING = "running"
    ENDED = "ended"


@dataclass(frozen=True)
class QuestionRound:
    """One question in one round."""

    question_id: str
    round: int


@dataclass(frozen=True)
class Agreed:
    """The level (0-3) a room settled on after a round, and what those who see it otherwise want written down.

    `level` is None where the room settled that it does not know.
    """

    question_id: str
    round: int
    level: int | None
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
class Workshop:
    """A workshop's questions and stakeholder groups (ids, in order), and how far it is.

    A round that is absent from `rounds` waits. `hidden` keeps an answered question from the room until it is revealed;
    `free_text` lets people write a remark, which nobody sees before it is released. `restored`: it was taken up again
    without the answers that were given before (see `without_answers`).
    """

    question_ids: tuple[str, ...]
    groups: tuple[str, ...]
    hidden: bool = True
    free_text: bool = False
    phase: WorkshopPhase = WorkshopPhase.JOINING
    rounds: Mapping[QuestionRound, QuestionState] = field(default_factory=dict[QuestionRound, QuestionState])
    agreed: Mapping[str, Agreed] = field(default_factory=dict[str, Agreed])
    screen: Screen = field(default_factory=Screen)
    restored: bool = False


def start(room: Workshop) -> Workshop:
    """The room, ready for its first question."""
    if room.phase is WorkshopPhase.ENDED:
        raise WorkshopError("This workshop has ended. Open a new one to ask again.")
    return replace(room, phase=WorkshopPhase.RUNNING)


def latest_round(room: Workshop, question_id: str) -> QuestionRound | None:
    """The newest round of a question, or None while it waits for its first."""
    rounds = (QuestionRound(question_id, number) for number in (SECOND_ROUND, FIRST_ROUND))
    return next((each for each in rounds if each in room.rounds), None)


def open_questions(room: Workshop, question_ids: Iterable[str]) -> Workshop:
    """The room with these questions open for answers; those already opened stay as they are.

    Raises:
        WorkshopError: the room is not running, or a question is not one of its own.
    """
    _must_run(room)
    asked = list(question_ids)
    for question_id in asked:
        _must_ask(room, question_id)
    fresh = {
        QuestionRound(each, FIRST_ROUND): QuestionState.OPEN for each in asked if latest_round(room, each) is None
    }
    opened = replace(room, rounds={**room.rounds, **fresh})
    return show(opened, Screen(ScreenKind.QUESTION, asked[0])) if asked else opened


def open_again(room: Workshop, question_id: str) -> Workshop:
    """The room with a second round of one question; the first round stays as it was answered.

    Raises:
        WorkshopError: the room is not running, the first round has not been revealed, or there was a second one.
    """
    _must_run(room)
    first = QuestionRound(question_id, FIRST_ROUND)
    if latest_round(room, question_id) != first or room.rounds[first] is not QuestionState.REVEALED:
        raise WorkshopError("A second round follows a first one that the room has seen, and there is no third.")
    opened = replace(room, rounds={**room.rounds, QuestionRound(question_id, SECOND_ROUND): QuestionState.OPEN})
    return show(opened, Screen(ScreenKind.QUESTION, question_id))


def close(room: Workshop, question_id: str) -> Workshop:
    """The room with a question closed: nobody can answer it or change an answer in this round any more.

    Figures are made of closed rounds alone. Were they shown while people answer, the difference between two looks
    would be one person's answer. Where nothing is hidden, closing reveals.

    Raises:
        WorkshopError: the question is not open.
    """
    question_round = _in_state(room, question_id, QuestionState.OPEN, "It is not open.")
    after = QuestionState.CLOSED if room.hidden else QuestionState.REVEALED
    return replace(room, rounds={**room.rounds, question_round: after})


def reveal(room: Workshop, question_id: str) -> Workshop:
    """The room with a closed question shown to everybody.

    Raises:
        WorkshopError: the question is not closed.
    """
    question_round = _in_state(room, question_id, QuestionState.CLOSED, "Close the question first; then show it.")
    revealed = replace(room, rounds={**room.rounds, question_round: QuestionState.REVEALED})
    return show(revealed, Screen(ScreenKind.QUESTION, question_id))


def show(room: Workshop, screen: Screen) -> Workshop:
    """The room with another picture on the projector. What is not revealed is never on it.

    Raises:
        WorkshopError: there is no such question.
    """
    if screen.kind in (ScreenKind.QUESTION, ScreenKind.REMARKS):
        _must_ask(room, screen.question_id)
    return replace(room, screen=screen)


def agree(room: Workshop, question_id: str, level: int | None, dissent: str = "") -> Workshop:
    """The room with the level it settled on, None for "don't know", in place of any earlier one.

    Raises:
        WorkshopError: the question has not been revealed, or there is no such level.
    """
    otherwise = "Show the answers before the room settles on a level."
    question_round = _in_state(room, question_id, QuestionState.REVEALED, otherwise)
    if level is not None and not is_level(level):
        raise WorkshopError(f"A level is a whole number from 0 to {TOP_LEVEL}, not {level}.")
    settled = Agreed(question_id, question_round.round, level, "" if is_blank(dissent) else dissent.strip())
    return replace(room, agreed={**room.agreed, question_id: settled})


def end(room: Workshop) -> Workshop:
    """The room after the workshop: what was open is closed, and what was closed unseen stays unseen."""
    open_ones = {each: QuestionState.CLOSED for each, state in room.rounds.items() if state is QuestionState.OPEN}
    return replace(room, phase=WorkshopPhase.ENDED, rounds={**room.rounds, **open_ones})


def without_answers(room: Workshop) -> Workshop:
    """The room as it goes on where people and their answers are gone: only what was agreed stays as it was.

    People join again, and every question without an agreed level can be asked again from its first round.
    """
    kept = {each: state for each, state in room.rounds.items() if each.question_id in room.agreed}
    return replace(room, rounds=kept, screen=Screen(), restored=True)


def takes_votes(room: Workshop, question_round: QuestionRound) -> bool:
    """Whether an answer to this question in this round counts now."""
    return room.phase is WorkshopPhase.RUNNING and room.rounds.get(question_round) is QuestionState.OPEN


def _must_run(room: Workshop) -> None:
    if room.phase is not WorkshopPhase.RUNNING:
        raise WorkshopError("Start the workshop first; one that has ended cannot go on.")


def _must_ask(room: Workshop, question_id: str) -> None:
    if question_id not in room.question_ids:
        raise WorkshopError(f"{question_id} is not one of this workshop's questions.")


def _in_state(room: Workshop, question_id: str, state: QuestionState, otherwise: str) -> QuestionRound:
    _must_ask(room, question_id)
    question_round = latest_round(room, question_id)
    if question_round is None or room.rounds[question_round] is not state:
        raise WorkshopError(otherwise)
    return question_round
