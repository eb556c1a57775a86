"""What an officer is asked, what an answer can stop, and what to do about it, each with its sources."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from detector.core.bank.base import LEVELS, Condition, Entry, Identifier, Option, SourceNumber, Text


class Question(Entry):
    """A scored question with its four described levels, worst first."""

    id: Identifier
    text: Text
    why: Text
    levels: Annotated[tuple[Text, ...], Field(min_length=LEVELS, max_length=LEVELS)]
    evidence: Text
    best_placed: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    quick_scan: bool = False
    weight: Annotated[float, Field(gt=0)] = 1.0
    sources: Annotated[tuple[SourceNumber, ...], Field(min_length=1)]
    basis: str = ""
    when: Condition | None = None


class Dimension(Entry):
    """One of the things suitability is made of. Weights of all dimensions add up to 100."""

    id: Identifier
    name: Text
    short_name: Text
    asks: Text
    weight: Annotated[float, Field(gt=0, le=100)]
    group: Identifier
    headline: bool = False
    sources: tuple[SourceNumber, ...] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class GateKind(StrEnum):
    """How much a failed gate stops."""

    HARD = "hard"
    AMBER = "amber"


class Gate(Entry):
    """A question whose answer can stop or hold back the whole idea."""

    id: Identifier
    name: Text
    kind: GateKind
    question: Identifier
    why: Text
    cleared_by: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    clears_when: Text
    sources: Annotated[tuple[SourceNumber, ...], Field(min_length=1)]


class FactKind(StrEnum):
    """What sort of value a fact question takes."""

    MONEY = "money"
    COUNT = "count"
    DECIMAL = "decimal"
    PERCENT = "percent"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    TEXT = "text"


class FactPage(StrEnum):
    """A page that asks groups of facts beside the Service page, which asks all."""

    LEGAL_FORMS = "legal_forms"


class FactGroup(Option):
    """Fact questions that belong together. `asked_on` is the page that asks them beside the Service page."""

    asked_on: FactPage | None = None


class FactQuestion(Entry):
    """A question about the service or the plan that carries no level."""

    id: Identifier
    text: Text
    why: Text
    kind: FactKind
    group: Identifier
    unit: str = ""
    options: tuple[Option, ...] = ()
    sources: tuple[SourceNumber, ...] = ()
    when: Condition | None = None


class ActionRule(Entry):
    """What to do when one of its questions is weak or unknown."""

    id: Identifier
    questions: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    what: Text
    owner: Identifier
    stage: Identifier
    sources: Annotated[tuple[SourceNumber, ...], Field(min_length=1)]


class Source(Entry):
    """A numbered source. `reliability`: A law or government, B professional body, C press, D not for citing."""

    number: SourceNumber
    title: Text
    publisher: Text
    address: str = ""
    seen: Text
    reliability: Literal["A", "B", "C", "D"]
    checked_on: date
