"""How much stands behind the answers: what is known, what it rests on, and how far groups of people agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from detector.core.answers import AnswerSheet
from detector.core.bank import TOP_LEVEL, Bank, Dimension
from detector.core.flow import applicable_questions
from detector.core.scoring import weighted_mean

TOP_EVIDENCE = 3


@dataclass(frozen=True)
class Confidence:
    """How much stands behind the answers, parts and total from 0 to 1, every question counted by its own weight.

    `coverage` is how much is answered, `evidence` the mean grade of what is. `agreement` is how far groups of people
    agree on the questions on which they could be compared, None without any; `measured` how much those weigh.
    """

    total: float
    coverage: float
    evidence: float
    agreement: float | None
    measured: float


@dataclass(frozen=True)
class _Asked:
    """A question that applies: its own weight, evidence and agreement between groups, both 0-1, None where unknown."""

    weight: float
    evidence: float | None
    agreement: float | None


def confidence(bank: Bank, sheet: AnswerSheet) -> Confidence:
    """How much stands behind the answers: coverage, evidence, and how far groups agreed in workshops.

    Agreement counts as far as it is measured; coverage and evidence share the rest of its part in their proportions.
    """
    asked = [part for dimension in bank.dimensions for part in _asked(bank, dimension, sheet)]
    rules = bank.confidence
    coverage = weighted_mean((float(part.evidence is not None), part.weight) for part in asked) or 0.0
    evidence = weighted_mean((part.evidence, part.weight) for part in asked if part.evidence is not None) or 0.0
    agreement = weighted_mean((part.agreement, part.weight) for part in asked if part.agreement is not None)
    measured = weighted_mean((float(part.agreement is not None), part.weight) for part in asked) or 0.0
    parts = [(coverage, rules.coverage), (evidence, rules.evidence), (agreement or 0.0, rules.agreement * measured)]
    return Confidence(weighted_mean(parts) or 0.0, coverage, evidence, agreement, measured)


def _asked(bank: Bank, dimension: Dimension, sheet: AnswerSheet) -> Iterator[_Asked]:
    """The dimension's questions that apply; their own weights add up to the weight of the dimension."""
    questions = applicable_questions(bank, dimension, sheet)
    total = fsum(question.weight for question in questions)
    for question in questions:
        answer, found = sheet.answers.get(question.id), sheet.workshop.get(question.id)
        apart = None if found is None else found.groups_apart
        yield _Asked(
            weight=dimension.weight * question.weight / total,
            evidence=None if answer is None or answer.level is None else answer.evidence / TOP_EVIDENCE,
            agreement=None if apart is None else 1 - apart / TOP_LEVEL,
        )
