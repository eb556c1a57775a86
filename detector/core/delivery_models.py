"""Delivery models: what the answers point to. In-house is always among them, and nothing here decides."""

from dataclasses import dataclass
from enum import StrEnum

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.bank.guidance import ModelPattern
from detector.core.conditions import Scores, open_subjects, truth


class ModelFit(StrEnum):
    """Whether a pattern in the answers points to a model, may do so when more is known, or does not."""

    POINTED_TO = "pointed_to"
    MAY_BE = "may_be"
    NOT_POINTED_TO = "not_pointed_to"


@dataclass(frozen=True)
class ModelReason:
    """A pattern that points to a model: always professional judgement."""

    pattern_id: str
    because: str
    sources: tuple[int, ...]


@dataclass(frozen=True)
class ModelResult:
    """One delivery model, in the bank's order, with the patterns that point to it.

    `depends_on` names what is unknown (ids of facts, questions and scores) and could make another pattern point to
    it.
    """

    model_id: str
    fit: ModelFit
    reasons: tuple[ModelReason, ...]
    depends_on: tuple[str, ...] = ()


def point(bank: Bank, sheet: AnswerSheet, scores: Scores) -> tuple[ModelResult, ...]:
    """Every delivery model of the bank, with what points to it; `scores` by "overall", group and dimension."""
    return tuple(
        _result(bank, model.id, [each for each in bank.patterns if each.points_to == model.id], sheet, scores)
        for model in bank.models
    )


def _result(
    bank: Bank, model_id: str, patterns: list[ModelPattern], sheet: AnswerSheet, scores: Scores
) -> ModelResult:
    reasons = tuple(
        ModelReason(each.id, each.because, each.sources) for each in patterns if truth(bank, each.when, sheet, scores)
    )
    unknown = dict.fromkeys(subject for each in patterns for subject in open_subjects(bank, each.when, sheet, scores))
    undecided = ModelFit.MAY_BE if unknown else ModelFit.NOT_POINTED_TO
    return ModelResult(model_id, ModelFit.POINTED_TO if reasons else undecided, reasons, tuple(unknown))
