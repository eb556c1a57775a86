"""The question bank as data: nothing here knows how to score."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from detector.core.entries import (
    LEVELS,
    TOP_LEVEL,
    AllOf,
    AnswerIs,
    AnyOf,
    Condition,
    Entry,
    Identifier,
    Option,
    Score100,
    Share,
    SourceNumber,
    Text,
)
from detector.core.knowledge import Card, Conflict, DeliveryModel, LegalForm, ModelPattern, StageTest

__all__ = [
    "LEVELS",
    "TOP_LEVEL",
    "ActionRule",
    "AllOf",
    "AnswerIs",
    "AnyOf",
    "Band",
    "Bank",
    "Cap",
    "CapRule",
    "Condition",
    "ConfidenceRules",
    "Dimension",
    "Entry",
    "FactKind",
    "FactQuestion",
    "Gate",
    "GateKind",
    "GradeName",
    "Identifier",
    "Migration",
    "Option",
    "Question",
    "Scale",
    "Score100",
    "Share",
    "Source",
    "SourceNumber",
    "Text",
]


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


class Band(Entry):
    """A verdict and the overall score (0-100) from which it holds; `stop` has none and is only reached by a cap."""

    id: Identifier
    label: Text
    from_score: Score100 | None
    meaning: Text


class CapRule(StrEnum):
    """Why a verdict is held down."""

    HARD_GATE_FAILED = "hard_gate_failed"
    AMBER_GATE_FAILED = "amber_gate_failed"
    HEADLINE_LOW = "headline_low"
    HEADLINE_VERY_LOW = "headline_very_low"
    HARD_GATE_OPEN = "hard_gate_open"


class Cap(Entry):
    """The best verdict still allowed while a rule holds. `under` (0-100) is for headline dimensions only."""

    rule: CapRule
    at_most: Identifier
    note: Text
    under: Score100 | None = None


class ConfidenceRules(Entry):
    """How much each part counts, and the confidence (0-1) under which a result is provisional."""

    coverage: Share
    evidence: Share
    agreement: Share
    provisional_under: Share


class GradeName(Entry):
    """What an evidence grade (0-3) is called and means."""

    grade: Annotated[int, Field(ge=0, le=3)]
    name: Text
    meaning: Text


class Scale(Entry):
    """Rules about answers: the evidence grade the top level needs, and how far a local weight may move (0-1)."""

    top_level_needs_evidence: Annotated[int, Field(ge=0, le=3)]
    local_weight_limit: Share
    evidence_grades: Annotated[tuple[GradeName, ...], Field(min_length=4, max_length=4)]


class Migration(Entry):
    """How answers of an older bank become answers of the next one."""

    from_version: Text
    to_version: Text
    renamed: dict[Identifier, Identifier] = Field(default_factory=dict[Identifier, Identifier])
    removed: tuple[Identifier, ...] = ()
    note: Text


class Bank(Entry):
    """Everything the officer is asked, and every number a verdict depends on."""

    version: Annotated[str, StringConstraints(pattern=r"^\d{4}\.\d+$")]
    published_on: date
    judgement_note: Text
    groups: tuple[Option, ...]
    fact_groups: tuple[Option, ...]
    stakeholders: tuple[Option, ...]
    stages: tuple[Option, ...]
    scale: Scale
    confidence: ConfidenceRules
    bands: tuple[Band, ...]
    caps: tuple[Cap, ...]
    dimensions: tuple[Dimension, ...]
    gates: tuple[Gate, ...]
    facts: tuple[FactQuestion, ...]
    actions: tuple[ActionRule, ...]
    sources: tuple[Source, ...]
    migrations: tuple[Migration, ...] = ()
    forms: tuple[LegalForm, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    criteria: tuple[Option, ...] = ()
    models: tuple[DeliveryModel, ...] = ()
    patterns: tuple[ModelPattern, ...] = ()
    cards: tuple[Card, ...] = ()
    stage_tests: tuple[StageTest, ...] = ()
