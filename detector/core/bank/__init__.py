"""The question bank as data: nothing here knows how to score."""

from detector.core.bank.bank import Bank
from detector.core.bank.base import (
    LEVELS,
    TOP_LEVEL,
    AllOf,
    AnswerIs,
    AnyOf,
    Condition,
    Option,
)
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
from detector.core.bank.scoring_rules import Band, Cap, CapRule, ConfidenceRules, Gone, GradeName, Migration, Scale

__all__ = [
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
    "Condition",
    "ConfidenceRules",
    "Dimension",
    "FactGroup",
    "FactKind",
    "FactLimit",
    "FactPage",
    "FactQuestion",
    "Gate",
    "GateKind",
    "Gone",
    "GradeName",
    "Migration",
    "Option",
    "Question",
    "Scale",
    "Source",
]
