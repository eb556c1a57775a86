"""Who may see what of a room: everybody what is revealed, the facilitator what is closed, nobody the rest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detector.core.workshop.tallies import QuestionTally, tally_question
from detector.core.workshop.votes import QuestionState, Vote
from detector.core.workshop.workshop import Room, Turn, latest_turn


@dataclass(frozen=True)
class Progress:
    """How many have answered one turn, in all and by group (every group of the room); says nothing of how."""

    answered: int
    by_group: Mapping[str, int]


@dataclass(frozen=True)
class RoomResults:
    """A room's figures by turn. `progress` has every turn that was opened, `tallies` only closed or revealed ones.

    While a question is open nobody sees a figure of it: the difference between two looks would be one answer.
    """

    progress: Mapping[Turn, Progress]
    tallies: Mapping[Turn, QuestionTally]
    revealed: frozenset[Turn]


def room_results(room: Room, votes: Iterable[Vote]) -> RoomResults:
    """The figures of a room, from its stored answers."""
    by_turn: defaultdict[Turn, list[Vote]] = defaultdict(list)
    for vote in votes:
        by_turn[Turn(vote.question_id, vote.round)].append(vote)
    done = (QuestionState.CLOSED, QuestionState.REVEALED)
    return RoomResults(
        progress={turn: _progress(room, by_turn[turn]) for turn in room.turns},
        tallies={
            turn: tally_question(turn.question_id, turn.round, by_turn[turn])
            for turn, state in room.turns.items()
            if state in done
        },
        revealed=frozenset(turn for turn, state in room.turns.items() if state is QuestionState.REVEALED),
    )


def latest_tallies(room: Room, results: RoomResults) -> tuple[QuestionTally, ...]:
    """The newest revealed tally of each question, in the room's order."""
    found: list[QuestionTally] = []
    for question_id in room.question_ids:
        newest = latest_turn(room, question_id)
        rounds = range(newest.round, 0, -1) if newest else ()
        turns = [Turn(question_id, number) for number in rounds]
        found += [results.tallies[turn] for turn in turns if turn in results.revealed][:1]
    return tuple(found)


def _progress(room: Room, votes: Iterable[Vote]) -> Progress:
    groups = [vote.group for vote in votes]
    return Progress(len(groups), {group: groups.count(group) for group in room.groups})
