"""What a room answered to each question, counted; small groups are left out before anything is counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from detector.core.bank import LEVELS
from detector.core.workshop.agreement import agreement
from detector.core.workshop.disclosure_control import groups_to_show, may_be_shown
from detector.core.workshop.votes import Vote


@dataclass(frozen=True)
class Tally:
    """At least five people's answers to one question: how many chose each level (0-3), and how many did not know.

    `median` and the quartiles are levels from 0 to 3, `agreement` from -1 to 1; all None where nobody chose a level.
    """

    people: int
    counts: tuple[int, ...]
    dont_know: int
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    agreement: float | None


@dataclass(frozen=True)
class QuestionTally:
    """One question in one round. `room` is None while fewer than five have answered; `groups` are those shown."""

    question_id: str
    round: int
    answered: int
    room: Tally | None
    groups: dict[str, Tally] = field(default_factory=dict[str, Tally])


def tally_question(question_id: str, number: int, votes: Iterable[Vote]) -> QuestionTally:
    """The answers to one question in one round, one vote a person, with the groups that may be shown."""
    cast = [vote for vote in votes if (vote.question_id, vote.round) == (question_id, number)]
    people = Counter(vote.group for vote in cast)
    shown = sorted(groups_to_show(people))
    return QuestionTally(
        question_id=question_id,
        round=number,
        answered=len(cast),
        room=_tally(cast) if may_be_shown(len(cast)) else None,
        groups={group: _tally([vote for vote in cast if vote.group == group]) for group in shown},
    )


def _tally(votes: Sequence[Vote]) -> Tally:
    levels = sorted(vote.level for vote in votes if vote.level is not None)
    counts = tuple(levels.count(level) for level in range(LEVELS))
    return Tally(
        people=len(votes),
        counts=counts,
        dont_know=len(votes) - len(levels),
        median=quantile(levels, 0.5),
        lower_quartile=quantile(levels, 0.25),
        upper_quartile=quantile(levels, 0.75),
        agreement=agreement(counts),
    )


def quantile(ordered: Sequence[float], share: float) -> float | None:
    """The value below which a share (0-1) of the ordered values lies, between neighbours in a straight line."""
    if not ordered:
        return None
    place = share * (len(ordered) - 1)
    before = int(place)
    after = min(before + 1, len(ordered) - 1)
    return ordered[before] + (ordered[after] - ordered[before]) * (place - before)
