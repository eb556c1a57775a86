"""What a rule's subjects are called: facts, questions and scores, and what was answered to them."""

from collections.abc import Iterable

from detector.core.answers import AnswerSheet, FactValue
from detector.core.assessment import Assessment
from detector.core.bank import Bank, FactKind, FactQuestion
from detector.core.bank.index import index_of
from detector.core.doubts import Doubt
from detector.core.gates import level_in_words
from detector.wording.plain import day_in_full, money, number
from detector.wording.result import score_cells

NOT_KNOWN = "Not known yet"


def fact_in_words(fact: FactQuestion, value: FactValue | None) -> str:
    """A fact's value as people read it, without its unit."""
    names = {option.id: option.name for option in fact.options}
    match value:
        case None:
            return NOT_KNOWN
        case bool():
            return "Yes" if value else "No"
        case tuple():
            return ", ".join(names.get(part, part) for part in value)
        case str():
            return day_in_full(value) if fact.kind is FactKind.DATE else names.get(value, value)
        case int() | float():
            return money(value) if fact.kind is FactKind.MONEY else number(value)


def fact_with_unit(fact: FactQuestion, value: FactValue | None) -> str:
    """A fact's value as people read it: £4,200,000, 92%, 5 years."""
    said = fact_in_words(fact, value)
    if value is None:
        return said
    if fact.unit.startswith("£"):
        return f"£{said}{fact.unit[1:]}"
    return f"{said}{fact.unit}" if fact.unit.startswith("%") else f"{said} {fact.unit}".rstrip()


def doubt_in_words(doubt: Doubt, sheet: AnswerSheet) -> str:
    """Two facts that can hardly both be true, as a question."""
    more, less = (fact_with_unit(fact, sheet.facts.get(fact.id)) for fact in (doubt.more, doubt.less))
    return f"{more} and {less}. Is one of them wrong?"


def subject_in_words(bank: Bank, subject: str) -> str:
    """What an id stands for: a question with its id, a fact's text, or the name of a score."""
    known = index_of(bank)
    question, fact = known.questions.get(subject), known.facts.get(subject)
    if question is not None:
        return f"{question.id} {question.text}"
    if fact is not None:
        return fact.text
    score = known.groups.get(subject) or known.dimensions.get(subject)
    return "The overall score" if score is None else f"The score of {score.name}"


def subjects_in_words(bank: Bank, subjects: Iterable[str]) -> str:
    """Several subjects in one line; most are questions, so a stroke keeps them apart."""
    return " / ".join(subject_in_words(bank, subject) for subject in subjects)


def answer_to(bank: Bank, sheet: AnswerSheet, assessment: Assessment, subject: str) -> str:
    """What is known of a fact, a question or a score."""
    known = index_of(bank)
    question, fact = known.questions.get(subject), known.facts.get(subject)
    if fact is not None:
        return fact_in_words(fact, sheet.facts.get(subject))
    if question is not None:
        answer = sheet.answers.get(subject)
        return NOT_KNOWN if answer is None or answer.level is None else level_in_words(bank, question, answer)
    return _score(assessment, subject)


def subjects_answered(bank: Bank, sheet: AnswerSheet, assessment: Assessment, subjects: Iterable[str]) -> str:
    """Several subjects, each with what is known of it."""
    return " / ".join(
        f"{subject_in_words(bank, subject)} {answer_to(bank, sheet, assessment, subject)}" for subject in subjects
    )


def _score(assessment: Assessment, subject: str) -> str:
    scores = {part.dimension_id: part for part in assessment.dimensions}
    groups = {part.id: part for part in assessment.groups}
    middle, interval = score_cells(scores.get(subject) or groups.get(subject) or assessment.overall)
    return f"{middle} ({interval})" if interval else middle
