"""What a room was asked and what its people answered, as data."""

from dataclasses import dataclass
from enum import StrEnum

FIRST_ROUND, SECOND_ROUND = 1, 2


class QuestionState(StrEnum):
    """How far one question of a workshop is in its round."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


@dataclass(frozen=True)
class Vote:
    """One person's answer to one question in one round; `level` (0-3) is None for "don't know".

    `person` tells people apart within one workshop and nothing else; `group` is the stakeholder group they chose.
    """

    person: str
    group: str
    question_id: str
    round: int
    level: int | None
