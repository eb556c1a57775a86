"""What has been answered, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from detector.core.bank import TOP_LEVEL, Bank
from detector.core.messages import LONGEST_LINE
from detector.core.text import is_blank, is_keepable

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

    def __post_init__(self) -> None:
        """Take what nobody can see for nothing."""
        _empty_unseen(self, "note", "reason")


@dataclass(frozen=True)
class Service:
    """What the service is called, whose it is, and what it does, as typed."""

    name: str = ""
    council: str = ""
    description: str = ""

    def __post_init__(self) -> None:
        """Take what nobody can see for nothing."""
        _empty_unseen(self, "name", "council", "description")


@dataclass(frozen=True)
class PlannedAction:
    """Who does one of the bank's actions, by when, and whether it is done.

    `owner` is as typed; `due` is a date written as 2027-03-01, or nothing where none is set.
    """

    owner: str = ""
    due: str = ""
    done: bool = False

    def __post_init__(self) -> None:
        """Take what nobody can see for nothing."""
        _empty_unseen(self, "owner")


@dataclass(frozen=True)
class WorkshopResult:
    """What a workshop found on one question: the level (0-3) it agreed, and where that came from.

    `held_on` is a date written as 2026-11-22, `people` how many answered in that round. `median` (a level from 0 to
    3) and `agreement` (-1 to 1) are None where fewer than five answered, or none chose a level. `dissent` is as typed.
    """

    held_on: str
    round: int
    people: int
    level: int
    median: float | None = None
    agreement: float | None = None
    dissent: str = ""

    def __post_init__(self) -> None:
        """Take what nobody can see for nothing."""
        _empty_unseen(self, "dissent")


@dataclass(frozen=True)
class AnswerSheet:
    """Everything one assessment holds; a key that is absent is unknown.

    `facts` are by fact id, `weights` by dimension id (local weights in the bank's units), `answers` by question id,
    `plan` by the id of the bank's action, `workshop` by question id, `money` by the bank's money input. Plan and money
    change no score; the workshop's results change none but the confidence, for the level they agreed stands among the
    answers.
    """

    bank_version: str
    service: Service = field(default_factory=Service)
    facts: Mapping[str, FactValue] = field(default_factory=dict[str, FactValue])
    weights: Mapping[str, float] = field(default_factory=dict[str, float])
    answers: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    plan: Mapping[str, PlannedAction] = field(default_factory=dict[str, PlannedAction])
    workshop: Mapping[str, WorkshopResult] = field(default_factory=dict[str, WorkshopResult])
    money: Mapping[str, float] = field(default_factory=dict[str, float])


def _empty_unseen(made: Answer | Service | PlannedAction | WorkshopResult, *parts: str) -> None:
    """Empty the parts that hold a text without anything to see; one that cannot be kept stays, to be refused."""
    for part in parts:
        text = getattr(made, part)
        if text and len(text) <= LONGEST_LINE and is_keepable(text) and is_blank(text):
            object.__setattr__(made, part, "")


def empty_sheet(bank: Bank) -> AnswerSheet:
    """A sheet of this bank on which nothing is answered."""
    return AnswerSheet(bank_version=bank.version)


def counted_level(bank: Bank, answer: Answer) -> int | None:
    """The level (0-3) an answer counts as: the top level needs evidence, and no level counts as None."""
    if answer.state is not AnswerState.LEVEL or answer.level is None:
        return None
    if answer.level == TOP_LEVEL and answer.evidence < bank.scale.top_level_needs_evidence:
        return TOP_LEVEL - 1
    return answer.level
