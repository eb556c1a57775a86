"""Delivery models: where the answers point, and the models on the same criteria, in-house always among them."""

from collections.abc import Sequence

from detector.core.bank.guidance import DeliveryModel
from detector.core.bank.index import find_fact, find_question
from detector.core.delivery_models import ModelFit, ModelResult
from detector.core.marked_entries import model_compared_first, model_of_staying
from detector.report.blocks import Block, Column, Paragraph, Section, Table, Tone
from detector.report.context import Case
from detector.report.widths import text_widths
from detector.wording.delivery_models import FITS, cell_of, kind_of_model
from detector.wording.statements import checked_when, cited_briefly
from detector.wording.subjects import subject_in_words

MOST_COMPARED = 4
SIDE_BY_SIDE = 2
ONE_OF_SEVERAL = (
    "A mutual is one of several ways. These are pointers for an options appraisal, never a decision, and every "
    "pointer is professional judgement. Staying in house is always one of the options, on the same criteria."
)


def models_section(case: Case) -> Section | None:
    """Where the answers point among the delivery models, and the models compared."""
    if not case.assessment.models:
        return None
    told = [result for result in case.assessment.models if result.fit is not ModelFit.NOT_POINTED_TO]
    names = {model.id: named(model) for model in case.bank.models}
    others = [names[each.model_id] for each in case.assessment.models if each.fit is ModelFit.NOT_POINTED_TO]
    blocks: list[Block] = [Paragraph(ONE_OF_SEVERAL, Tone.QUIET)]
    if told:
        columns = (Column("Model", 1.1), Column("Fit"), Column("Because", 2.9))
        blocks.append(Table("models-table", "The models", columns, tuple(_row(case, result) for result in told)))
    if others:
        blocks.append(Paragraph(f"Nothing in the answers points to: {'; '.join(others)}."))
    return Section("models", "Ways to deliver the service", tuple(blocks), (_side_by_side(case, _compared(case)),))


def named(model: DeliveryModel) -> str:
    """A model's name, and whether it is a mutual."""
    return f"{model.name} ({kind_of_model(model).lower()})"


def pointed_to(case: Case) -> list[DeliveryModel]:
    """The models that the answers point to, in the bank's order."""
    pointed = {each.model_id for each in case.assessment.models if each.fit is ModelFit.POINTED_TO}
    return [model for model in case.bank.models if model.id in pointed]


def _row(case: Case, result: ModelResult) -> tuple[str, ...]:
    model = next(each for each in case.bank.models if each.id == result.model_id)
    return named(model), FITS[result.fit], _because(case, result)


def _because(case: Case, result: ModelResult) -> str:
    reasons = " ".join(f"{reason.because} {cited_briefly(reason.sources)}" for reason in result.reasons)
    if result.fit is ModelFit.MAY_BE:
        return f"It depends on {_subjects(case, result)}."
    return reasons


def _subjects(case: Case, result: ModelResult) -> str:
    """What a model depends on: questions by their ids alone, for every one stands in full among the answers."""
    facts = [f"“{fact.text}”" for fact in case.bank.facts if fact.id in result.depends_on]
    ids = [each for each in result.depends_on if find_question(case.bank, each) is not None]
    scores = [each for each in result.depends_on if each not in ids and find_fact(case.bank, each) is None]
    return ", ".join([*ids, *(subject_in_words(case.bank, each) for each in scores), *facts])


def _compared(case: Case) -> list[DeliveryModel]:
    staying, mutual = model_of_staying(case.bank), model_compared_first(case.bank)
    wanted = [model for model in pointed_to(case) if model != staying]
    if mutual and not any(model.is_mutual for model in wanted):
        wanted = [*wanted[: SIDE_BY_SIDE - 1], mutual]
    return [*([staying] if staying else []), *wanted][:MOST_COMPARED]


def _side_by_side(case: Case, models: Sequence[DeliveryModel]) -> Section:
    in_house, *others = models
    pairs = [others[start : start + SIDE_BY_SIDE] for start in range(0, len(others), SIDE_BY_SIDE)] or [[]]
    tables = [_table(case, number, [in_house, *pair]) for number, pair in enumerate(pairs, 1)]
    checked = checked_when(cell.says.checked_on for model in models for cell in model.cells)
    sources = f"Numbers in brackets are sources{f', {checked}' if checked else ''}."
    note = Paragraph(f"{sources} “Judgement” marks what goes beyond them.", Tone.QUIET)
    return Section("models-compared", "The models on the same criteria", (*tables, note))


def _table(case: Case, number: int, models: Sequence[DeliveryModel]) -> Table:
    rows = tuple(
        (criterion.name, *(cell_of(model, criterion.id) or "not described" for model in models))
        for criterion in case.bank.criteria
    )
    caption = (
        f"{models[0].name}, beside: {', '.join(model.name for model in models[1:])}" if models[1:] else models[0].name
    )
    widths = text_widths(rows, range(1, len(models) + 1))
    texts = (Column(model.name, width) for model, width in zip(models, widths, strict=True))
    columns = (Column("Criterion", 0.5), *texts)
    return Table(f"models-compared-{number}", caption, columns, rows)
