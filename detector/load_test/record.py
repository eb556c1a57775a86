"""What happened: every answer sent and acknowledged, how long it took, and what went wrong."""

from collections import Counter
from dataclasses import dataclass, field

from detector.core.workshop.workshop import QuestionRound

Level = int | None


@dataclass
class Answered:
    """One person's answers to one question in one round.

    `acknowledged` holds the level the server confirmed last, empty where it confirmed none; `in_doubt` the levels
    sent since then that were never confirmed, which the server may hold or not.
    """

    sent_at: float
    acknowledged_at: float | None = None
    acknowledged: tuple[Level, ...] = ()
    in_doubt: set[Level] = field(default_factory=set[Level])


@dataclass
class Record:
    """All of it. Times are seconds of one clock, the latencies seconds from the tap to the acknowledgement.

    `requests` counts every request of every page, most of which only look for news.
    """

    requests: int = 0
    sent: int = 0
    latencies: list[float] = field(default_factory=list[float])
    errors: Counter[str] = field(default_factory=Counter[str])
    answers: dict[tuple[str, QuestionRound], Answered] = field(
        default_factory=dict[tuple[str, QuestionRound], Answered]
    )

    @property
    def acknowledged(self) -> int:
        """How many answers were confirmed."""
        return len(self.latencies)

    def send(self, person: str, question_round: QuestionRound, level: Level, now: float) -> None:
        """Note an answer on its way."""
        self.sent += 1
        answered = self.answers.setdefault((person, question_round), Answered(now))
        answered.in_doubt.add(level)

    def confirm(self, person: str, question_round: QuestionRound, level: Level, since: float, now: float) -> None:
        """Note that the server confirmed it."""
        self.latencies.append(now - since)
        answered = self.answers[person, question_round]
        answered.acknowledged, answered.in_doubt = (level,), set()
        if answered.acknowledged_at is None:
            answered.acknowledged_at = now
