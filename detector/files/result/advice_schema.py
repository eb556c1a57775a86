"""What the result file says of legal forms, delivery models, earlier cases and stages. Dates are year-month-day."""

from typing import TypedDict

from detector.files.result.options_schema import ModelPart, OptionPart


class ReasonPart(TypedDict):
    """A reason with its points; a caution has none, and is for a lawyer to look at first."""

    because: str
    sources: list[int]
    checked_on: str | None
    points: int
    caution: bool


# `for` is a word of Python's own, so this one cannot be written as a class.
FormPart = TypedDict(
    "FormPart",
    {
        "id": str,
        "name": str,
        "layer": str,
        "rank": int | None,
        "level_with": list[str],
        "points": int,
        "state": str,
        "depends_on": list[str],
        "goes_with": list[str],
        "for": list[ReasonPart],
        "against": list[ReasonPart],
        "lawyer": list[str],
    },
)


class JoiningPart(TypedDict):
    """Joining a body that is there already: whether to look at that before the forms, and why."""

    form: str
    look_first: bool
    because: list[ReasonPart]


class RulePart(TypedDict):
    """A rule that takes a form out, and the facts, questions and scores that triggered it."""

    rule: str
    because: str
    facts: list[str]
    sources: list[int]
    checked_on: str


class ExcludedFormPart(TypedDict):
    """A form that is out: `because`, `fact` and `sources` are of the first rule, `rules` are all of them."""

    id: str
    name: str
    layer: str
    because: str
    fact: str | None
    sources: list[int]
    rules: list[RulePart]


class ConflictPart(TypedDict):
    """Answers that cannot all stand."""

    id: str
    name: str
    because: str
    what_to_do: str
    facts: list[str]
    sources: list[int]
    checked_on: str


class CasePart(TypedDict):
    """An earlier mutual, and the weak answers that call it to mind. Never proof."""

    id: str
    name: str
    questions: list[str]
    sources: list[int]


class StageTestPart(TypedDict):
    """An exit test; `passed` is null where it is not known, or for people to judge."""

    id: str
    text: str
    passed: bool | None
    for_people: bool


class StagePart(TypedDict):
    """A stage of the roadmap. `stage` is a letter, A first."""

    stage: str
    id: str
    current: bool
    tests: list[StageTestPart]


class Advice(TypedDict):
    """Everything beside the score. `too_early_for_a_form` says why, and is null where it is not.

    A form's `rank` is null where it is not ranked: while it is too early, while a fact in `forms_ask_first` is not
    known, and of forms that need no new body.
    """

    too_early_for_a_form: str | None
    forms: list[FormPart]
    forms_ask_first: list[str]
    joining: JoiningPart | None
    excluded_forms: list[ExcludedFormPart]
    conflicts: list[ConflictPart]
    options: list[OptionPart]
    models: list[ModelPart]
    cases: list[CasePart]
    stages: list[StagePart]
