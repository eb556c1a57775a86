"""From an answer sheet to an assessment file."""

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar

from detector.core.answers import (
    Answer,
    AnswerSheet,
    AnswerState,
    FactValue,
    PlannedAction,
    Service,
    WorkshopResult,
)
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.history import Head
from detector.files.assessment.brought_over import KEY, written_brought_over
from detector.files.assessment.header import FORMAT, FORMAT_VERSION
from detector.files.assessment.history import written_history
from detector.files.assessment.json_tree import Json

Value = TypeVar("Value")


def write_assessment(bank: Bank, sheet: AnswerSheet, head: Head | None = None) -> bytes:
    """The sheet as an assessment file: UTF-8, in the bank's order, with nothing in it that says nothing.

    `head` is that of the history it is a copy of, where there is one.
    """
    order = index_of(bank)
    facts = _in_order(sheet.facts, order.facts)
    weights = _in_order(sheet.weights, order.dimensions)
    members: dict[str, Json] = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "bank_version": sheet.bank_version,
        "service": _service(sheet.service),
    }
    if facts:
        members["facts"] = {fact_id: _fact(value) for fact_id, value in facts.items()}
    if weights:
        members["weights"] = dict[str, Json](weights)
    members["answers"] = {key: _answer(answer) for key, answer in _in_order(sheet.answers, order.questions).items()}
    plan = _in_order(sheet.plan, order.actions)
    if plan:
        members["plan"] = {rule_id: _planned(planned) for rule_id, planned in plan.items()}
    workshop = _in_order(sheet.workshop, order.questions)
    if workshop:
        members["workshop"] = {question_id: _workshop(result) for question_id, result in workshop.items()}
    money = _in_order(sheet.money, order.money_inputs)
    if money:
        members["money"] = dict[str, Json](money)
    if sheet.brought_over is not None:
        members[KEY] = written_brought_over(sheet.brought_over)
    if head is not None:
        members["history"] = written_history(head)
    return (json.dumps(members, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def _in_order(recorded: Mapping[str, Value], order: Iterable[str]) -> dict[str, Value]:
    """What is recorded, in that order; what the order does not know comes last."""
    known = {key: recorded[key] for key in order if key in recorded}
    return {**known, **{key: recorded[key] for key in sorted(recorded.keys() - known.keys())}}


def _service(service: Service) -> Json:
    described: dict[str, Json] = {"name": service.name}
    if service.council:
        described["council"] = service.council
    if service.description:
        described["description"] = service.description
    return described


def _fact(value: FactValue) -> Json:
    return [*value] if isinstance(value, tuple) else value


def _answer(answer: Answer) -> Json:
    written: dict[str, Json] = {}
    if answer.state is not AnswerState.LEVEL:
        written["state"] = answer.state.value
    if answer.level is not None:
        written["level"] = answer.level
    if answer.evidence:
        written["evidence"] = answer.evidence
    if answer.reason:
        written["reason"] = answer.reason
    if answer.note:
        written["note"] = answer.note
    if answer.links:
        written["links"] = [*answer.links]
    return written


def _planned(planned: PlannedAction) -> Json:
    written: dict[str, Json] = {}
    if planned.owner:
        written["owner"] = planned.owner
    if planned.due:
        written["due"] = planned.due
    if planned.done:
        written["done"] = True
    return written


def _workshop(result: WorkshopResult) -> Json:
    written: dict[str, Json] = {
        "held_on": result.held_on,
        "round": result.round,
        "people": result.people,
    }
    if result.level is None:
        written["state"] = AnswerState.DONT_KNOW.value
    figures: dict[str, int | float | None] = {
        "chose": result.chose,
        "dont_know": result.dont_know,
        "level": result.level,
        "median": result.median,
        "agreement": result.agreement,
        "groups_counted": result.groups_counted,
        "groups_apart": result.groups_apart,
    }
    written |= {key: figure for key, figure in figures.items() if figure is not None}
    if result.dissent:
        written["dissent"] = result.dissent
    return written
