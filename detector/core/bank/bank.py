"""The question bank as one."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from detector.core.bank.appraisal import (
    AppraisalCriterion,
    AppraisalGroup,
    AppraisalRules,
    AppraisedModel,
    ModelExclusion,
    ModelNote,
    Shift,
)
from detector.core.bank.base import Entry, Option, Score100, Text
from detector.core.bank.contracts import CodeList, ContractRules
from detector.core.bank.guidance import Card, Conflict, DeliveryModel, LegalForm, StageTest
from detector.core.bank.money import MoneyInput, MoneyProposal, MoneyRange
from detector.core.bank.public_interest import PublicInterestTest
from detector.core.bank.questions import ActionRule, Dimension, FactGroup, FactQuestion, Gate, Source
from detector.core.bank.scoring_rules import Band, Cap, ConfidenceRules, Migration, Scale
from detector.core.bank.words import Words

# Results call stages by a letter each.
MOST_STAGES = 26


class Bank(Entry):
    """Everything the officer is asked, and every number a verdict depends on."""

    version: Annotated[str, StringConstraints(pattern=r"^\d{4}\.\d+$")] = Field(
        description="The year and a number, in quotes."
    )
    published_on: date = Field(description="The day it came out.")
    judgement_note: Text = Field(description="Printed wherever a result is.")
    groups: tuple[Option, ...] = Field(description="What the dimensions are grouped into.")
    fact_groups: tuple[FactGroup, ...] = Field(description="What the fact questions are grouped into.")
    stakeholders: tuple[Option, ...] = Field(description="Who answers, clears gates and acts.")
    stages: Annotated[tuple[Option, ...], Field(max_length=MOST_STAGES)] = Field(
        description="The stages of the roadmap, in order."
    )
    scale: Scale = Field(description="Rules about answers.")
    confidence: ConfidenceRules = Field(description="How sure a result is.")
    bands: tuple[Band, ...] = Field(description="The verdicts, best first, and the score from which each holds.")
    caps: tuple[Cap, ...] = Field(description="The best verdict while something is wrong.")
    verdict_from_coverage: Score100 = Field(
        default=25, description="How much of the weight (0 to 100) must be answered before a verdict is named."
    )
    dimensions: tuple[Dimension, ...] = Field(description="The files in dimensions/, in the order they are asked.")
    gates: tuple[Gate, ...] = Field(description="What can stop the idea or hold it back.")
    facts: tuple[FactQuestion, ...] = Field(
        description="Numbers and choices about the service, in the order they are asked."
    )
    contract_rules: ContractRules | None = Field(
        default=None, description="Which facts describe the planned contract, and from which sum the full rules hold."
    )
    code_list: CodeList | None = Field(default=None, description="Services that are bought by light touch rules.")
    actions: tuple[ActionRule, ...] = Field(description="What to do about each weak answer.")
    sources: tuple[Source, ...] = Field(description="What the other files cite.")
    migrations: tuple[Migration, ...] = Field(
        default=(), description="How answers of an older version become answers of this one."
    )
    forms: tuple[LegalForm, ...] = Field(default=(), description="The files in forms/, in the order they are shown.")
    conflicts: tuple[Conflict, ...] = Field(default=(), description="Answers that cannot all stand.")
    criteria: tuple[Option, ...] = Field(default=(), description="What the models are compared on.")
    models: tuple[DeliveryModel, ...] = Field(default=(), description="Ways to deliver the service.")
    appraisal_rules: AppraisalRules | None = Field(default=None, description="The lines of the options appraisal.")
    appraisal_groups: tuple[AppraisalGroup, ...] = Field(
        default=(), description="The families of criteria, weighed alike."
    )
    appraisal_criteria: tuple[AppraisalCriterion, ...] = Field(
        default=(), description="What the models are judged by, on four levels."
    )
    appraisal: tuple[AppraisedModel, ...] = Field(
        default=(), description="The level of each model on each criterion, before the answers."
    )
    shifts: tuple[Shift, ...] = Field(default=(), description="Answers that move levels, in the order they apply.")
    out_when: tuple[ModelExclusion, ...] = Field(default=(), description="Rules that take models out.")
    notes: tuple[ModelNote, ...] = Field(default=(), description="What to say beside models for some answers.")
    public_interest_test: PublicInterestTest | None = Field(
        default=None, description="The Public Interest Test: what answers each of its headings."
    )
    cards: tuple[Card, ...] = Field(
        default=(), description="Real mutuals: what they chose, what followed, what decided it."
    )
    stage_tests: tuple[StageTest, ...] = Field(default=(), description="What must be so before a stage is left.")
    money_inputs: tuple[MoneyInput, ...] = Field(default=(), description="What the money test starts from.")
    money_ranges: tuple[MoneyRange, ...] = Field(default=(), description="What the money test varies, and how far.")
    money_proposals: tuple[MoneyProposal, ...] = Field(default=(), description="Answers that the money test proposes.")
    words: Words | None = Field(
        default=None, description="The files in words/: names, phrases and lines that pages and papers print."
    )
