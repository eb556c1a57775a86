"""Changes of an assessment in words: what was changed, and what it was before and after."""

from datetime import date
from textwrap import shorten

from detector.core.answers import (
    Answer,
    AnswerState,
    BroughtOver,
    Item,
    ItemKind,
    ItemValue,
    PlannedAction,
    Service,
    WorkshopResult,
)
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.brought_over import gone_from, reworded_since
from detector.wording.brought_over import brought_over_held
from detector.wording.money import money_number
from detector.wording.plain import day, day_in_full, number
from detector.wording.subjects import fact_with_unit
from detector.wording.workshops import workshop_sentence

_LONGEST_NAME = 72
_NOTHING = {
    ItemKind.ANSWER: "not answered",
    ItemKind.FACT: "not known",
    ItemKind.WEIGHT: "as in the question bank",
    ItemKind.SERVICE: "not named",
    ItemKind.PLAN: "not planned",
    ItemKind.WORKSHOP: "not agreed in a workshop",
    ItemKind.MONEY: "not known",
    ItemKind.BROUGHT_OVER: "not brought over",
}


_OF_THE_WHOLE = {ItemKind.SERVICE: "Service", ItemKind.BROUGHT_OVER: "Brought over from an older question bank"}


def item_in_words(bank: Bank, item: Item) -> str:
    """What an item is called: a question by its id and first words, also one that was asked by an older bank.

    What no bank knows has its id alone.
    """
    known = index_of(bank)
    match item.kind:
        case ItemKind.SERVICE | ItemKind.BROUGHT_OVER:
            return _OF_THE_WHOLE[item.kind]
        case ItemKind.FACT:
            fact = known.facts.get(item.id)
            return _short(fact.text if fact else _gone_text(bank, item) or item.id)
        case ItemKind.WEIGHT:
            dimension = known.dimensions.get(item.id)
            return f"Weight of {dimension.name if dimension else item.id}"
        case ItemKind.PLAN:
            action = known.actions.get(item.id)
            return f"Plan: {_short(action.what if action else _gone_text(bank, item) or item.id)}"
        case ItemKind.MONEY:
            entry = known.money_inputs.get(item.id)
            return f"Money: {entry.name if entry else item.id}"
        case ItemKind.ANSWER | ItemKind.WORKSHOP:
            question = known.questions.get(item.id)
            text = question.text if question else _gone_text(bank, item)
            name = f"{item.id} {_short(text)}" if text else item.id
            return name if item.kind is ItemKind.ANSWER else f"Workshop on {name}"


def _gone_text(bank: Bank, item: Item) -> str:
    gone = gone_from(bank, item.id)
    return gone.text if gone else ""


def value_in_words(
    bank: Bank, item: Item, value: ItemValue, erased: date | None = None, *, answered_on: str = ""
) -> str:
    """What an item held, in full; that it held nothing, or on which day it was erased.

    `answered_on` is the version of the bank it was answered on, where that is not the bank's own: a level whose words
    have changed since is told by its number alone.
    """
    if erased is not None:
        return f"erased on {day(erased)}"
    return _held(bank, item, value, answered_on) or _NOTHING[item.kind]


def _held(bank: Bank, item: Item, value: ItemValue, answered_on: str) -> str:
    match value:
        case None:
            said = ""
        case Answer():
            said = _answer(bank, item.id, value, answered_on)
        case Service() | BroughtOver():
            said = _of_the_whole(value)
        case PlannedAction():
            by = f"by {day_in_full(value.due)}" if value.due else ""
            said = _joined(value.owner, by, "done" if value.done else "")
        case WorkshopResult():
            said = workshop_sentence(value)
        case int() | float() if item.kind is ItemKind.WEIGHT:
            said = number(value)
        case int() | float() if item.kind is ItemKind.MONEY:
            entry = index_of(bank).money_inputs.get(item.id)
            said = money_number(entry.kind, value) if entry else number(value)
        case bool() | int() | float() | str() | tuple():
            fact = index_of(bank).facts.get(item.id)
            said = fact_with_unit(fact, value) if fact else str(value)
    return said


def _of_the_whole(value: Service | BroughtOver) -> str:
    if isinstance(value, BroughtOver):
        return brought_over_held(value)
    return _joined(value.name, value.council, value.description)


def _answer(bank: Bank, question_id: str, answer: Answer, answered_on: str) -> str:
    notes = [
        f"evidence {answer.evidence}" if answer.evidence else "",
        f"note: {answer.note}" if answer.note else "",
        f"links: {' '.join(answer.links)}" if answer.links else "",
    ]
    return "; ".join([_level(bank, question_id, answer, answered_on), *filter(None, notes)])


def _level(bank: Bank, question_id: str, answer: Answer, answered_on: str) -> str:
    if answer.state is AnswerState.DONT_KNOW:
        return "don't know"
    if answer.state is AnswerState.NOT_APPLICABLE:
        return f"not applicable, because {answer.reason}"
    # An older version may have kept a level that there is not.
    said = dict(enumerate(_levels(bank, question_id, answered_on))).get(answer.level or 0)
    return f"level {answer.level}, {said}" if said else f"level {answer.level}"


def _levels(bank: Bank, question_id: str, answered_on: str) -> tuple[str, ...]:
    question = index_of(bank).questions.get(question_id)
    if question is None:
        gone = gone_from(bank, question_id)
        return gone.levels if gone else ()
    return () if question_id in reworded_since(bank, answered_on) else question.levels


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _short(text: str) -> str:
    return shorten(text, _LONGEST_NAME, placeholder=" ...")
