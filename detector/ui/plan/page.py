"""The Next steps page: actions in order with owner, date and tick, and where the service stands on the roadmap."""

from collections.abc import Sequence

import streamlit as st

from detector.core.actions import Action
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.report.actions import actions_section, done_sentence, ended, planned, roadmap_section
from detector.report.context import ReportContext
from detector.report.sources import sources_section
from detector.ui import state
from detector.ui.options.case_studies import draw_cases
from detector.ui.plan.action import planned_action, settle_action
from detector.ui.shared.blocks import LEVEL, draw, draw_blocks, draw_folded, heading
from detector.ui.shared.context import report_context
from detector.ui.shared.navigation import nothing_is_open
from detector.wording.actions import by_rule
from detector.wording.plain import counted

ANYBODY, ANY_STAGE = "Everybody", "Every stage"
MOST_SHOWN = 15


def next_steps_page() -> None:
    """Draw the Next steps page."""
    st.title("Next steps", anchor=False)
    if nothing_is_open():
        return
    for rule_id in by_rule(state.assessment().actions):
        settle_action(rule_id)
    context = report_context()
    roadmap = roadmap_section(context)
    _actions(context)
    draw(roadmap, context.drawing)
    elsewhere = draw_cases(context)
    draw_folded(sources_section(context.bank, elsewhere), context.drawing)


def _actions(context: ReportContext) -> None:
    """The report's actions, each with what the council can set of it in place of its row."""
    told = actions_section(context)
    heading(told.title)
    draw_blocks(told.blocks[: len(ended(context)) + 1], context.drawing)
    raised = list(by_rule(context.assessment.actions).values())
    if not raised:
        return
    done = sum(planned(context, group).done for group in raised)
    st.progress(done / len(raised), text=done_sentence(context))
    chosen = _filtered(context.bank, raised)
    if not chosen:
        st.text("No action fits these filters.")
    _by_stage(context, chosen[:MOST_SHOWN])
    if len(chosen) > MOST_SHOWN:
        with st.expander(counted(len(chosen) - MOST_SHOWN, "more action"), key="more-actions"):
            _by_stage(context, chosen[MOST_SHOWN:])


def _by_stage(context: ReportContext, chosen: Sequence[list[Action]]) -> None:
    """The actions under the name of their stage, in the bank's order of stages."""
    for stage in context.bank.stages:
        there = [group for group in chosen if group[0].stage == stage.id]
        if there:
            heading(stage.name, LEVEL + 1)
        for group in there:
            planned_action(context, group)


def _filtered(bank: Bank, groups: list[list[Action]]) -> list[list[Action]]:
    entries = index_of(bank)
    owners = {ANYBODY: ANYBODY} | {person.id: person.name for person in entries.stakeholders.values()}
    stages = {ANY_STAGE: ANY_STAGE} | {stage.id: stage.name for stage in entries.stages.values()}
    used_owners = [one for one in owners if any(group[0].owner == one for group in groups)]
    used_stages = [one for one in stages if any(group[0].stage == one for group in groups)]
    with st.container(horizontal=True):
        owner = st.selectbox("Suggested owner", [ANYBODY, *used_owners], format_func=owners.__getitem__)
        stage = st.selectbox("Stage", [ANY_STAGE, *used_stages], format_func=stages.__getitem__)
    return [group for group in groups if owner in (ANYBODY, group[0].owner) and stage in (ANY_STAGE, group[0].stage)]
