"""Which questions are asked, in which order, and how far one has come."""

from collections.abc import Iterator
from dataclasses import dataclass

from detector.core.answers import AnswerSheet, AnswerState
from detector.core.bank import Bank, Dimension, FactQuestion, Question
from detector.core.conditions import applies


@dataclass(frozen=True)
class Progress:
    """How many of the asked questions have an answer; don't know and not applicable are answers too.

    `not_known` of the answered ones are "don't know".
    """

    answered: int
    asked: int
    not_known: int = 0


def asked_questions(bank: Bank, dimension: Dimension, sheet: AnswerSheet) -> tuple[Question, ...]:
    """The dimension's questions whose condition is not false, in bank order."""
    return tuple(question for question in dimension.questions if applies(bank, question.when, sheet))


def applicable_questions(bank: Bank, dimension: Dimension, sheet: AnswerSheet) -> tuple[Question, ...]:
    """The asked questions that were not answered "not applicable", in bank order: the ones a score is made of."""
    return tuple(
        question
        for question in dimension.questions
        if not _is_set_aside(sheet, question) and applies(bank, question.when, sheet)
    )


def asked_facts(bank: Bank, sheet: AnswerSheet) -> tuple[FactQuestion, ...]:
    """The fact questions whose condition is not false, in bank order."""
    return tuple(fact for fact in bank.facts if applies(bank, fact.when, sheet))


def quick_scan(bank: Bank) -> tuple[Question, ...]:
    """The questions of the quick scan, in bank order."""
    return tuple(question for dimension in bank.dimensions for question in dimension.questions if question.quick_scan)


def question_count(bank: Bank) -> int:
    """How many scored questions the bank has."""
    return sum(len(dimension.questions) for dimension in bank.dimensions)


def next_unanswered(bank: Bank, sheet: AnswerSheet, quick: bool, after: str | None = None) -> Question | None:
    """The next asked question without an answer, beginning after the question `after` and wrapping round.

    None where every one has an answer. Without `after`, or with one the bank does not have, it begins at the start.
    """
    waiting = [question for question in _all_asked(bank, sheet, quick) if question.id not in sheet.answers]
    ids = [question.id for dimension in bank.dimensions for question in dimension.questions]
    later = ids[ids.index(after) + 1 :] if after in ids else ids
    return next((question for question in waiting if question.id in later), waiting[0] if waiting else None)


def progress(bank: Bank, sheet: AnswerSheet, quick: bool) -> Progress:
    """How many questions are asked, of all or of the quick scan, and how many of those have an answer."""
    asked = list(_all_asked(bank, sheet, quick))
    given = [sheet.answers[question.id] for question in asked if question.id in sheet.answers]
    not_known = sum(answer.state is AnswerState.DONT_KNOW for answer in given)
    return Progress(answered=len(given), asked=len(asked), not_known=not_known)


def _all_asked(bank: Bank, sheet: AnswerSheet, quick: bool) -> Iterator[Question]:
    for dimension in bank.dimensions:
        for question in asked_questions(bank, dimension, sheet):
            if question.quick_scan or not quick:
                yield question


def _is_set_aside(sheet: AnswerSheet, question: Question) -> bool:
    answer = sheet.answers.get(question.id)
    return answer is not None and answer.state is AnswerState.NOT_APPLICABLE
