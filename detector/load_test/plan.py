"""What a load test does: how many people, and when they answer."""

from dataclasses import dataclass
from math import ceil

BURST_SECONDS = 1.0
JOINING_A_SECOND = 80


@dataclass(frozen=True)
class Plan:
    """So many people, each answering every so many seconds for some time, or all once within one second.

    Args:
        people: how many join.
        seconds: how long they answer.
        every: seconds between two answers of one person.
        burst: whether all answer once, within one second, in place of the two above.
        kill_every: seconds between two kills of the server, None where it lives.
        patience: seconds until a phone tries again what failed; each time twice as long, up to eight times as long.
    """

    people: int
    seconds: float = 20.0
    every: float = 5.0
    burst: bool = False
    kill_every: float | None = None
    patience: float = 1.0

    @property
    def joining_seconds(self) -> float:
        """How long people take to come in: a few seconds for a small room, about half a minute for 2,000."""
        return self.people / JOINING_A_SECOND

    @property
    def answering_seconds(self) -> float:
        """How long answers are sent."""
        return BURST_SECONDS if self.burst else self.seconds

    @property
    def questions(self) -> int:
        """How many open questions it takes for nobody to answer one twice."""
        return 1 if self.burst else ceil(self.seconds / self.every) + 1
