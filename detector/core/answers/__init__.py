"""What has been answered: the sheet, what can be changed on it, and the check that every change passes."""

from detector.core.answers.answer_checks import answer_problems, is_level
from detector.core.answers.brought_over_checks import brought_over_problems
from detector.core.answers.checked import (
    ITEM_RULES,
    CheckedChange,
    CheckedSheet,
    check_change,
    check_sheet,
    item_problems,
)
from detector.core.answers.fact_checks import fact_problems
from detector.core.answers.items import (
    BROUGHT_OVER,
    SERVICE,
    Item,
    ItemKind,
    ItemValue,
    answer_item,
    items_of,
    sheet_of,
    value_in,
)
from detector.core.answers.money_checks import money_problems
from detector.core.answers.plan_checks import plan_problems
from detector.core.answers.service_codes import NO_CODE, code_digits
from detector.core.answers.sheet import (
    Answer,
    AnswerSheet,
    AnswerState,
    BroughtOver,
    EarlierAnswer,
    FactValue,
    PlannedAction,
    Service,
    WorkshopResult,
    counted_level,
    empty_sheet,
)
from detector.core.answers.sheet_checks import service_problems, weight_problems
from detector.core.answers.workshop_checks import workshop_problems

__all__ = [
    "BROUGHT_OVER",
    "ITEM_RULES",
    "NO_CODE",
    "SERVICE",
    "Answer",
    "AnswerSheet",
    "AnswerState",
    "BroughtOver",
    "CheckedChange",
    "CheckedSheet",
    "EarlierAnswer",
    "FactValue",
    "Item",
    "ItemKind",
    "ItemValue",
    "PlannedAction",
    "Service",
    "WorkshopResult",
    "answer_item",
    "answer_problems",
    "brought_over_problems",
    "check_change",
    "check_sheet",
    "code_digits",
    "counted_level",
    "empty_sheet",
    "fact_problems",
    "is_level",
    "item_problems",
    "items_of",
    "money_problems",
    "plan_problems",
    "service_problems",
    "sheet_of",
    "value_in",
    "weight_problems",
    "workshop_problems",
]
