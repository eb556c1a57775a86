"""What to do next, by whom and until when, and where the service stands on the roadmap."""

from collections.abc import Iterable, Sequence

from detector.core.actions import Action
from detector.core.answers import PlannedAction
from detector.core.bank.index import index_of
from detector.core.roadmap import StageProgress
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.wording.actions import (
    ENDED,
    IN_ORDER,
    NOTHING_TO_DO,
    by_rule,
    due,
    raised_briefly,
    stands,
    told,
)
from detector.wording.plain import counted

BY_STAGE = f"By stage, and in each stage what matters most first. {IN_ORDER}"
OWNERS = "Suggested owners are for the council to settle."
OVERLAP = "Four stages, each with what must be so before it is left. The stages overlap in practice."
NO_DATE = "no date set"
NO_DATES = "None has a date yet."


def actions_section(context: ReportContext) -> Section:
    """Every action once, by stage, with owner, date and the answers that raised it."""
    groups = list(by_rule(context.assessment.actions).values())
    if not groups:
        return Section("actions", "What to do next", (Paragraph(NOTHING_TO_DO),))
    stages = index_of(context.bank).stages
    heads, planned_cells = plan_columns(context, groups)
    rows = tuple(
        (
            told(group),
            *cells,
            stages[group[0].stage].name,
            raised_briefly(context.bank, context.sheet, group),
        )
        for stage in stages
        for group, cells in zip(groups, planned_cells, strict=True)
        if group[0].stage == stage
    )
    columns = (Column("Action", 2.8), *heads, Column("Stage"), Column("Because of", 1.3))
    dated = "" if _is_dated(planned(context, group) for group in groups) else f" {NO_DATES}"
    over = ended(context)
    explained = OWNERS if over else f"{BY_STAGE} {OWNERS}"
    blocks: list[Block] = [*over, Paragraph(f"{explained}{dated}", Tone.QUIET)]
    if any(planned(context, group).done for group in groups):
        blocks.append(Paragraph(done_sentence(context)))
    blocks.append(Table("actions-table", "Actions by stage", columns, rows))
    return Section("actions", "What to do next", tuple(blocks))


def ended(context: ReportContext) -> list[Block]:
    """That a failed hard gate ends the plan, and what would open it again; nothing where none has."""
    found = [action for action in context.assessment.actions if action.reopens]
    lines = tuple(dict.fromkeys(action.reopens for action in found))
    return [Paragraph(ENDED), Bullets(lines)] if found else []


def done_sentence(context: ReportContext) -> str:
    """How many of the actions are done."""
    groups = by_rule(context.assessment.actions).values()
    return f"{sum(planned(context, group).done for group in groups)} of {counted(len(groups), 'action')} done."


def plan_columns(
    context: ReportContext, groups: Sequence[Sequence[Action]]
) -> tuple[tuple[Column, ...], list[tuple[str, ...]]]:
    """Who does each action and by when, as columns with their cells; what the council has not begun has no column."""
    plans = [planned(context, group) for group in groups]
    is_owned = any(plan.owner.strip() for plan in plans)
    heads = [Column("Owner" if is_owned else "Suggested owner", 1.3)]
    owners = [owner(context, group) if is_owned else suggested(context, group) for group in groups]
    if not _is_dated(plans):
        return tuple(heads), [(each,) for each in owners]
    dates = [date_or_done(context, group) for group in groups]
    return (*heads, Column("Date", 1.1)), list(zip(owners, dates, strict=True))


def _is_dated(plans: Iterable[PlannedAction]) -> bool:
    return any(plan.due or plan.done for plan in plans)


def planned(context: ReportContext, group: Sequence[Action]) -> PlannedAction:
    """What the council has planned for an action."""
    return context.sheet.plan.get(group[0].rule_id, PlannedAction())


def owner(context: ReportContext, group: Sequence[Action]) -> str:
    """Who does an action, or who is suggested."""
    set_by_council = planned(context, group).owner
    return set_by_council if set_by_council.strip() else f"{suggested(context, group)} (suggested)"


def suggested(context: ReportContext, group: Sequence[Action]) -> str:
    """Who the bank suggests for an action."""
    return index_of(context.bank).stakeholders[group[0].owner].name


def date_or_done(context: ReportContext, group: Sequence[Action]) -> str:
    """By when an action is to be done, or that it is."""
    plan = planned(context, group)
    if plan.done:
        return f"Done (date: {due(plan)})" if plan.due else "Done"
    return due(plan) or NO_DATE


def roadmap_section(context: ReportContext) -> Section | None:
    """The stages with what must be so before each is left, and which one the service is in."""
    stages_progress = context.assessment.stages
    if not any(progress.tests for progress in stages_progress):
        return None
    parts = tuple(_stage(context, progress) for progress in stages_progress)
    return Section("roadmap", "Where the service stands on the roadmap", (Paragraph(OVERLAP, Tone.QUIET),), parts)


def _stage(context: ReportContext, progress: StageProgress) -> Section:
    stage, tests = index_of(context.bank).stages[progress.stage_id], index_of(context.bank).stage_tests
    here = " (the service is here)" if progress.is_current else ""
    blocks: list[Block] = [Paragraph(stage.hint)] if stage.hint else []
    if progress.tests:
        rows = tuple((tests[test.test_id].text, stands(test)) for test in progress.tests)
        caption = f"Before {stage.name} is left"
        blocks.append(Table(f"stage-{stage.id}-tests", caption, (Column("Test", 3.0), Column("Is it so?", 1.0)), rows))
    return Section(f"stage-{stage.id}", f"{stage.name}{here}", tuple(blocks))
