"""Assessments that between them reach every sentence on a result: examples, half and nearly known, full, empty."""

from functools import cache

from journeys.sheets import bank, example, questions

from detector.core.answers import Answer, AnswerSheet, AnswerState, Service, empty_sheet
from detector.core.assessment import Assessment, assess

STEMS = ("explore-york-2013", "leading-lives-2011", "told-no")
STRONGER = ("STF", "COM", "LDR", "GOV", "PRO")
"""Dimensions at level 2 where the others are at 1."""
BEST = "MKT"
LEFT_OPEN = ("FIN4", "FIT4")
FIRST_OF_ALL = ("COM1", "FIT2", "PRO1")


def _level(question_id: str) -> Answer:
    is_stronger = question_id.startswith(STRONGER) or question_id in FIRST_OF_ALL
    return Answer(AnswerState.LEVEL, level=2 if is_stronger else 1, evidence=2 if is_stronger else 1)


def _full() -> AnswerSheet:
    """Fair all over and good in one dimension: the score lies so near a band that one weight decides."""
    answers = {
        question.id: Answer(AnswerState.LEVEL, level=3 if question.id.startswith(BEST) else 2, evidence=2)
        for question in questions()
    }
    return AnswerSheet(bank().version, Service("Library service", "Anyshire", ""), answers=answers)


def _nearly_known() -> AnswerSheet:
    """All but two amber gates, with every hard gate known."""
    full = _full()
    answers = {key: answer for key, answer in full.answers.items() if key not in LEFT_OPEN}
    return AnswerSheet(bank().version, Service("Parks", "Anyshire", ""), answers=answers)


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
        "nearly known": _nearly_known(),
        "full": _full(),
        "empty": empty_sheet(bank()),
    }


@cache
def assessed(name: str) -> Assessment:
    """What the core says of one of them."""
    return assess(bank(), sheets_told()[name])
