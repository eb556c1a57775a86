"""Finding an entry of a bank by its id."""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass

from detector.core.bank.appraisal import AppraisalCriterion
from detector.core.bank.bank import Bank
from detector.core.bank.base import Option
from detector.core.bank.contracts import ServiceCode
from detector.core.bank.guidance import Card, DeliveryModel, LegalForm, StageTest
from detector.core.bank.money import MoneyInput
from detector.core.bank.questions import ActionRule, Dimension, FactGroup, FactQuestion, Gate, Question, Source
from detector.core.bank.scoring_rules import Band, GradeName


@dataclass(frozen=True)
class BankIndex:
    """The entries of one bank by id, sources and evidence grades by number, each kind in the bank's order.

    `dimension_of` finds a question's dimension by the question's id; `money_inputs` are those that are no facts.
    """

    dimensions: Mapping[str, Dimension]
    questions: Mapping[str, Question]
    dimension_of: Mapping[str, Dimension]
    facts: Mapping[str, FactQuestion]
    actions: Mapping[str, ActionRule]
    gates: Mapping[str, Gate]
    bands: Mapping[str, Band]
    groups: Mapping[str, Option]
    fact_groups: Mapping[str, FactGroup]
    stakeholders: Mapping[str, Option]
    stages: Mapping[str, Option]
    stage_tests: Mapping[str, StageTest]
    forms: Mapping[str, LegalForm]
    models: Mapping[str, DeliveryModel]
    criteria: Mapping[str, Option]
    appraisal_criteria: Mapping[str, AppraisalCriterion]
    cards: Mapping[str, Card]
    sources: Mapping[int, Source]
    grades: Mapping[int, GradeName]
    money_inputs: Mapping[str, MoneyInput]
    service_codes: Mapping[str, ServiceCode]


# By identity, because hashing a frozen bank walks every entry of it; forgotten together with the bank.
_indexes: dict[int, BankIndex] = {}


def index_of(bank: Bank) -> BankIndex:
    """The bank's entries by id, made once for each bank."""
    known = _indexes.get(id(bank))
    if known is not None:
        return known
    made = _made(bank)
    weakref.finalize(bank, _indexes.pop, id(bank), None)
    _indexes[id(bank)] = made
    return made


def _made(bank: Bank) -> BankIndex:
    asked = [(question, part) for part in bank.dimensions for question in part.questions]
    return BankIndex(
        dimensions={part.id: part for part in bank.dimensions},
        questions={question.id: question for question, _ in asked},
        dimension_of={question.id: part for question, part in asked},
        facts={fact.id: fact for fact in bank.facts},
        actions={rule.id: rule for rule in bank.actions},
        gates={gate.id: gate for gate in bank.gates},
        bands={band.id: band for band in bank.bands},
        groups={group.id: group for group in bank.groups},
        fact_groups={group.id: group for group in bank.fact_groups},
        stakeholders={person.id: person for person in bank.stakeholders},
        stages={stage.id: stage for stage in bank.stages},
        stage_tests={test.id: test for test in bank.stage_tests},
        forms={form.id: form for form in bank.forms},
        models={model.id: model for model in bank.models},
        criteria={criterion.id: criterion for criterion in bank.criteria},
        appraisal_criteria={criterion.id: criterion for criterion in bank.appraisal_criteria},
        cards={card.id: card for card in bank.cards},
        sources={source.number: source for source in bank.sources},
        grades={grade.grade: grade for grade in bank.scale.evidence_grades},
        money_inputs={entry.part.value: entry for entry in bank.money_inputs if entry.fact is None},
        service_codes={
            each.code: each
            for category in (bank.code_list.categories if bank.code_list else ())
            for each in category.codes
        },
    )


def find_question(bank: Bank, question_id: str) -> Question | None:
    """The scored question with that id, or None."""
    return index_of(bank).questions.get(question_id)


def find_fact(bank: Bank, fact_id: str) -> FactQuestion | None:
    """The fact question with that id, or None."""
    return index_of(bank).facts.get(fact_id)


def stakeholder_name(bank: Bank, stakeholder_id: str) -> str:
    """What a stakeholder is called, or the id where the bank has none: a workshop may be older than the bank."""
    found = index_of(bank).stakeholders.get(stakeholder_id)
    return stakeholder_id if found is None else found.name
