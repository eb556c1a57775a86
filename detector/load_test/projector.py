"""What the projector would show, read beside the people as it reads it: how far behind it is."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from time import monotonic

from detector.core.workshop.workshop import QuestionRound
from detector.load_test.record import Record
from detector.store import Store

EVERY_SECONDS = 0.5


@dataclass(frozen=True)
class Watched:
    """A workshop in a store that can be read here, with the rounds that people answer."""

    store: Store
    key: str
    rounds: tuple[QuestionRound, ...]


@dataclass(frozen=True)
class Seen:
    """How many answers there were at a moment."""

    at: float
    answers: int


async def watch(watched: Watched, seen: list[Seen]) -> None:
    """Count the answers every half second, until cancelled."""
    while True:
        due = monotonic() + EVERY_SECONDS
        seen.append(await asyncio.to_thread(_count, watched))
        await asyncio.sleep(max(0.0, due - monotonic()))


def lags(record: Record, seen: Sequence[Seen]) -> list[float]:
    """For each answer the seconds from the tap until the projector counted it.

    Answers are kept about in the order of their acknowledgements: the hundredth is counted once there are a hundred.
    """
    confirmed = sorted(
        (answered.acknowledged_at, answered.sent_at)
        for answered in record.answers.values()
        if answered.acknowledged_at is not None
    )
    found: list[float] = []
    for before, now in pairwise([Seen(0.0, 0), *seen]):
        found += [now.at - sent_at for _, sent_at in confirmed[before.answers : now.answers]]
    return found


def _count(watched: Watched) -> Seen:
    workshops = watched.store.workshops
    answers = sum(workshops.answered(watched.key, question_round).total() for question_round in watched.rounds)
    return Seen(monotonic(), answers)
