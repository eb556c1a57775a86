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

    `level` is None where the room agreed that it does not know. `held_on` is a date written as 2026-11-22, `people`
    how many answered in that round, of whom `chose` chose a level and `dont_know` did not. `median` (a level from 0 to
    3) and `agreement` (-1 to 1) are of those who chose, None where fewer than five or under half did.
    `groups_counted` is how many groups could be compared, `groups_apart` (0 to 3) how far the medians of two of them
    lie apart at most, None where fewer than two could. Earlier versions kept neither these two nor `chose` and
    `dont_know`. `dissent` is as typed.
    """

    held_on: str
    round: int
    people: int
    level: int | None
    median: float | None = None
    agreement: float | None = None
    dissent: str = ""
    chose: int | None = None
    dont_know: int | None = None
    groups_counted: int | None = None
    groups_apart: float | None = None

    def __post_init__(self) -> None:
        """Take what nobody can see for nothing."""
        _empty_unseen(self, "dissent")


@dataclass(frozen=True)
class EarlierAnswer:
    """What an older bank's question that is no longer asked was answered, in the words of that bank.

    `beside` are the ids of today's questions that took it in; `note` is as typed, with its links.
    """

    question: str
    answer: str
    note: str = ""
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class BroughtOver:
    """That a sheet was answered on an older bank, and what that asks of people now.

    `carried` counts the answers carried over. `read_again` are questions whose wording changed, with the level (0-3)
    that each answer came with; `new` are the ids of questions that the older bank did not ask. `closed` says that
    somebody has read of it and closed the banner.
    """

    from_version: str
    carried: int = 0
    read_again: Mapping[str, int] = field(default_factory=dict[str, int])
    new: tuple[str, ...] = ()
    earlier: tuple[EarlierAnswer, ...] = ()
    closed: bool = False


@dataclass(frozen=True)
class AnswerSheet:
    """Everything one assessment holds; a key that is absent is unknown.

    `facts` are by fact id, `weights` by dimension id (local weights in the bank's units), `answers` by question id,
    `plan` by the id of the bank's action, `workshop` by question id, `money` by the bank's money input. Plan and money
    change no score; the workshop's results change none but the confidence, for the level they agreed stands among the
    answers. `brought_over` is there where it was answered on an older bank.
    """

    bank_version: str
    service: Service = field(default_factory=Service)
    facts: Mapping[str, FactValue] = field(default_factory=dict[str, FactValue])
    weights: Mapping[str, float] = field(default_factory=dict[str, float])
    answers: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    plan: Mapping[str, PlannedAction] = field(default_factory=dict[str, PlannedAction])
    workshop: Mapping[str, WorkshopResult] = field(default_factory=dict[str, WorkshopResult])
    money: Mapping[str, float] = field(default_factory=dict[str, float])
    brought_over: BroughtOver | None = None


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
