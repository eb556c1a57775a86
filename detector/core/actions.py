"""What to do next, in order."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Action:
    """Something to do, and the one answer that raised it. `order` counts from 1.

    `rule_id` is the bank's action; several questions may raise the same one. `because` says what the answer was.
    """

    rule_id: str
    question_id: str
    what: str
    owner: str
    stage: str
    because: str
    sources: tuple[int, ...]
    order: int
