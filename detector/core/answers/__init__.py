"""What has been answered: recording, changing and taking back. Every change is checked and gives a new sheet."""

from detector.core.answers.answer_checks import answer_problems
from detector.core.answers.fact_checks import fact_problems
from detector.core.answers.plan_checks import EARLIEST_DUE, LATEST_DUE, plan_problems
from detector.core.answers.recording import (
    check_answer,
    check_fact,
    check_plan,
    check_service,
    check_weight,
    check_workshop,
    empty_sheet,
    record_answer,
    record_fact,
    record_plan,
    record_service,
    record_weight,
    record_workshop,
    take_back_answer,
    take_back_fact,
    take_back_plan,
    take_back_weight,
)
from detector.core.answers.sheet import (
    Answer,
    AnswerSheet,
    AnswerState,
    FactValue,
    PlannedAction,
    Service,
    WorkshopResult,
    counted_level,
)
from detector.core.answers.sheet_checks import service_problems, weight_problems
from detector.core.answers.workshop_checks import workshop_problems
from detector.core.bank.index import find_action, find_dimension, find_fact, find_question

__all__ = [
    "EARLIEST_DUE",
    "LATEST_DUE",
    "Answer",
    "AnswerSheet",
    "AnswerState",
    "FactValue",
    "PlannedAction",
    "Service",
    "WorkshopResult",
    "answer_problems",
    "check_answer",
    "check_fact",
    "check_plan",
    "check_service",
    "check_weight",
    "check_workshop",
    "counted_level",
    "empty_sheet",
    "fact_problems",
    "find_action",
    "find_dimension",
    "find_fact",
    "find_question",
    "plan_problems",
    "record_answer",
    "record_fact",
    "record_plan",
    "record_service",
    "record_weight",
    "record_workshop",
    "service_problems",
    "take_back_answer",
    "take_back_fact",
    "take_back_plan",
    "take_back_weight",
    "weight_problems",
    "workshop_problems",
]
