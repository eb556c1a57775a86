"""Finding a question, fact, dimension or action of a bank by its id."""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass

from detector.core.bank import ActionRule, Bank, Dimension, FactQuestion, Question


@dataclass(frozen=True)
class Lookup:
    """Everything in one bank that an answer can be about, by id, in the bank's order."""

    dimensions: Mapping[str, Dimension]
    questions: Mapping[str, Question]
    facts: Mapping[str, FactQuestion]
    actions: Mapping[str, ActionRule]


# By identity, because hashing a frozen bank walks every entry of it; forgotten together with the bank.
_lookups: dict[int, Lookup] = {}


def lookup_in(bank: Bank) -> Lookup:
    """The bank's entries by id, made once for each bank."""
    known = _lookups.get(id(bank))
    if known is not None:
        return known
    made = Lookup(
        dimensions={dimension.id: dimension for dimension in bank.dimensions},
        questions={question.id: question for dimension in bank.dimensions for question in dimension.questions},
        facts={fact.id: fact for fact in bank.facts},
        actions={rule.id: rule for rule in bank.actions},
    )
    weakref.finalize(bank, _lookups.pop, id(bank), None)
    _lookups[id(bank)] = made
    return made


def find_question(bank: Bank, question_id: str) -> Question | None:
    """The scored question with that id, or None."""
    return lookup_in(bank).questions.get(question_id)


def find_fact(bank: Bank, fact_id: str) -> FactQuestion | None:
    """The fact question with that id, or None."""
    return lookup_in(bank).facts.get(fact_id)


def find_dimension(bank: Bank, dimension_id: str) -> Dimension | None:
    """The dimension with that id, or None."""
    return lookup_in(bank).dimensions.get(dimension_id)


def find_action(bank: Bank, rule_id: str) -> ActionRule | None:
    """The action with that id, or None."""
    return lookup_in(bank).actions.get(rule_id)
