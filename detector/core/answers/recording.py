"""Recording, changing and taking back. Every change is checked against the bank and gives a new sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from detector.core.answers.answer_checks import answer_problems
from detector.core.answers.fact_checks import fact_problems
from detector.core.answers.plan_checks import plan_problems
from detector.core.answers.sheet import Answer, AnswerSheet, FactValue, PlannedAction, Service, WorkshopResult
from detector.core.answers.sheet_checks import service_problems, weight_problems
from detector.core.answers.workshop_checks import workshop_problems
from detector.core.bank import Bank
from detector.core.bank.index import lookup_in
from detector.core.errors import AnswerError, Problem
from detector.core.messages import did_you_mean, shown

Value = TypeVar("Value")


def empty_sheet(bank: Bank) -> AnswerSheet:
    """A sheet of this bank on which nothing is answered."""
    return AnswerSheet(bank_version=bank.version)


def check_answer(bank: Bank, question_id: str, answer: Answer) -> None:
    """Accept an answer that fits its question.

    Raises:
        AnswerError: naming everything that does not fit.

    """
    _refuse(answer_problems(bank, question_id, answer))


def check_fact(bank: Bank, fact_id: str, value: FactValue) -> None:
    """Accept a value that fits its fact question.

    Raises:
        AnswerError: naming everything that does not fit.

    """
    _refuse(fact_problems(bank, fact_id, value))


def check_weight(bank: Bank, dimension_id: str, weight: float) -> None:
    """Accept a local weight that stays within the bank's limits.

    Raises:
        AnswerError: saying what the limits are.

    """
    _refuse(weight_problems(bank, dimension_id, weight))


def check_service(service: Service) -> None:
    """Accept a description of a service that can be kept.

    Raises:
        AnswerError: naming everything that does not fit.

    """
    _refuse(service_problems(service))


def check_plan(bank: Bank, rule_id: str, planned: PlannedAction) -> None:
    """Accept an owner, a target date and a tick that can be kept for one of the bank's actions.

    Raises:
        AnswerError: naming everything that does not fit, or that nothing is planned.

    """
    _refuse(plan_problems(bank, rule_id, planned))


def check_workshop(bank: Bank, question_id: str, result: WorkshopResult) -> None:
    """Accept what a workshop found on one question.

    Raises:
        AnswerError: naming everything that does not fit.

    """
    _refuse(workshop_problems(bank, question_id, result))


def record_answer(bank: Bank, sheet: AnswerSheet, question_id: str, answer: Answer) -> AnswerSheet:
    """The sheet with this answer, in place of any earlier one.

    Raises:
        AnswerError: if the answer does not fit its question.

    """
    check_answer(bank, question_id, answer)
    return replace(sheet, answers={**sheet.answers, question_id: answer})


def record_fact(bank: Bank, sheet: AnswerSheet, fact_id: str, value: FactValue) -> AnswerSheet:
    """The sheet with this fact, in place of any earlier value.

    Raises:
        AnswerError: if the value does not fit its question.

    """
    check_fact(bank, fact_id, value)
    return replace(sheet, facts={**sheet.facts, fact_id: value})


def record_weight(bank: Bank, sheet: AnswerSheet, dimension_id: str, weight: float) -> AnswerSheet:
    """The sheet with this local weight, in the bank's units.

    Raises:
        AnswerError: if the weight is outside the bank's limits.

    """
    check_weight(bank, dimension_id, weight)
    return replace(sheet, weights={**sheet.weights, dimension_id: weight})


def record_service(sheet: AnswerSheet, service: Service) -> AnswerSheet:
    """The sheet with this description of the service.

    Raises:
        AnswerError: if a text of it cannot be kept.

    """
    check_service(service)
    return replace(sheet, service=service)


def record_plan(bank: Bank, sheet: AnswerSheet, rule_id: str, planned: PlannedAction) -> AnswerSheet:
    """The sheet with this plan for an action, in place of any earlier one.

    Raises:
        AnswerError: if it does not fit, or nothing is planned.

    """
    check_plan(bank, rule_id, planned)
    return replace(sheet, plan={**sheet.plan, rule_id: planned})


def record_workshop(bank: Bank, sheet: AnswerSheet, question_id: str, result: WorkshopResult) -> AnswerSheet:
    """The sheet with what a workshop found on this question, in place of any earlier workshop's.

    Raises:
        AnswerError: if it does not fit.

    """
    check_workshop(bank, question_id, result)
    return replace(sheet, workshop={**sheet.workshop, question_id: result})


def take_back_answer(bank: Bank, sheet: AnswerSheet, question_id: str) -> AnswerSheet:
    """The sheet with this question unanswered.

    Raises:
        AnswerError: if there is no such question.

    """
    return replace(sheet, answers=_without(sheet.answers, question_id, "question", lookup_in(bank).questions))


def take_back_fact(bank: Bank, sheet: AnswerSheet, fact_id: str) -> AnswerSheet:
    """The sheet with this fact unknown.

    Raises:
        AnswerError: if there is no such fact.

    """
    return replace(sheet, facts=_without(sheet.facts, fact_id, "fact", lookup_in(bank).facts))


def take_back_weight(bank: Bank, sheet: AnswerSheet, dimension_id: str) -> AnswerSheet:
    """The sheet with the bank's own weight for this dimension.

    Raises:
        AnswerError: if there is no such dimension.

    """
    return replace(sheet, weights=_without(sheet.weights, dimension_id, "dimension", lookup_in(bank).dimensions))


def take_back_plan(bank: Bank, sheet: AnswerSheet, rule_id: str) -> AnswerSheet:
    """The sheet with nothing planned for this action.

    Raises:
        AnswerError: if there is no such action.

    """
    return replace(sheet, plan=_without(sheet.plan, rule_id, "action", lookup_in(bank).actions))


def _without(recorded: Mapping[str, Value], key: str, kind: str, known: Iterable[str]) -> dict[str, Value]:
    words = list(known)
    if key not in recorded and key not in words:
        raise AnswerError(f"There is no {kind} {shown(key)}. {did_you_mean(key, words)}".rstrip())
    return {other: value for other, value in recorded.items() if other != key}


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise AnswerError(" ".join(f"{problem.fault} {problem.remedy}".rstrip() for problem in problems))
