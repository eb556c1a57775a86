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
    """At least five people's answers to one question: how many chose a level (0-3), and how many did not know.

    `counts` holds how many chose each level, and is empty where fewer than five chose one. Where fewer than five or
    under half of them did, they do not know: median and quartiles (0 to 3), `agreement` (-1 to 1) and `proposed` are
    None. `proposed` is the lower median, the level to propose; without it "don't know" is.
    """

    people: int
    chose: int
    dont_know: int
    counts: tuple[int, ...]
    median: float | None = None
    lower_quartile: float | None = None
    upper_quartile: float | None = None
    agreement: float | None = None
    proposed: int | None = None


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
    chose = Counter(vote.group for vote in cast if vote.level is not None)
    return QuestionTally(
        question_id=question_id,
        round=number,
        answered=len(cast),
        room=_tally(cast) if may_be_shown(len(cast)) else None,
        groups={
            group: _tally([vote for vote in cast if vote.group == group])
            for group in sorted(groups_to_show(people, chose))
        },
    )


def is_known(people: int, chose: int) -> bool:
    """Whether of so many people enough chose a level to speak of a median: five, and half of them."""
    return may_be_shown(chose) and 2 * chose >= people


def _tally(votes: Sequence[Vote]) -> Tally:
    levels = sorted(vote.level for vote in votes if vote.level is not None)
    people, chose = len(votes), len(levels)
    counts = tuple(levels.count(level) for level in range(LEVELS)) if may_be_shown(chose) else ()
    if not is_known(people, chose):
        return Tally(people, chose, people - chose, counts)
    return Tally(
        people=people,
        chose=chose,
        dont_know=people - chose,
        counts=counts,
        median=quantile(levels, 0.5),
        lower_quartile=quantile(levels, 0.25),
        upper_quartile=quantile(levels, 0.75),
        agreement=agreement(counts),
        proposed=levels[(chose - 1) // 2],
    )


def quantile(ordered: Sequence[float], share: float) -> float | None:
    """The value below which a share (0-1) of the ordered values lies, between neighbours in a straight line."""
    if not ordered:
        return None
    place = share * (len(ordered) - 1)
    before = int(place)
    after = min(before + 1, len(ordered) - 1)
    return ordered[before] + (ordered[after] - ordered[before]) * (place - before)
