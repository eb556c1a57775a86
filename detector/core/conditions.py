"""`when`: true, false, or unknown (None), by Kleene's three-valued logic."""

from collections.abc import Iterator
from typing import Literal

from detector.core.answers import Answer, AnswerSheet, FactValue, counted_level, find_fact, find_question
from detector.core.bank import AllOf, AnswerIs, AnyOf, Bank, Condition

SubjectKind = Literal["question", "fact"]
Mention = tuple[SubjectKind, str]


def truth(bank: Bank, condition: Condition, sheet: AnswerSheet) -> bool | None:
    """Whether the condition holds, None where the answers so far leave it open.

    A question is compared by its counted level; don't know, not applicable and unanswered are all unknown. A
    question or fact whose own condition is false is not asked, so nothing about its answer holds: false, whatever
    was recorded before. The bank's conditions look back only, which bank_checks makes sure of.
    """
    match condition:
        case AnswerIs():
            return _answer_truth(bank, condition, sheet)
        case AllOf():
            return all_true(truth(bank, part, sheet) for part in condition.all)
        case AnyOf():
            return any_true(truth(bank, part, sheet) for part in condition.any)


def applies(bank: Bank, when: Condition | None, sheet: AnswerSheet) -> bool:
    """Whether something with this condition is asked: always without one, and while it is unknown."""
    return when is None or truth(bank, when, sheet) is not False


def all_true(parts: Iterator[bool | None]) -> bool | None:
    """False where any part is false, else unknown where any is unknown, else true."""
    seen = set(parts)
    if False in seen:
        return False
    return None if None in seen else True


def any_true(parts: Iterator[bool | None]) -> bool | None:
    """True where any part is true, else unknown where any is unknown, else false."""
    seen = set(parts)
    if True in seen:
        return True
    return None if None in seen else False


def mentions(condition: Condition) -> tuple[Mention, ...]:
    """Every question and fact the condition depends on, as (kind, id), once each, in reading order."""
    return tuple(dict.fromkeys(_mentions(condition)))


def _mentions(condition: Condition) -> Iterator[Mention]:
    match condition:
        case AnswerIs():
            if condition.question is not None:
                yield "question", condition.question
            if condition.fact is not None:
                yield "fact", condition.fact
        case AllOf():
            for part in condition.all:
                yield from _mentions(part)
        case AnyOf():
            for part in condition.any:
                yield from _mentions(part)


def _answer_truth(bank: Bank, test: AnswerIs, sheet: AnswerSheet) -> bool | None:
    subject = find_question(bank, test.question) if test.question is not None else find_fact(bank, test.fact or "")
    if subject is None:
        return None
    if not applies(bank, subject.when, sheet):
        return False
    if test.question is not None:
        return _level_fits(bank, test, sheet.answers.get(test.question))
    return _value_fits(test, sheet.facts.get(subject.id))


def _level_fits(bank: Bank, test: AnswerIs, answer: Answer | None) -> bool | None:
    level = None if answer is None else counted_level(bank, answer)
    return None if level is None else _number_fits(test, level)


def _value_fits(test: AnswerIs, value: FactValue | None) -> bool | None:
    match value:
        case None:
            return None
        case str() | bool():
            return value in (test.is_one_of or ())
        case tuple():
            return any(choice in (test.is_one_of or ()) for choice in value)
        case int() | float():
            return _number_fits(test, value)


def _number_fits(test: AnswerIs, number: float) -> bool:
    return (test.at_least is None or number >= test.at_least) and (test.under is None or number < test.under)
