"""Who may see what of a room: everybody what is revealed, the facilitator what is closed, nobody the rest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detector.core.workshop.tallies import QuestionTally, tally_question
from detector.core.workshop.votes import QuestionState, Vote
from detector.core.workshop.workshop import QuestionRound, Workshop, latest_round


@dataclass(frozen=True)
class Progress:
    """How many have answered a question in a round, in all and by group (every group of the room); not what."""

    answered: int
    by_group: Mapping[str, int]


@dataclass(frozen=True)
class VisibleResults:
    """A room's figures by round. `progress` has every round that was opened, `tallies` only closed or revealed ones.

    While a question is open nobody sees a figure of it: the difference between two looks would be one answer.
    """

    progress: Mapping[QuestionRound, Progress]
    tallies: Mapping[QuestionRound, QuestionTally]
    revealed: frozenset[QuestionRound]


def visible_results(room: Workshop, votes: Iterable[Vote]) -> VisibleResults:
    """The figures of a room, from its stored answers."""
    by_round: defaultdict[QuestionRound, list[Vote]] = defaultdict(list)
    for vote in votes:
        by_round[QuestionRound(vote.question_id, vote.round)].append(vote)
    done = (QuestionState.CLOSED, QuestionState.REVEALED)
    return VisibleResults(
        progress={question_round: _progress(room, by_round[question_round]) for question_round in room.rounds},
        tallies={
            question_round: tally_question(question_round.question_id, question_round.round, by_round[question_round])
            for question_round, state in room.rounds.items()
            if state in done
        },
        revealed=frozenset(
            question_round for question_round, state in room.rounds.items() if state is QuestionState.REVEALED
        ),
    )


def latest_tallies(room: Workshop, results: VisibleResults) -> tuple[QuestionTally, ...]:
    """The newest revealed tally of each question, in the room's order."""
    found: list[QuestionTally] = []
    for question_id in room.question_ids:
        newest = latest_round(room, question_id)
        rounds = range(newest.round, 0, -1) if newest else ()
        rounds = [QuestionRound(question_id, number) for number in rounds]
        found += [results.tallies[question_round] for question_round in rounds if question_round in results.revealed][
            :1
        ]
    return tuple(found)


def _progress(room: Workshop, votes: Iterable[Vote]) -> Progress:
    groups = [vote.group for vote in votes]
    return Progress(len(groups), {group: groups.count(group) for group in room.groups})
