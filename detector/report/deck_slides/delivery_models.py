"""The delivery models in their order; staying in house is always among them."""

from detector.core.bank.index import index_of
from detector.core.options.results import ModelOption, Standing
from detector.core.options.standing import is_choice
from detector.report.blocks import Column, Table
from detector.report.context import ReportContext
from detector.report.deck import Slide
from detector.report.deck_slides.words import so_far, spoken
from detector.wording.appraisal import first_in_words, headline
from detector.wording.delivery_models import in_a_sentence, kind_of_model, model_because, stands_in_words
from detector.wording.plain import listed

MOST_NAMED = 2


def models_slide(context: ReportContext) -> Slide | None:
    """Every delivery model with how it stands and how often it comes first; staying in house is always among them."""
    options = context.assessment.options
    if not options.models or context.assessment.overall.score is None:
        return None
    models = index_of(context.bank).models
    rows = tuple(_row(context, each) for each in options.models)
    columns = [Column("Delivery model", 1.1), Column("Kind", 0.5), Column("Standing", 1.0)]
    if options.draws:
        columns.append(Column("First", 0.7))
    out = [each for each in options.models if each.standing.standing is Standing.OUT]
    said = spoken(
        "A mutual is one of several ways. This compares them for an options appraisal, and decides nothing.",
        "Staying in house is always one of the options, and is measured in the same way.",
        headline(context.bank, context.assessment),
        *(f"{models[each.model_id].name}: {model_because(context.assessment, each)}" for each in out),
        "Criteria and levels are professional judgement.",
    )
    table = Table("models", "Delivery models", tuple(columns), rows)
    return Slide("models", _models_message(context), (table,), said)


def _row(context: ReportContext, option: ModelOption) -> tuple[str, ...]:
    model = index_of(context.bank).models[option.model_id]
    row = (model.name, kind_of_model(model), stands_in_words(context.assessment, option))
    return (*row, first_in_words(option)) if context.assessment.options.draws else row


def _models_message(context: ReportContext) -> str:
    models, so = index_of(context.bank).models, so_far(context)
    choices = [each for each in context.assessment.options.models if is_choice(each.standing.standing)]
    if len(choices) == 1:
        return f"One way is a choice{so}: {in_a_sentence(models[choices[0].model_id])}"
    named = [in_a_sentence(models[each.model_id]) for each in choices]
    if not context.assessment.options.draws:
        return f"{len(choices)} ways are a choice{so}"
    return f"First on the criteria{so}: {listed(named[:MOST_NAMED])}"
