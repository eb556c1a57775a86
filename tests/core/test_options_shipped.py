"""What the shipped bank's options never say, whatever the answers: nothing that contradicts the verdict."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from builders import at_level
from random_sheets import random_sheet
from strategies import question_ids_of, real_bank

from detector.bank_files.checks.first_places import first_sheet, never_first
from detector.core.answers import Answer, AnswerSheet, AnswerState, empty_sheet
from detector.core.assessment import Assessment, assess
from detector.core.bank import AnswerIs
from detector.core.bank.appraisal import AddLevels, SetLevels, Shift
from detector.core.bank.guidance import DeliveryModel
from detector.core.marked_entries import bands_too_early_for_form, model_of_staying
from detector.core.options.drawing import Draws, Numbers, draw, valued
from detector.core.options.levels import appraised_levels
from detector.core.options.options import appraise
from detector.core.options.results import Options, Standing
from detector.core.options.standing import is_choice

SHEETS, MANY_SHEETS = range(300), range(300, 10_300)
FEW_DRAWS = 100
MUTUALS = {"join_existing", "new_psm", "joint_venture"}


def found_in(number: int) -> tuple[Assessment, Options]:
    """The assessment of a random sheet, with its options from few draws."""
    bank, sheet = real_bank(), random_sheet(real_bank(), number)
    found = assess(bank, sheet)
    return found, appraise(bank, sheet, found.scores, found.verdict.id, draws=FEW_DRAWS)


def contradictions(number: int) -> list[str]:
    """Everything that the options of a random sheet say and must not."""
    found, options = found_in(number)
    choices = {each.model_id for each in options.models if is_choice(each.standing.standing)}
    held_or_out = [each for each in options.models if each.model_id not in choices]
    is_low = found.verdict.id is None or found.verdict.id in bands_too_early_for_form(found.bank)
    checks = {
        "a model that is no choice stands before one that is": {
            each.model_id for each in options.models[: len(choices)]
        }
        != choices,
        "a model that is no choice comes first": any(each.places and each.places.first for each in held_or_out),
        "shares of first places do not add up": abs(_first_places(options) - 1) > 1e-6,
        "staying in house is not open": options.by_id()["in_house"].standing.standing is not Standing.OPEN,
        "a mutual is a choice though the verdict calls for none": is_low and bool(choices & MUTUALS),
        "a mutual is a choice though the council would control it": found.sheet.facts.get("control") == "council"
        and bool(choices & MUTUALS),
        "a mutual is a choice though no staff control is intended": _level(found, "GOV1") == 0
        and bool(choices & MUTUALS),
        "something leaves the council though its functions cannot": _level(found, "FIT2") == 0
        and choices != {"in_house"},
        "a model is out without a reason": any(
            (each.standing.standing is Standing.OUT) != bool(each.standing.why_out) for each in options.models
        ),
        "it is too early for a legal form beside a mutual, or not too early without": found.forms is None
        or found.forms.too_early == bool(choices & MUTUALS),
        "a legal form is ranked that no choice could take": found.forms is not None
        and not {form.form_id for form in found.forms.placed} <= _forms_of(choices),
        "a model depends on nothing": any(
            (each.standing.standing is Standing.DEPENDS) != bool(each.standing.depends_on) for each in options.models
        ),
    }
    return [f"sheet {number}: {said}" for said, is_so in checks.items() if is_so]


def _forms_of(models: set[str]) -> set[str]:
    return {form for model in real_bank().models if model.id in models for form in model.forms}


def _first_places(options: Options) -> float:
    return sum((each.places.first or 0.0) for each in options.models if each.places)


def _level(found: Assessment, question_id: str) -> int | None:
    answer = found.sheet.answers.get(question_id)
    return None if answer is None else answer.level


def test_options_never_contradict_the_verdict_or_one_another() -> None:
    assert [said for number in SHEETS for said in contradictions(number)] == []


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_options_never_contradict_the_verdict_or_one_another_on_many_sheets() -> None:
    assert [said for number in MANY_SHEETS for said in contradictions(number)] == []


def test_the_random_sheets_rank_legal_forms_now_and_then() -> None:
    advised = [found_in(number)[0].forms for number in SHEETS]

    assert sum(1 for each in advised if each and each.placed) >= 10
    assert any(each and each.too_early for each in advised)


def test_the_random_sheets_put_each_model_into_each_standing_it_can_have() -> None:
    met = {(each.model_id, each.standing.standing) for number in SHEETS for each in found_in(number)[1].models}

    for model in real_bank().models:
        assert {standing for model_id, standing in met if model_id == model.id} == _possible(model), model.id


def _possible(model: DeliveryModel) -> set[Standing]:
    if model.is_in_house:
        return {Standing.OPEN}
    return set(Standing) if model.is_mutual else set(Standing) - {Standing.HELD}


def all_at(level: int) -> AnswerSheet:
    return replace(empty_sheet(real_bank()), answers={each: at_level(level) for each in question_ids_of(real_bank())})


def raised_by(shift: Shift) -> bool:
    """Whether a shift only ever lifts levels above those that stand in the bank."""
    steps = _given(shift.add)
    cells = [
        {"level": cell.level, "low": cell.low, "high": cell.high}
        for each in real_bank().appraisal
        if each.model in shift.models
        for cell in each.cells
        if cell.criterion == shift.criterion
    ]
    sets_higher = all(amount >= cell[key] for key, amount in _given(shift.set).items() for cell in cells)
    return sets_higher and all(amount >= 0 for amount in steps.values())


def _given(levels: AddLevels | SetLevels | None) -> dict[str, int]:
    return levels.model_dump(exclude_none=True) if levels else {}


@cache
def upward_questions() -> dict[str, set[str]]:
    """Questions whose high answers only lift models, by question, with those models."""
    found: dict[str, set[str]] = {}
    for shift in real_bank().shifts:
        test = shift.when
        if isinstance(test, AnswerIs) and test.question and test.at_least is not None and raised_by(shift):
            found.setdefault(test.question, set()).update(shift.models)
    return found


def test_raising_an_answer_never_lowers_the_value_of_a_model_that_it_lifts() -> None:
    bank = real_bank()
    draws = draw(bank, len(bank.appraisal), 11, draws=200)
    models = [each.model for each in bank.appraisal]
    assert upward_questions()
    for number in range(20):
        sheet = random_sheet(bank, number)
        for question, lifted in upward_questions().items():
            values = [_values(sheet, question, level, draws) for level in range(4)]
            for model in lifted:
                at = models.index(model)
                assert all((after[at] >= before[at] - 1e-6).all() for before, after in pairwise(values))


def _values(sheet: AnswerSheet, question: str, level: int, draws: Draws) -> Numbers:
    bank = real_bank()
    answered = replace(sheet, answers={**sheet.answers, question: Answer(AnswerState.LEVEL, level, evidence=3)})
    levels = appraised_levels(bank, answered, {})
    return valued(draws, [[one.levels for one in levels[each.model]] for each in bank.appraisal]).values


def test_staying_in_house_leads_on_an_empty_sheet_and_a_new_mutual_on_the_best() -> None:
    bank = real_bank()
    friendly = {
        "control": "staff_and_users",
        "surplus": "none",
        "asset_lock": "statutory",
        "reorganisation": "not_affected",
    }

    empty = appraise(bank, empty_sheet(bank), {}, None)
    best = appraise(bank, replace(all_at(3), facts=friendly), {}, "strong")

    staying = model_of_staying(bank)
    assert staying is not None
    assert empty.models[0].model_id == staying.id
    assert best.models[0].model_id == "new_psm"


def test_every_model_comes_first_on_some_sheet_or_says_that_it_never_does() -> None:
    assert never_first(real_bank()) == ()


@pytest.mark.long
@pytest.mark.parametrize("model_id", [model.id for model in real_bank().models if model.never_first])
def test_no_answers_put_a_model_first_that_says_it_never_is(model_id: str) -> None:
    assert first_sheet(real_bank(), model_id) is None
