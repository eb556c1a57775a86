"""Which questions are asked, in which order, and how far one has come."""

from collections.abc import Iterator
from dataclasses import dataclass

from detector.core.answers import AnswerSheet, AnswerState
from detector.core.bank import Bank, Dimension, FactQuestion, GateKind, Question
from detector.core.conditions import applies


@dataclass(frozen=True)
class Progress:
    """How far one has come: `answered` of the `applicable` questions have a level, as in every result.

    `waiting` of those asked have no entry at all: neither a level nor don't know nor not applicable.
    """

    answered: int
    applicable: int
    waiting: int


@dataclass(frozen=True)
class Part:
    """Questions answered together, with facts before them: those of a dimension, or what the quick scan begins with.

    `dimension` is None where it begins.
    """

    dimension: Dimension | None
    facts: tuple[FactQuestion, ...]
    questions: tuple[Question, ...]


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
    """The questions of the quick scan: those of hard gates first, then the rest, each in bank order."""
    scan = [question for dimension in bank.dimensions for question in dimension.questions if question.quick_scan]
    first = {gate.question for gate in bank.gates if gate.kind is GateKind.HARD}
    return tuple(sorted(scan, key=lambda question: question.id not in first))


def parts(bank: Bank, sheet: AnswerSheet, quick: bool) -> tuple[Part, ...]:
    """The asked questions, part by part, in the order they are answered; a part without any is left out.

    The quick scan begins with the facts that decide what it asks, and with the questions of hard gates.
    """
    first = {gate.question for gate in bank.gates if gate.kind is GateKind.HARD} if quick else set[str]()
    asked = [(dimension, _asked(bank, dimension, sheet, quick)) for dimension in bank.dimensions]
    facts = tuple(fact for fact in asked_facts(bank, sheet) if quick and fact.quick_scan)
    begins = Part(None, facts, tuple(one for _, questions in asked for one in questions if one.id in first))
    rest = (Part(dimension, (), tuple(one for one in all_ if one.id not in first)) for dimension, all_ in asked)
    return tuple(part for part in (begins, *rest) if part.facts or part.questions)


def asked_count(bank: Bank, sheet: AnswerSheet, quick: bool) -> int:
    """How many scored questions are asked with these facts and answers."""
    return len([*_all_asked(bank, sheet, quick)])


def question_count(bank: Bank) -> int:
    """How many scored questions the bank has."""
    return sum(len(dimension.questions) for dimension in bank.dimensions)


def next_unanswered(bank: Bank, sheet: AnswerSheet, quick: bool, after: str | None = None) -> Question | None:
    """The next asked question without an answer, beginning after the question `after` and wrapping round.

    None where every one has an answer. Without `after`, or with one that is not asked, it begins at the start.
    """
    order = [question for part in parts(bank, sheet, quick) for question in part.questions]
    waiting = [question for question in order if question.id not in sheet.answers]
    ids = [question.id for question in order]
    later = ids[ids.index(after) + 1 :] if after in ids else ids
    return next((question for question in waiting if question.id in later), waiting[0] if waiting else None)


def progress(bank: Bank, sheet: AnswerSheet, quick: bool) -> Progress:
    """How many questions are answered of those that apply, in all or in the quick scan, and how many wait."""
    asked = list(_all_asked(bank, sheet, quick))
    given = [sheet.answers[question.id] for question in asked if question.id in sheet.answers]
    return Progress(
        answered=sum(answer.level is not None for answer in given),
        applicable=len(asked) - sum(answer.state is AnswerState.NOT_APPLICABLE for answer in given),
        waiting=len(asked) - len(given),
    )


def _all_asked(bank: Bank, sheet: AnswerSheet, quick: bool) -> Iterator[Question]:
    for dimension in bank.dimensions:
        yield from _asked(bank, dimension, sheet, quick)


def _asked(bank: Bank, dimension: Dimension, sheet: AnswerSheet, quick: bool) -> tuple[Question, ...]:
    asked = asked_questions(bank, dimension, sheet)
    return tuple(question for question in asked if question.quick_scan or not quick)


def _is_set_aside(sheet: AnswerSheet, question: Question) -> bool:
    answer = sheet.answers.get(question.id)
    return answer is not None and answer.state is AnswerState.NOT_APPLICABLE
