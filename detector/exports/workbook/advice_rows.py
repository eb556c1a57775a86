"""Legal forms and delivery models as rows."""

from collections.abc import Iterable

from detector.core.bank.guidance import LegalForm
from detector.core.bank.index import index_of
from detector.core.legal_forms.results import ExcludedForm, FormReason, RankedForm
from detector.exports.workbook.cells import Column, Layout, Row, Style
from detector.exports.workbook.context import WorkbookContext
from detector.wording.appraisal import first_in_words, first_two_in_words, wins_when
from detector.wording.delivery_models import (
    cell_of,
    kind_of_model,
    level_in_words,
    model_because,
    stands_in_words,
)
from detector.wording.legal_forms import conflict_in_words, fit_sentence, reason_in_words, why_not_in_words
from detector.wording.plain import day
from detector.wording.statements import stated

FORMS = Layout(
    "Legal forms",
    (
        Column("rank", "Rank", 8, Style.WHOLE),
        Column("name", "Legal form", 28, Style.STRONG),
        Column("layer", "Layer", 11),
        Column("state", "Standing", 28),
        Column("points", "Points", 8, Style.WHOLE),
        Column("for", "Reasons for", 50),
        Column("against", "Reasons against", 50),
        Column("why_not", "Why not", 50),
        Column("lawyer", "Ask your lawyer", 50),
        Column("checked", "Checked on", 18),
        Column("id", "Form id", 24),
    ),
)
NOT_ASKED = "The question bank describes none."


def form_rows(context: WorkbookContext) -> list[Row]:
    """Every form: first those that nothing known rules out, by rank, then the others with why not."""
    found = context.assessment.forms
    if found is None:
        return [{"name": NOT_ASKED}]
    forms = index_of(context.bank).forms
    ranked = [_ranked(context, forms[each.form_id], each) for each in found.ranked]
    return [*ranked, *(_excluded(context, forms[each.form_id], each) for each in found.excluded)]


def _ranked(context: WorkbookContext, form: LegalForm, found: RankedForm) -> Row:
    return {
        **_form(form),
        "rank": found.rank,
        "state": fit_sentence(context.bank, found),
        "points": found.points if found.rank is not None else None,
        "for": _lines(found.reasons_for),
        "against": _lines(found.reasons_against),
    }


def _excluded(context: WorkbookContext, form: LegalForm, found: ExcludedForm) -> Row:
    rules = [why_not_in_words(context.bank, context.sheet, context.assessment, why) for why in found.why_not]
    return {**_form(form), "state": "Ruled out", "why_not": "\n".join(rules)}


def _form(form: LegalForm) -> dict[str, str]:
    return {
        "name": form.name,
        "layer": form.layer.value.capitalize(),
        "lawyer": "\n".join(form.ask_your_lawyer),
        "checked": day(form.checked_on),
        "id": form.id,
    }


def _lines(reasons: Iterable[FormReason]) -> str:
    return "\n".join(reason_in_words(reason) for reason in reasons)


def form_lines(context: WorkbookContext) -> list[str]:
    """What is said before the forms: whether it is too early, and which answers cannot all stand."""
    found = context.assessment.forms
    if found is None:
        return []
    return [
        line
        for line in (found.too_early_because, found.too_few_because, *map(conflict_in_words, found.conflicts))
        if line
    ]


def models_layout(context: WorkbookContext) -> Layout:
    """A column for each delivery model."""
    models = (Column(model.id, model.name, 34) for model in context.bank.models)
    return Layout("Models", (Column("criterion", "Criterion", 24, Style.STRONG), *models))


def model_rows(context: WorkbookContext) -> list[Row]:
    """How each model stands and how often it comes first, its levels, and then every criterion."""
    models, results = context.bank.models, context.assessment.options.by_id()
    rows: list[Row] = [
<<<<<<< HEAD
        {"criterion": "Standing", **{each.id: STANDINGS[results[each.id].standing.standing] for each in models}},
=======
        {
            "criterion": "How it stands",
            **{each.id: stands_in_words(context.assessment, results[each.id]) for each in models},
        },
>>>>>>> w-m2
        *_place_rows(context),
        {
            "criterion": "Because",
            **{model.id: model_because(context.assessment, results[model.id]) for model in models},
        },
        {"criterion": "Kind", **{model.id: kind_of_model(model) for model in models}},
        {"criterion": "In short", **{model.id: model.summary for model in models}},
    ]
    rows += _level_rows(context)
    rows += [
        {"criterion": each.name, **{model.id: cell_of(model, each.id) for model in models}}
        for each in context.bank.criteria
    ]
    for words, key in (("Advantages", "advantages"), ("Disadvantages", "disadvantages")):
        said = {
            model.id: "\n".join(
                stated(one) for one in (model.advantages if key == "advantages" else model.disadvantages)
            )
            for model in models
        }
        rows.append({"criterion": words, **said})
    return rows


def _place_rows(context: WorkbookContext) -> list[Row]:
    """How often each model comes first; nothing where no ways of weighing were drawn."""
    options, models = context.assessment.options, context.bank.models
    if not options.draws:
        return []
    found = options.by_id()
    return [
        {"criterion": "First", **{each.id: first_in_words(found[each.id]) for each in models}},
        {"criterion": "First or second", **{each.id: first_two_in_words(found[each.id]) for each in models}},
        {
            "criterion": "What you must value for it",
            **{each.id: wins_when(context.bank, found[each.id]) for each in models},
        },
    ]


def _level_rows(context: WorkbookContext) -> list[Row]:
    """The level of each model on each criterion of the appraisal."""
    found = context.assessment.options.by_id()
    return [
        {
            "criterion": f"Level, 0 to 3: {criterion.name}",
            **{
                model_id: level_in_words(level)
                for model_id, option in found.items()
                for level in option.levels
                if level.criterion_id == criterion.id
            },
        }
        for criterion in context.bank.appraisal_criteria
    ]
