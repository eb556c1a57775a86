"""The delivery models, and where the answers point; staying in house is always among them."""

from detector.core.bank.index import index_of
from detector.core.delivery_models import ModelFit, ModelResult
from detector.report.blocks import Column, Table
from detector.report.context import ReportContext
from detector.report.deck import Slide
from detector.report.deck_slides.words import listed, so_far, spoken
from detector.wording.delivery_models import FITS, kind_of_model, model_because

MOST_NAMED = 2


def models_slide(context: ReportContext) -> Slide | None:
    """Every delivery model, with whether the answers point to it; staying in house is always among them."""
    if not context.assessment.models or context.assessment.verdict.id is None:
        return None
    models = index_of(context.bank).models
    pointed = [each for each in context.assessment.models if each.fit is ModelFit.POINTED_TO]
    rows = tuple(
        (models[each.model_id].name, kind_of_model(models[each.model_id]), FITS[each.fit])
        for each in context.assessment.models
    )
    columns = (Column("Delivery model", 1.1), Column("Kind", 0.5), Column("Where the answers point", 1.1))
    said = spoken(
        "A mutual is one of several ways. These are pointers for an options appraisal, never a decision.",
        "Staying in house is always one of the options, and is measured in the same way.",
        *(f"{models[each.model_id].name}: {model_because(context.bank, each)}" for each in pointed),
        "That a pattern in the answers points to a model is professional judgement." if pointed else "",
    )
    table = Table("models", "Delivery models", columns, rows)
    return Slide("models", _models_message(context, pointed), (table,), said)


def _models_message(context: ReportContext, pointed: list[ModelResult]) -> str:
    models = index_of(context.bank).models
    so = so_far(context)
    if not pointed:
        return f"The answers point to no delivery model{so}"
    if len(pointed) > MOST_NAMED:
        return f"The answers point to {len(pointed)} delivery models{so}"
    return f"The answers point{so} to: {listed(models[each.model_id].name for each in pointed)}"
