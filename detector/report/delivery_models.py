"""Delivery models: how each stands and how often it comes first, and the models on the same criteria."""

from collections.abc import Sequence

from detector.core.bank import Bank
from detector.core.bank.guidance import DeliveryModel, Statement
from detector.core.bank.index import index_of
from detector.core.marked_entries import model_compared_first, model_of_staying
from detector.core.options.results import ModelOption
from detector.core.options.standing import is_choice
from detector.report.appraisal import drawn_how, levels_section
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.report.widths import text_widths
from detector.wording.appraisal import (
    first_in_words,
    first_two_in_words,
    headline,
    strengths_in_words,
    wins_when,
)
from detector.wording.delivery_models import cell_of, in_a_sentence, kind_of_model, model_because, stands_in_words
from detector.wording.plain import listed
from detector.wording.statements import checked_when, numbered, stated

MOST_COMPARED = 4
SIDE_BY_SIDE = 2
COMPARED = "The models on the same criteria"
ONE_OF_SEVERAL = (
    "A mutual is one of several ways, and staying in house is always one of them. This compares all of them on the "
    "same criteria, for an options appraisal. It decides nothing."
)
STAYING_FIRST = (
    "On these criteria staying in house comes first most often on every sheet that was tried. Read what a council "
    "must value for another."
)
NEVER_FIRST = (
    "On these criteria no answers that were tried put these first most often: {}. Read what a council must "
    "value for one."
)


def models_section(context: ReportContext) -> Section | None:
    """The delivery models in their order, each with its standing, and the first of them compared."""
    if not context.assessment.options.models:
        return None
    compared = compared_first(context)
    parts = (levels_section(context, compared), compared_section(context, compared))
    sections = tuple(each for each in parts if each)
    return Section("models", "Ways to deliver the service", models_blocks(context), sections)


def models_blocks(context: ReportContext) -> tuple[Block, ...]:
    """What is said of all models together, and the table of their order."""
    bank, options = context.bank, context.assessment.options
    said = headline(bank, context.assessment)
    blocks: list[Block] = [Paragraph(ONE_OF_SEVERAL, Tone.QUIET)]
    if said:
        blocks.append(Paragraph(said))
    blocks.append(_order(context))
    blocks += _never_first(bank)
    if options.draws:
        blocks.append(Paragraph(drawn_how(bank, options), Tone.QUIET))
    return tuple(blocks)


def _never_first(bank: Bank) -> list[Block]:
    """What the bank marks as never first, in a sentence."""
    never = [model for model in bank.models if model.never_first]
    if not never:
        return []
    if len(never) == len(bank.models) - 1:
        return [Paragraph(STAYING_FIRST)]
    return [Paragraph(NEVER_FIRST.format(listed(in_a_sentence(model) for model in never)), Tone.QUIET)]


def _order(context: ReportContext) -> Table:
    """All models in order; how often each comes first where that was drawn."""
    good_at = strengths_in_words(context.bank, context.assessment.options)
    rows = tuple(_row(context, option, good_at) for option in context.assessment.options.models)
    columns = [Column("Model", 1.0), Column("Standing", 1.4)]
    if context.assessment.options.draws:
        columns += [Column("First", 0.6), Column("First or second", 0.6), Column("What you must value for it", 1.4)]
    return Table("models-table", "The models in order", tuple(columns), rows)


def _row(context: ReportContext, option: ModelOption, good_at: dict[str, str]) -> tuple[str, ...]:
    model = index_of(context.bank).models[option.model_id]
    stands = (
        f"{stands_in_words(context.assessment, option)}.",
        good_at.get(model.id, ""),
        model_because(context.assessment, option),
    )
    row = (named(model), " ".join(part for part in stands if part))
    if not context.assessment.options.draws:
        return row
    return (*row, first_in_words(option), first_two_in_words(option), wins_when(context.bank, option))


def named(model: DeliveryModel) -> str:
    """A model's name, and whether it is a mutual."""
    return f"{model.name} ({kind_of_model(model).lower()})"


def compared_first(context: ReportContext) -> list[DeliveryModel]:
    """The models to compare unless somebody chooses others: staying in house, then the first choices in order."""
    staying, mutual = model_of_staying(context.bank), model_compared_first(context.bank)
    models = index_of(context.bank).models
    choices = [
        models[each.model_id] for each in context.assessment.options.models if is_choice(each.standing.standing)
    ]
    wanted = [model for model in choices if model != staying][: MOST_COMPARED - 1]
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
