"""What has been answered: recording, changing and taking back. Every change gives a new sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FactValue = str | bool | int | float | tuple[str, ...]


class AnswerState(StrEnum):
    """The three ways a question can have been answered; an unanswered one has no Answer."""

    LEVEL = "level"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class Answer:
    """One answer. `level` (0-3) is there only with state LEVEL; `reason` only, and always, with NOT_APPLICABLE.

    `evidence` is the grade (0-3) of what stands behind it; `note` and `links` are as typed.
    """

    state: AnswerState
    level: int | None = None
    evidence: int = 0
    note: str = ""
    links: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Service:
    """What the service is called, whose it is, and what it does, as typed."""

    name: str = ""
    council: str = ""
    description: str = ""


@dataclass(frozen=True)
class AnswerSheet:
    """Everything one assessment holds; a key that is absent is unknown.

    `facts` are by fact id, `weights` by dimension id (local weights in the bank's units), `answers` by question id.
    """

    bank_version: str
    service: Service = field(default_factory=Service)
    facts: Mapping[str, FactValue] = field(default_factory=dict[str, FactValue])
    weights: Mapping[str, float] = field(default_factory=dict[str, float])
    answers: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
