"""What every number and verdict depends on: bands, caps, confidence, evidence grades, and ways from older banks."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from detector.core.bank.base import Entry, Identifier, Score100, Share, Text


class Band(Entry):
    """A verdict and the overall score (0-100) from which it holds; one without a score is only reached by a cap.

    `too_early_for_form`: with this verdict, whether to set up a new body comes before which legal form it takes.
    """

    id: Identifier
    label: Text
    from_score: Score100 | None
    meaning: Text
    too_early_for_form: bool = False


class CapRule(StrEnum):
    """Why a verdict is held down."""

    HARD_GATE_FAILED = "hard_gate_failed"
    AMBER_GATE_FAILED = "amber_gate_failed"
    HEADLINE_LOW = "headline_low"
    HEADLINE_VERY_LOW = "headline_very_low"
    HARD_GATE_OPEN = "hard_gate_open"


class Cap(Entry):
    """The best verdict still allowed while a rule holds. `under` (0-100) is for headline dimensions only."""

    rule: CapRule
    at_most: Identifier
    note: Text
    under: Score100 | None = None


class ConfidenceRules(Entry):
    """How much each part counts, and the confidence (0-1) under which a result is provisional."""

    coverage: Share
    evidence: Share
    agreement: Share
    provisional_under: Share


class GradeName(Entry):
    """What an evidence grade (0-3) is called and means."""

    grade: Annotated[int, Field(ge=0, le=3)]
    name: Text
    meaning: Text


class Scale(Entry):
    """Rules about answers: the evidence grade the top level needs, and how far a local weight may move (0-1)."""

    top_level_needs_evidence: Annotated[int, Field(ge=0, le=3)]
    local_weight_limit: Share
    evidence_grades: Annotated[tuple[GradeName, ...], Field(min_length=4, max_length=4)]


class Migration(Entry):
    """How answers of an older bank become answers of the next one."""

    from_version: Text
    to_version: Text
    renamed: dict[Identifier, Identifier] = Field(default_factory=dict[Identifier, Identifier])
    removed: tuple[Identifier, ...] = ()
    note: Text
