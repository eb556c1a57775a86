"""A room's figures for the screens, worked out once for each change and not once for each look.

No answer can be given to a closed question, so what may be seen changes with the facilitator's steps alone; only how
many have answered an open one changes in between.
"""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from detector.core.workshop.tallies import QuestionTally
from detector.core.workshop.visible_results import Progress, RoomResults, room_results
from detector.core.workshop.votes import QuestionState
from detector.core.workshop.workshop import Room, Turn, latest_turn
from detector.store.workshops import Workshop
from detector.ui import state


def results(workshop: Workshop) -> RoomResults:
    """What may be seen of a workshop now."""
    return _results(workshop.key, workshop.changes, workshop.room)


@st.cache_resource(show_spinner=False, max_entries=32)
def _results(key: str, changes: int, _room: Room) -> RoomResults:
    del changes
    return room_results(_room, state.store().workshops.votes(key))


def progress(workshop: Workshop, turn: Turn) -> Progress:
    """How many have answered a turn, in all and by group."""
    if workshop.room.turns.get(turn) is not QuestionState.OPEN:
        return results(workshop).progress.get(turn, Progress(0, dict.fromkeys(workshop.room.groups, 0)))
    found = _answered(workshop.key, workshop.votes, turn)
    return Progress(sum(found.values()), {group: found.get(group, 0) for group in workshop.room.groups})


@st.cache_resource(show_spinner=False, max_entries=128)
def _answered(key: str, votes: int, turn: Turn) -> Mapping[str, int]:
    del votes
    return state.store().workshops.answered(key, turn)


def joined(workshop: Workshop) -> dict[str, int]:
    """How many have joined, by group, every group of the room in its order."""
    found = state.store().workshops.joined(workshop.key)
    return {group: found.get(group, 0) for group in workshop.room.groups}


def tallies_of(workshop: Workshop, question_id: str) -> tuple[QuestionTally, ...]:
    """The closed and revealed rounds of a question, the first round first."""
    found = results(workshop).tallies
    turns = (Turn(question_id, number) for number in (1, 2))
    return tuple(found[turn] for turn in turns if turn in found)


def revealed_tallies(workshop: Workshop, question_id: str) -> tuple[QuestionTally, ...]:
    """The rounds of a question that the room has seen, the first round first."""
    seen = results(workshop).revealed
    return tuple(tally for tally in tallies_of(workshop, question_id) if Turn(tally.question_id, tally.round) in seen)


def closed_tallies(workshop: Workshop) -> tuple[QuestionTally, ...]:
    """The newest round of every question that is closed or revealed, in the room's order: the facilitator's view."""
    found = results(workshop).tallies
    turns = (latest_turn(workshop.room, question_id) for question_id in workshop.room.question_ids)
    return tuple(found[turn] for turn in turns if turn is not None and turn in found)


def state_of(room: Room, question_id: str) -> tuple[QuestionState, int]:
    """How far a question is, and in which round; a question not yet opened waits for its first."""
    turn = latest_turn(room, question_id)
    return (room.turns[turn], turn.round) if turn is not None else (QuestionState.WAITING, 1)


def without_unknown(workshop: Workshop, known: frozenset[str]) -> Workshop:
    """The workshop without questions that the bank in use does not have."""
    room = workshop.room
    asked = tuple(question_id for question_id in room.question_ids if question_id in known)
    return replace(workshop, room=replace(room, question_ids=asked))
