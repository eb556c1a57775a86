"""Six assessments that between them reach every sentence on a result: examples, half known, full and empty."""

from functools import cache

from journeys.sheets import bank, example, questions

from detector.core.answers import Answer, AnswerSheet, AnswerState, Service, empty_sheet
from detector.core.assessment import Assessment, assess

STEMS = ("explore-york-2013", "leading-lives-2011", "told-no")
STRONGER = ("STF", "COM", "LDR", "GOV", "PRO")
"""Dimensions at level 2 where the others are at 1: the score lies so near a band that one weight decides."""
FIRST_OF_ALL = ("COM1", "FIT2", "PRO1")


def _level(question_id: str) -> Answer:
    is_stronger = question_id.startswith(STRONGER) or question_id in FIRST_OF_ALL
    return Answer(AnswerState.LEVEL, level=2 if is_stronger else 1, evidence=2 if is_stronger else 1)


def _full() -> AnswerSheet:
    answers = {question.id: _level(question.id) for question in questions()}
    return AnswerSheet(bank().version, Service("Library service", "Anyshire", ""), answers=answers)


def _half_known() -> AnswerSheet:
    """Every second question, and a hard gate that failed, so that nothing unknown can change the verdict."""
    answers = {question.id: _level(question.id) for question in questions()[::2]}
    answers["COM1"] = Answer(AnswerState.LEVEL, level=0)
    return AnswerSheet(bank().version, Service("Home help", "Anyshire", ""), answers=answers)


@cache
def sheets_told() -> dict[str, AnswerSheet]:
    """The assessments by what they are."""
    return {
        **{stem: example(stem) for stem in STEMS},
        "half known": _half_known(),
        "full": _full(),
        "empty": empty_sheet(bank()),
    }


@cache
def assessed(name: str) -> Assessment:
    """What the core says of one of them."""
    return assess(bank(), sheets_told()[name])
