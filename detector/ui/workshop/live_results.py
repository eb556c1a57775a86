"""A room's figures for the screens, worked out once for each change and not once for each look.

No answer can be given to a closed question, so what may be seen changes with the facilitator's steps alone; only how
many have answered an open one changes in between.
"""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from detector.core.workshop.tallies import QuestionTally
from detector.core.workshop.visible_results import Progress, VisibleResults, visible_results
from detector.core.workshop.votes import QuestionState
from detector.core.workshop.workshop import QuestionRound, Workshop, latest_round
from detector.store.workshops import StoredWorkshop
from detector.ui import state


def results(workshop: StoredWorkshop) -> VisibleResults:
    """What may be seen of a workshop now."""
    return _results(workshop.key, workshop.changes, workshop.state)


@st.cache_resource(show_spinner=False, max_entries=32)
def _results(key: str, changes: int, _room: Workshop) -> VisibleResults:
    del changes
    return visible_results(_room, state.store().workshops.votes(key))


def progress(workshop: StoredWorkshop, question_round: QuestionRound) -> Progress:
    """How many have answered a question in one round, in all and by group."""
    if workshop.state.rounds.get(question_round) is not QuestionState.OPEN:
        return results(workshop).progress.get(question_round, Progress(0, dict.fromkeys(workshop.state.groups, 0)))
    found = _answered(workshop.key, workshop.votes, question_round)
    return Progress(sum(found.values()), {group: found.get(group, 0) for group in workshop.state.groups})


@st.cache_resource(show_spinner=False, max_entries=128)
def _answered(key: str, votes: int, question_round: QuestionRound) -> Mapping[str, int]:
    del votes
    return state.store().workshops.answered(key, question_round)


def joined(workshop: StoredWorkshop) -> dict[str, int]:
    """How many have joined, by group, every group of the room in its order."""
    found = state.store().workshops.joined(workshop.key)
    return {group: found.get(group, 0) for group in workshop.state.groups}


def tallies_of(workshop: StoredWorkshop, question_id: str) -> tuple[QuestionTally, ...]:
    """The closed and revealed rounds of a question, the first round first."""
    found = results(workshop).tallies
    rounds = (QuestionRound(question_id, number) for number in (1, 2))
    return tuple(found[question_round] for question_round in rounds if question_round in found)


def revealed_tallies(workshop: StoredWorkshop, question_id: str) -> tuple[QuestionTally, ...]:
    """The rounds of a question that the room has seen, the first round first."""
    seen = results(workshop).revealed
    return tuple(
        tally for tally in tallies_of(workshop, question_id) if QuestionRound(tally.question_id, tally.round) in seen
    )


def closed_tallies(workshop: StoredWorkshop) -> tuple[QuestionTally, ...]:
    """The newest round of every question that is closed or revealed, in the room's order: the facilitator's view."""
    found = results(workshop).tallies
    rounds = (latest_round(workshop.state, question_id) for question_id in workshop.state.question_ids)
    return tuple(
        found[question_round] for question_round in rounds if question_round is not None and question_round in found
    )


def state_of(room: Workshop, question_id: str) -> tuple[QuestionState, int]:
    """How far a question is, and in which round; a question not yet opened waits for its first."""
    question_round = latest_round(room, question_id)
    return (
        (room.rounds[question_round], question_round.round)
        if question_round is not None
        else (QuestionState.WAITING, 1)
    )


def without_unknown(workshop: StoredWorkshop, known: frozenset[str]) -> StoredWorkshop:
    """The workshop without questions that the bank in use does not have."""
    room = workshop.state
    asked = tuple(question_id for question_id in room.question_ids if question_id in known)
    return replace(workshop, state=replace(room, question_ids=asked))
