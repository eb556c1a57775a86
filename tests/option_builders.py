"""Small delivery models and appraisals for tests: plain by default, and only what a test names is special."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from form_builders import SOMETHING, bank_of_forms

from detector.core.bank import Bank, Condition
from detector.core.bank.appraisal import (
    AddLevels,
    AppraisalCriterion,
    AppraisalGroup,
    AppraisalRules,
    AppraisedCell,
    AppraisedModel,
    ModelExclusion,
    ModelNote,
    SetLevels,
    Shift,
)
from detector.core.bank.guidance import Cell, DeliveryModel, LegalForm
from detector.core.options.results import Levels

RULES = AppraisalRules(checked_on=date(2026, 11, 30), clear_from=65, ahead_from=40, must_value=1.25, fewest_wins=100)
STAY, LEAVE, SELL = "stay", "leave", "sell"
Range = tuple[int, int, int]
"""A level with its low and high: (level, low, high)."""


def make_model(
    model_id: str, *, is_mutual: bool = False, is_in_house: bool = False, forms: Sequence[str] = ()
) -> DeliveryModel:
    """A model of which only its marks and its forms matter."""
    return DeliveryModel(
        id=model_id,
        name=model_id.capitalize(),
        noun=f"the way of {model_id}",
        summary="A way.",
        is_mutual=is_mutual,
        is_in_house=is_in_house,
        forms=tuple(forms),
        cells=(Cell(criterion="cost", says=SOMETHING),),
        sources=(1,),
    )


MODELS = (make_model(STAY, is_in_house=True), make_model(LEAVE, is_mutual=True), make_model(SELL))


def make_criterion(criterion_id: str, group: str = "all") -> AppraisalCriterion:
    """A criterion whose levels name it."""
    return AppraisalCriterion(
        id=criterion_id,
        group=group,
        name=criterion_id.capitalize(),
        noun=f"its {criterion_id}",
        asks=f"How is its {criterion_id}?",
        levels=tuple(f"{criterion_id} {level}" for level in range(4)),
    )


def make_cell(criterion_id: str, cell: int | Range) -> AppraisedCell:
    """A cell of one level, or of a level with low and high."""
    level, low, high = (cell, cell, cell) if isinstance(cell, int) else cell
    return AppraisedCell(
        criterion=criterion_id, level=level, low=low, high=high, reason=f"{criterion_id} is so.", judgement=True
    )


def levels_of(*cells: int | Range) -> list[Levels]:
    """Levels as the answers have moved them, one for each criterion."""
    return [Levels(cell, cell, cell) if isinstance(cell, int) else Levels(*cell) for cell in cells]


def make_shift(
    when: Condition,
    models: Sequence[str],
    criterion: str,
    *,
    to: SetLevels | None = None,
    by: AddLevels | None = None,
) -> Shift:
    """Answers that set levels `to`, or move them `by`."""
    return Shift(
        criterion=criterion, models=tuple(models), when=when, set=to, add=by, because="It moves.", judgement=True
    )


def out_when(
    when: Condition, models: Sequence[str], rule_id: str = "ruled_out", *, if_no_mutual_left: str = ""
) -> ModelExclusion:
    """A rule that takes models out."""
    return ModelExclusion(
        id=rule_id,
        models=tuple(models),
        when=when,
        because=f"{rule_id} holds.",
        if_no_mutual_left=if_no_mutual_left,
        sources=(1,),
        checked_on=date(2026, 11, 21),
    )


def note_when(when: Condition, models: Sequence[str], text: str) -> ModelNote:
    """Something to say beside models."""
    return ModelNote(models=tuple(models), when=when, text=text, judgement=True)


def bank_of_options(
    appraised: Mapping[str, Sequence[int | Range]] | None = None,
    *,
    models: Sequence[DeliveryModel] = MODELS,
    groups: Mapping[str, Sequence[str]] | None = None,
    forms: Iterable[LegalForm] = (),
    shifts: Iterable[Shift] = (),
    rules: Iterable[ModelExclusion] = (),
    notes: Iterable[ModelNote] = (),
) -> Bank:
    """A bank with these models, appraised on the criteria of `groups` (by family) in their order."""
    families = groups or {"all": ("voice", "price", "pace")}
    criteria = [make_criterion(each, group) for group, some in families.items() for each in some]
    appraisal = tuple(
        AppraisedModel(
            model=model_id,
            cells=tuple(make_cell(each.id, cell) for each, cell in zip(criteria, cells, strict=True)),
        )
        for model_id, cells in (appraised or {}).items()
    )
    return bank_of_forms(*forms).model_copy(
        update={
            "models": tuple(models),
            "appraisal_rules": RULES,
            "appraisal_groups": tuple(AppraisalGroup(id=group, name=group.capitalize()) for group in families),
            "appraisal_criteria": tuple(criteria),
            "appraisal": appraisal,
            "shifts": tuple(shifts),
            "out_when": tuple(rules),
            "notes": tuple(notes),
        }
    )
