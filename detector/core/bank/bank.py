"""The question bank as one."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from detector.core.bank.base import Entry, Option, Text
from detector.core.bank.guidance import Card, Conflict, DeliveryModel, LegalForm, ModelPattern, StageTest
from detector.core.bank.questions import ActionRule, Dimension, FactGroup, FactQuestion, Gate, Source
from detector.core.bank.scoring_rules import Band, Cap, ConfidenceRules, Migration, Scale

# Results call stages by a letter each.
MOST_STAGES = 26


class Bank(Entry):
    """Everything the officer is asked, and every number a verdict depends on."""

    version: Annotated[str, StringConstraints(pattern=r"^\d{4}\.\d+$")]
    published_on: date
    judgement_note: Text
    groups: tuple[Option, ...]
    fact_groups: tuple[FactGroup, ...]
    stakeholders: tuple[Option, ...]
    stages: Annotated[tuple[Option, ...], Field(max_length=MOST_STAGES)]
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
