"""The options appraisal behind the order of the models: their levels, and how ways of weighing them were drawn."""

from collections.abc import Sequence

from detector.core.bank import Bank
from detector.core.bank.guidance import DeliveryModel
from detector.core.options.results import Options
from detector.report.blocks import Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.wording.delivery_models import level_because, level_in_words
from detector.wording.plain import counted, number
from detector.wording.statements import checked_when

LEVELS = "The levels behind the order"
SCALE = (
    "Levels go from 0 to 3, and 3 is best for the criterion. In brackets: how low and how high it may lie instead. "
    "Numbers after a reason are sources{}. A reason without one is professional judgement."
)


def drawn_how(bank: Bank, options: Options) -> str:
    """How the shares came about, and how much of it is judgement."""
    cells = [cell for each in bank.appraisal for cell in each.cells]
    judged = sum(1 for cell in cells if cell.judgement)
    part = [group.because for group in bank.appraisal_groups if group.because]
    drawn = (
        f"{number(options.draws)} ways of weighing were drawn: every weight of the "
        f"{counted(len(bank.appraisal_groups), 'family', 'families')} of criteria alike likely, every weight of the "
        "criteria in a family too, and each level within its range."
    )
    judgement = (
        f"{judged} of {len(cells)} levels are professional judgement, and nothing here has been validated. The order "
        "follows from these criteria; it is no finding about mutuals."
    )
    return " ".join([drawn, *part, judgement])


def levels_section(context: ReportContext, models: Sequence[DeliveryModel]) -> Section | None:
    """The levels of these models on every criterion, a table for each model; nothing where none is appraised."""
    options = context.assessment.options.by_id()
    tables = tuple(_table(context, model) for model in models if model.id in options and options[model.id].levels)
    rules = context.bank.appraisal_rules
    note = SCALE.format(f", {checked_when([rules.checked_on])}" if rules else "")
    return Section("models-levels", LEVELS, (Paragraph(note, Tone.QUIET), *tables)) if tables else None


def _table(context: ReportContext, model: DeliveryModel) -> Table:
    option = context.assessment.options.by_id()[model.id]
    names = {criterion.id: criterion.name for criterion in context.bank.appraisal_criteria}
    rows = tuple(
        (names[each.criterion_id], level_in_words(each), level_because(context.bank, option, each))
        for each in option.levels
    )
    columns = (Column("Criterion", 0.8), Column("Level", 0.4), Column("Because", 2.4))
    return Table(f"models-levels-{model.id}", model.name, columns, rows)
