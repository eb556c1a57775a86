"""Whether everything that was acknowledged is there, and nothing twice."""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import QuestionRound
from detector.light.phone.requests import DONT_KNOW
from detector.load_test.person import Person
from detector.load_test.record import Record

_PAGES_AT_ONCE = 50


@dataclass(frozen=True)
class Found:
    """How many answers the server holds, how many of the acknowledged it lost, and how many it counts twice.

    `twice` is None where only people's own pages could be read: they show each answer once.
    """

    stored: int
    lost: int
    twice: int | None


def found_in_store(record: Record, votes: Sequence[Vote]) -> Found:
    """What became of the answers, by the rows of the workshop."""
    rows = [(vote.person, QuestionRound(vote.question_id, vote.round)) for vote in votes]
    distinct = set(rows)
    twice = len(rows) - len(distinct) + len(distinct - record.answers.keys())
    return Found(len(rows), _lost(record, votes, None), twice)


async def found_on_pages(record: Record, people: Iterable[Person]) -> Found:
    """What became of the answers, by each person's own page; questions closed since are left out."""
    gate = asyncio.Semaphore(_PAGES_AT_ONCE)

    async def page_of(person: Person) -> tuple[str, dict[QuestionRound, str]]:
        async with gate:
            return person.name, await person.saved()

    pages = await asyncio.gather(*(page_of(person) for person in people if person.rounds))
    votes = [
        Vote(name, "", question_round.question_id, question_round.round, None if value == DONT_KNOW else int(value))
        for name, saved in pages
        for question_round, value in saved.items()
        if value
    ]
    shown = {question_round for _, saved in pages for question_round in saved}
    return Found(len(votes), _lost(record, votes, shown), None)


def _lost(record: Record, votes: Iterable[Vote], shown: Collection[QuestionRound] | None) -> int:
    """Acknowledged answers that are not there, or were replaced by one that was not sent after them."""
    kept = {(vote.person, QuestionRound(vote.question_id, vote.round)): vote.level for vote in votes}
    lost = 0
    for place, answered in record.answers.items():
        if not answered.acknowledged or (shown is not None and place[1] not in shown):
            continue
        may_be = {*answered.acknowledged, *answered.in_doubt}
        lost += place not in kept or kept[place] not in may_be
    return lost
