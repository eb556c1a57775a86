"""Delivery models: what the answers point to. In-house is always among them, and nothing here decides."""

from dataclasses import dataclass
from enum import StrEnum


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
    """One delivery model, in the bank's order, with the patterns that point to it."""

    model_id: str
    fit: ModelFit
    reasons: tuple[ModelReason, ...]
