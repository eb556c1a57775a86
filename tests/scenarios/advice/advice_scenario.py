"""Reading stories about forms, models, cases and stages, and comparing what they expect with what is found."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter
from scenarios.scenario import Expected, GivenAnswer, Scenario

from detector.bank_files import example_files
from detector.bank_files.tree import plain
from detector.bank_files.yaml_positions import read_yaml
from detector.core.answers import AnswerSheet, FactValue
from detector.core.assessment import Assessment, assess, scores_of_100
from detector.core.bank import Bank
from detector.core.legal_forms.results import FormAdvice, FormState
from detector.core.legal_forms.what_if import form_changes
from detector.core.options.results import Options
from detector.files.assessment import read_assessment
from detector.wording.appraisal import headline


class Words(BaseModel):
    """Anything in a story: a key that is not known is a typing mistake, and refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class QuestionRound(Words):
    """A change of facts, and the form it puts first."""

    to: str
    by: dict[str, FactValue]


class ExpectedAdvice(Words):
    """What should be found; only what a story states is looked at. README.md explains the keys."""

    verdict: str | None = None
    too_early: bool | None = None
    first: str | None = None
    first_forms: list[str] = []
    ruled_out: dict[str, list[str]] = {}
    still_there: list[str] = []
    fits: list[str] = []
    possible: dict[str, list[str]] = {}
    points: dict[str, int] = {}
    level_with: dict[str, list[str]] = {}
    against: dict[str, list[str]] = {}
    asks_first: list[str] = []
    joining: str | None = None
    warned: list[str] = []
    goes_with: dict[str, list[str]] = {}
    conflicts: list[str] = []
    standings: dict[str, str] = {}
    first_models: list[str] = []
    models_out: dict[str, list[str]] = {}
    models_depend_on: dict[str, list[str]] = {}
    notes: dict[str, list[str]] = {}
    levels: dict[str, dict[str, list[int]]] = {}
    said_of_models: str = ""
    cases: list[str] = []
    stage: str | None = None
    turns: list[QuestionRound] = []

    def stated(self) -> dict[str, object]:
        """What the story states, by key."""
        return {key: getattr(self, key) for key in self.model_fields_set}


class Story(Words):
    """Who answered what, or which worked example it is, and what should be advised."""

    title: str
    because: str = ""
    example: str | None = None
    answers: dict[str, GivenAnswer] = {}
    dimensions: dict[str, GivenAnswer] = {}
    all_others: GivenAnswer | None = None
    facts: dict[str, FactValue] = {}
    expect: ExpectedAdvice

    def sheet(self, bank: Bank) -> AnswerSheet:
        """The answer sheet; an unknown id or a value that does not fit is refused, as it is for an officer."""
        if self.example is not None:
            return _example(bank, self.example)
        told = Scenario(
            title=self.title,
            answers=self.answers,
            dimensions=self.dimensions,
            all_others=self.all_others,
            facts=self.facts,
            expect=Expected(),
        )
        return told.sheet(bank)


def _example(bank: Bank, name: str) -> AnswerSheet:
    file = next(file for file in example_files() if file.name == name)
    return read_assessment(file.read_bytes(), bank).sheet


def read_stories(file: Path) -> list[Story]:
    """The stories in a file, each with a title of its own; a key given twice is refused."""
    tree, problems = read_yaml(file.read_text(encoding="utf-8"), file.name)
    assert tree is not None
    assert not problems, problems
    stories = TypeAdapter(list[Story]).validate_python(plain(tree))
    titles = [story.title for story in stories]
    assert len(set(titles)) == len(titles), f"{file.name}: two stories have one title."
    return stories


def outcome(bank: Bank, story: Story) -> dict[str, object]:
    """What was found, for what a story states."""
    sheet = story.sheet(bank)
    found = assess(bank, sheet)
    assert found.forms is not None
    everything: dict[str, object] = {
        "verdict": found.verdict.id,
        **_forms(found.forms, story.expect),
        **_ranked(found.forms, story.expect),
        **_models(bank, found, story.expect),
        "cases": [each.card_id for each in found.cases],
        "stage": next((stage.stage_id for stage in found.stages if stage.is_current), None),
        "turns": _turns(bank, sheet, found, story.expect) if story.expect.turns else [],
    }
    return {key: everything[key] for key in story.expect.model_fields_set}


def _forms(found: FormAdvice, expected: ExpectedAdvice) -> dict[str, object]:
    order = [form.form_id for form in found.ranked]
    return {
        "too_early": found.too_early,
        "first": order[0],
        "first_forms": order[: len(expected.first_forms)],
        "ruled_out": {form.form_id: [why.rule_id for why in form.why_not] for form in found.excluded},
        "still_there": [form_id for form_id in expected.still_there if form_id in order],
        "conflicts": [conflict.conflict_id for conflict in found.conflicts],
        "asks_first": list(found.asks_first),
        "joining": _joining(found),
    }


def _joining(found: FormAdvice) -> str | None:
    if found.joining is None:
        return None
    return "look first" if found.joining.look_first else "further option"


def _ranked(found: FormAdvice, expected: ExpectedAdvice) -> dict[str, object]:
    forms = {form.form_id: form for form in found.ranked}
    fitting = {form_id for form_id, form in forms.items() if form.state is FormState.FITS}
    against = {form_id: {reason.because for reason in form.reasons_against} for form_id, form in forms.items()}
    warned = {form_id for form_id, form in forms.items() if any(reason.is_caution for reason in form.reasons_against)}
    return {
        "fits": [form_id for form_id in expected.fits if form_id in fitting],
        "possible": {each: list(forms[each].depends_on) for each in expected.possible if each in forms},
        "points": {each: forms[each].points for each in expected.points if each in forms},
        "level_with": {each: list(forms[each].level_with) for each in expected.level_with if each in forms},
        "against": {
            each: [said for said in some if said in against.get(each, ())] for each, some in expected.against.items()
        },
        "warned": [form_id for form_id in expected.warned if form_id in warned],
        "goes_with": {each: list(forms[each].goes_with) for each in expected.goes_with if each in forms},
    }


def _models(bank: Bank, assessment: Assessment, expected: ExpectedAdvice) -> dict[str, object]:
    found, order = assessment.options.by_id(), [each.model_id for each in assessment.options.models]
    levels = {model: _levels(assessment.options, model) for model in found}
    told = headline(bank, assessment)
    return {
        "standings": {each: found[each].standing.standing.value for each in expected.standings},
        "first_models": order[: len(expected.first_models)],
        "models_out": {
            each: [why.rule_id for why in found[each].standing.why_out]
            for each in order
            if found[each].standing.why_out
        },
        "models_depend_on": {each: list(found[each].standing.depends_on) for each in expected.models_depend_on},
        "notes": {each: [note.text for note in found[each].standing.notes] for each in expected.notes},
        "levels": {
            model: {criterion: levels[model][criterion] for criterion in criteria}
            for model, criteria in expected.levels.items()
        },
        "said_of_models": expected.said_of_models if expected.said_of_models in told else told,
    }


def _levels(options: Options, model: str) -> dict[str, list[int]]:
    """A model's level, low and high by criterion."""
    moved = options.by_id()[model].levels
    return {each.criterion_id: [each.levels.level, each.levels.low, each.levels.high] for each in moved}


def shifts_told(bank: Bank, story: Story) -> list[tuple[str, str]]:
    """The criterion and the reason of every shift behind a level that a story states."""
    if not story.expect.levels:
        return []
    found = assess(bank, story.sheet(bank)).options.by_id()
    return [
        (level.criterion_id, shift.because)
        for model, criteria in story.expect.levels.items()
        for level in found[model].levels
        if level.criterion_id in criteria
        for shift in level.shifts
    ]


def _turns(bank: Bank, sheet: AnswerSheet, found: Assessment, expected: ExpectedAdvice) -> list[QuestionRound]:
    """Those of the stated turns that are found."""
    flips = form_changes(bank, sheet, scores_of_100(found.overall, found.groups, found.dimensions))
    turns = [
        QuestionRound(to=flip.first_form_id, by={change.fact_id: change.value for change in flip.changes})
        for flip in flips
    ]
    return [turn for turn in expected.turns if turn in turns]
