"""How much stands behind the answers, and whether that is enough for a decision."""

from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.flow import applicable_questions
from detector.core.scoring import weighted_mean
from detector.core.verdict.bands import reaches

TOP_EVIDENCE = 3


@dataclass(frozen=True)
class Confidence:
    """How much stands behind the answers, parts and total from 0 to 1; `agreement` None is unmeasured."""

    total: float
    coverage: float
    evidence: float
    agreement: float | None
    provisional: bool


def confidence(bank: Bank, sheet: AnswerSheet) -> Confidence:
    """How much stands behind the answers: coverage, evidence, and how far workshops agreed.

    Where agreement is unmeasured, coverage and evidence share its part in their own proportions.
    """
    asked = [
        (question.weight, sheet.answers.get(question.id))
        for dimension in bank.dimensions
        for question in applicable_questions(bank, dimension, sheet)
    ]
    grades = [answer.evidence for _, answer in asked if answer is not None and answer.level is not None]
    coverage = weighted_mean(
        (float(answer is not None and answer.level is not None), weight) for weight, answer in asked
    )
    evidence = weighted_mean((grade / TOP_EVIDENCE, 1.0) for grade in grades)
    return _confidence(bank, coverage or 0.0, evidence or 0.0, workshop_agreement(sheet))


def workshop_agreement(sheet: AnswerSheet) -> float | None:
    """The mean agreement of workshops over their questions, moved from -1 to 1 onto 0 to 1; None without any."""
    known = [result.agreement for result in sheet.workshop.values() if result.agreement is not None]
    return weighted_mean(((agreement + 1) / 2, 1.0) for agreement in known)


def _confidence(bank: Bank, coverage: float, evidence: float, agreement: float | None) -> Confidence:
    rules = bank.confidence
    parts = [(coverage, rules.coverage), (evidence, rules.evidence)]
    if agreement is not None:
        parts.append((agreement, rules.agreement))
    total = weighted_mean(parts) or 0.0
    return Confidence(total, coverage, evidence, agreement, provisional=not reaches(total, rules.provisional_under))
