"""What is part of every plan, as far as the answers do not show that it is done."""

from collections.abc import Collection, Iterator

from detector.core.answers import AnswerSheet
from detector.core.bank import ActionEnd, ActionRule, Bank
from detector.core.conditions import truth
from detector.core.flow import asked_questions


def standing_actions(bank: Bank, sheet: AnswerSheet, raised: Collection[str]) -> Iterator[ActionRule]:
    """The bank's standing actions, in its order, that are neither done nor superfluous beside those raised."""
    for rule in bank.actions:
        if rule.always and not _is_done(bank, sheet, rule) and not any(each in raised for each in rule.not_beside):
            yield rule


def _is_done(bank: Bank, sheet: AnswerSheet, rule: ActionRule) -> bool:
    if rule.done_when is not None and truth(bank, rule.done_when, sheet):
        return True
    match rule.until:
        case None:
            return False
        case ActionEnd.ALL_ANSWERED:
            return all(question_id in sheet.answers for question_id in _asked(bank, sheet))
        case ActionEnd.ALL_DOCUMENTED:
            given = [sheet.answers[each] for each in _asked(bank, sheet) if each in sheet.answers]
            grades = [answer.evidence for answer in given if answer.level is not None]
            return bool(grades) and min(grades) >= bank.scale.top_level_needs_evidence


def _asked(bank: Bank, sheet: AnswerSheet) -> Iterator[str]:
    for dimension in bank.dimensions:
        yield from (question.id for question in asked_questions(bank, dimension, sheet))
