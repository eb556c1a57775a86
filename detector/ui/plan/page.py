"""The Next steps page: actions in order with owner, date and tick, and where the service stands on the roadmap."""

import streamlit as st

from detector.core.actions import Action
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.roadmap import StageStanding
from detector.ui import state
from detector.ui.options.case_studies import cases
from detector.ui.plan.action import planned_action
from detector.ui.shared import markup
from detector.wording.actions import by_rule, stands

ANYBODY, ANY_STAGE = "Everybody", "Every stage"
MOST_SHOWN = 15


def next_steps_page() -> None:
    """Draw the Next steps page."""
    st.title("Next steps", anchor=False)
    if not state.open_key():
        st.text("No assessment is open. Choose or start one on the Start page.")
        return
    bank, assessment = state.bank(), state.assessment()
    markup.quiet(
        "Each weak, unknown or gate answer asks for something. Hard gates come first, then whatever would move the "
        "verdict most. Owners are suggestions: set your own, with a date. Do not write names of people, but roles."
    )
    _actions(bank, assessment.actions)
    _stages(bank, assessment.stages)
    cases(bank, assessment.cases)


def _actions(bank: Bank, actions: tuple[Action, ...]) -> None:
    st.header("Actions", anchor=False)
    if not actions:
        st.text("Nothing is asked for: no answer is weak or unknown, and every gate is passed.")
        return
    raised = by_rule(actions)
    plan = state.editing().stored.sheet.plan
    done = sum(rule in plan and plan[rule].done for rule in raised)
    st.progress(done / len(raised), text=f"{done} of {markup.many(len(raised), 'action')} done.")
    chosen = _filtered(bank, list(raised.values()))
    if not chosen:
        st.text("No action fits these filters.")
    for number, group in chosen[:MOST_SHOWN]:
        planned_action(bank, number, group)
    if len(chosen) > MOST_SHOWN:
        with st.expander(markup.many(len(chosen) - MOST_SHOWN, "more action"), key="more-actions"):
            for number, group in chosen[MOST_SHOWN:]:
                planned_action(bank, number, group)


def _filtered(bank: Bank, groups: list[list[Action]]) -> list[tuple[int, list[Action]]]:
    owners: dict[str, str] = {ANYBODY: ANYBODY} | {person.id: person.name for person in bank.stakeholders}
    stages: dict[str, str] = {ANY_STAGE: ANY_STAGE} | {stage.id: stage.name for stage in bank.stages}
    used_owners = [one for one in owners if any(group[0].owner == one for group in groups)]
    used_stages = [one for one in stages if any(group[0].stage == one for group in groups)]
    with st.container(horizontal=True):
        owner = st.selectbox("Suggested owner", [ANYBODY, *used_owners], format_func=owners.__getitem__)
        stage = st.selectbox("Stage", [ANY_STAGE, *used_stages], format_func=stages.__getitem__)
    return [
        (number, group)
        for number, group in enumerate(groups, 1)
        if owner in (ANYBODY, group[0].owner) and stage in (ANY_STAGE, group[0].stage)
    ]


def _stages(bank: Bank, standings: tuple[StageStanding, ...]) -> None:
    if not any(standing.tests for standing in standings):
        return
    st.header("Where this service stands", anchor=False)
    markup.quiet("Four stages, each with what must be so before it is left. The stages overlap in practice.")
    entries, tests = index_of(bank).stages, index_of(bank).stage_tests
    for standing in standings:
        here = " (this service is here)" if standing.is_current else ""
        st.subheader(markup.plain(f"{entries[standing.stage_id].name}{here}"), anchor=False)
        rows = [(tests[test.test_id].text, stands(test)) for test in standing.tests]
        markup.table(f"Exit tests of {entries[standing.stage_id].name}", ("Test", "Stands"), rows, caption_shown=False)
