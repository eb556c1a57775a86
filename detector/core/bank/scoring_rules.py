"""What every number and verdict depends on: bands, caps, confidence, evidence grades, and ways from older banks."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from detector.core.bank.base import LEVELS, TOP_LEVEL, Entry, Identifier, Score100, Share, Text


class Band(Entry):
    """A verdict and the overall score (0-100) from which it holds; one without a score is only reached by a cap.

    `too_early_for_form`: with this verdict, whether to set up a new body comes before which legal form it takes.
    """

    id: Identifier = Field(description="Never changed once published.")
    label: Text = Field(description="The verdict, as people read it.")
    from_score: Score100 | None = Field(
        description="The overall score (0 to 100) from which it holds; null where only a cap leads to it."
    )
    meaning: Text = Field(description="What the verdict means, in a sentence.")
    too_early_for_form: bool = Field(
        default=False, description="true if this verdict comes before the question which legal form."
    )


class CapRule(StrEnum):
    """Why a verdict is held down."""

    HARD_GATE_FAILED = "hard_gate_failed"
    HARD_GATE_WARNING = "hard_gate_warning"
    HARD_GATE_OPEN = "hard_gate_open"
    AMBER_GATE_FAILED = "amber_gate_failed"
    GATES_IN_DOUBT = "gates_in_doubt"
    WEAK_POINTS = "weak_points"
    HEADLINE_LOW = "headline_low"
    HEADLINE_VERY_LOW = "headline_very_low"


class Cap(Entry):
    """The best verdict still allowed while a rule holds.

    `under` (0-100) is for headline dimensions only, `count` for the rules that count gates or weak points.
    """

    rule: CapRule = Field(description="What is wrong.")
    at_most: Identifier = Field(description="The best verdict while it is: the id of a band.")
    note: Text = Field(description="The words added to the verdict.")
    note_if_unknown: Text | None = Field(
        default=None,
        description="The words instead where too little of a dimension is known, with {dimensions} in them.",
    )
    under: Score100 | None = Field(
        default=None, description="The score (0 to 100) of a headline dimension under which the cap holds."
    )
    count: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="How many gates in doubt, or weak points, it takes for the cap to hold."
    )


class ConfidenceRules(Entry):
    """How much each part counts, and the lines (0-1) under which a result is provisional, each by itself."""

    coverage: Share = Field(description="How much it counts that questions are answered.")
    evidence: Share = Field(description="How much the evidence behind answers counts.")
    agreement: Share = Field(description="How much the agreement of workshops counts; the three add up to 1.")
    provisional_under: Share = Field(description="The confidence (0 to 1) under which a result is provisional.")
    provisional_under_coverage: Share = Field(
        default=0.5, description="The part of the weight answered (0 to 1) under which a result is provisional."
    )
    provisional_under_evidence: Share = Field(
        default=0.33, description="The mean evidence (0 to 1) under which a result is provisional."
    )


class GradeName(Entry):
    """What an evidence grade (0-3) is called and means."""

    grade: Annotated[int, Field(ge=0, le=3)] = Field(description="0 to 3.")
    name: Text = Field(description="As people read it.")
    meaning: Text = Field(description="What an answer of this grade rests on.")


class Scale(Entry):
    """Rules about answers: the evidence grade the top level needs, and how far a local weight may move (0-1)."""

    top_level_needs_evidence: Annotated[int, Field(ge=0, le=3)] = Field(
        description="Level 3 with a lower evidence grade counts as level 2."
    )
    local_weight_limit: Share = Field(description="How far a council may move a weight: 0.5 is half.")
    evidence_grades: Annotated[tuple[GradeName, ...], Field(min_length=4, max_length=4)] = Field(
        description="Grades 0, 1, 2 and 3, each once."
    )


class Gone(Entry):
    """Something that an older bank had, in its words then: a question with its four levels, a fact or an action.

    `now_in` are the questions beside which the answer to it is still shown.
    """

    id: Identifier = Field(description="What its id was.")
    text: Text = Field(description="How it was asked, or what the action said.")
    levels: Annotated[tuple[Text, ...], Field(max_length=LEVELS)] = Field(
        default=(), description="The four levels of a question, worst first; leave it out otherwise."
    )
    now_in: tuple[Identifier, ...] = Field(
        default=(), description="The questions that took it in: its answer is shown beside them."
    )


Relevel = Annotated[tuple[Annotated[int, Field(ge=0, le=TOP_LEVEL)], ...], Field(min_length=LEVELS, max_length=LEVELS)]


class Migration(Entry):
    """How answers of an older bank become answers of the next one."""

    from_version: Text = Field(description="The older version.")
    to_version: Text = Field(description="The version it leads to.")
    renamed: dict[Identifier, Identifier] = Field(
        default_factory=dict[Identifier, Identifier],
        description="Old ids and the new ones that carry their answers on.",
    )
    removed: tuple[Identifier, ...] = Field(default=(), description="Ids that are no longer asked.")
    gone: tuple[Gone, ...] = Field(default=(), description="What is no longer asked, in the words it was asked in.")
    relevel: dict[Identifier, Relevel] = Field(
        default_factory=dict[Identifier, Relevel],
        description="By the new id of a question: what each old level counts as, never a higher one.",
    )
    read_again: tuple[Identifier, ...] = Field(
        default=(), description="New ids of questions whose wording changed: people are asked to look once more."
    )
    new: tuple[Identifier, ...] = Field(default=(), description="Questions that this version asks for the first time.")
    weights_before: dict[Identifier, Annotated[float, Field(gt=0, le=100)]] = Field(
        default_factory=dict[Identifier, float],
        description="Weights of dimensions that changed, as they were: a council's own weight keeps its proportion.",
    )
    checked_anew: tuple[Identifier, ...] = Field(
        default=(), description="Facts that now take other values: one that no longer fits is left out, and told."
    )
    new_rules: tuple[CapRule, ...] = Field(
        default=(), description="Rules of caps that are new or stricter: a sheet brought over is told which hold it."
    )
    new_gates: tuple[Identifier, ...] = Field(default=(), description="Ids of gates that are new.")
    note: Text = Field(description="What changed, as the officer is told.")
