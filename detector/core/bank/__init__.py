"""The question bank as data: nothing here knows how to score."""

from detector.core.bank.bank import Bank
from detector.core.bank.base import (
    LEVELS,
    TOP_LEVEL,
    AllOf,
    AnswerIs,
    AnyOf,
    Condition,
    ContractTest,
    Option,
    ServiceMark,
)
from detector.core.bank.contracts import CODE_DIGITS, CodeList, ContractRules, ServiceCode
from detector.core.bank.questions import (
    ActionRule,
    Dimension,
    FactGroup,
    FactKind,
    FactLimit,
    FactPage,
    FactQuestion,
    Gate,
    GateKind,
    Question,
    Source,
)
from detector.core.bank.scoring_rules import Band, Cap, CapRule, ConfidenceRules, GradeName, Migration, Scale

__all__ = [
    "CODE_DIGITS",
    "LEVELS",
    "TOP_LEVEL",
    "ActionRule",
    "AllOf",
    "AnswerIs",
    "AnyOf",
    "Band",
    "Bank",
    "Cap",
    "CapRule",
    "CodeList",
    "Condition",
    "ConfidenceRules",
    "ContractRules",
    "ContractTest",
    "Dimension",
    "FactGroup",
    "FactKind",
    "FactLimit",
    "FactPage",
    "FactQuestion",
    "Gate",
    "GateKind",
    "GradeName",
    "Migration",
    "Option",
    "Question",
    "Scale",
    "ServiceCode",
    "ServiceMark",
    "Source",
]
