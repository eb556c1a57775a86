"""Delivery models: where the answers point, and the models on the same criteria, in-house always among them."""

from collections.abc import Sequence

from detector.core.bank.guidance import DeliveryModel, Statement
from detector.core.bank.index import index_of
from detector.core.delivery_models import ModelFit, ModelResult
from detector.core.marked_entries import model_compared_first, model_of_staying
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.report.widths import text_widths
from detector.wording.delivery_models import FITS, cell_of, depends_on, kind_of_model
from detector.wording.statements import checked_when, cited_briefly, numbered, stated

MOST_COMPARED = 4
SIDE_BY_SIDE = 2
COMPARED = "The models on the same criteria"
ONE_OF_SEVERAL = (
    "A mutual is one of several ways. These are pointers for an options appraisal, never a decision, and every "
    "pointer is professional judgement. Staying in house is always one of the options, on the same criteria."
)


def models_section(context: ReportContext) -> Section | None:
    """Where the answers point among the delivery models, and the models compared."""
    if not context.assessment.models:
        return None
    told = [result for result in context.assessment.models if result.fit is not ModelFit.NOT_POINTED_TO]
    models = index_of(context.bank).models
    others = [
        named(models[each.model_id]) for each in context.assessment.models if each.fit is ModelFit.NOT_POINTED_TO
    ]
    blocks: list[Block] = [Paragraph(ONE_OF_SEVERAL, Tone.QUIET)]
    if told:
        columns = (Column("Model", 1.1), Column("Fit"), Column("Because", 2.9))
        blocks.append(Table("models-table", "The models", columns, tuple(_row(context, result) for result in told)))
    if others:
        blocks.append(Paragraph(f"Nothing in the answers points to: {'; '.join(others)}."))
    return Section(
        "models", "Ways to deliver the service", tuple(blocks), (compared_section(context, compared_first(context)),)
    )


def named(model: DeliveryModel) -> str:
    """A model's name, and whether it is a mutual."""
    return f"{model.name} ({kind_of_model(model).lower()})"


def pointed_to(context: ReportContext) -> list[DeliveryModel]:
    """The models that the answers point to, in the bank's order."""
    pointed = {each.model_id for each in context.assessment.models if each.fit is ModelFit.POINTED_TO}
    return [model for model in context.bank.models if model.id in pointed]


def _row(context: ReportContext, result: ModelResult) -> tuple[str, ...]:
    return named(index_of(context.bank).models[result.model_id]), FITS[result.fit], _because(context, result)


def _because(context: ReportContext, result: ModelResult) -> str:
    if result.fit is ModelFit.MAY_BE:
        return depends_on(context.bank, result)
    return " ".join(f"{reason.because} {cited_briefly(reason.sources)}" for reason in result.reasons)


def compared_first(context: ReportContext) -> list[DeliveryModel]:
    """The models to compare unless somebody chooses others: staying in house, and what the answers point to."""
    staying, mutual = model_of_staying(context.bank), model_compared_first(context.bank)
    wanted = [model for model in pointed_to(context) if model != staying]
    if mutual and not any(model.is_mutual for model in wanted):
        wanted = [*wanted[: SIDE_BY_SIDE - 1], mutual]
    return [*([staying] if staying else []), *wanted][:MOST_COMPARED]


def compared_section(
    context: ReportContext, models: Sequence[DeliveryModel], *, beside: int = SIDE_BY_SIDE
) -> Section:
    """The models on the same criteria: the first, in every table, with so many of the others beside it."""
    first, *others = models
    parts = [others[start : start + beside] for start in range(0, len(others), beside)] or [[]]
    tables = [_table(context, number, [first, *part]) for number, part in enumerate(parts, 1)]
    checked = checked_when(cell.says.checked_on for model in models for cell in model.cells)
    sources = f"Numbers in brackets are sources{f', {checked}' if checked else ''}."
    note = Paragraph(f"{sources} “Judgement” marks what goes beyond them.", Tone.QUIET)
    return Section("models-compared", COMPARED, (*tables, note))


def _table(context: ReportContext, number: int, models: Sequence[DeliveryModel]) -> Table:
    rows = tuple(
        (criterion.name, *(cell_of(model, criterion.id) or "not described" for model in models))
        for criterion in context.bank.criteria
    )
    caption = (
        f"{models[0].name}, beside: {', '.join(model.name for model in models[1:])}" if models[1:] else models[0].name
    )
    widths = text_widths(rows, range(1, len(models) + 1))
    texts = (Column(model.name, width) for model, width in zip(models, widths, strict=True))
    columns = (Column("Criterion", 0.5), *texts)
    return Table(f"models-compared-{number}", caption, columns, rows)


def model_section(model: DeliveryModel) -> Section:
    """What speaks for and against one model in general, whatever the answers."""
    blocks = (
        Paragraph(f"{model.summary} {numbered(model.sources)}".strip()),
        *_in_general("Advantages:", model.advantages),
        *_in_general("Disadvantages:", model.disadvantages),
    )
    return Section(f"model-{model.id}", named(model), blocks)


def _in_general(lead: str, said: Sequence[Statement]) -> tuple[Block, ...]:
    return (Paragraph(lead), Bullets(tuple(stated(each) for each in said))) if said else ()
