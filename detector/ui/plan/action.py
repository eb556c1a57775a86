"""One action with its owner, target date and tick, saved as they are changed."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import streamlit as st

from detector.core.actions import Action
from detector.core.answers import Item, ItemKind, PlannedAction
from detector.core.bank.index import index_of
from detector.editing import Outcome, keep_theirs, settle
from detector.report.actions import planned, suggested
from detector.report.context import ReportContext
from detector.ui import state
from detector.ui.shared import markup
from detector.wording.actions import due, owner_sentence, raised_lines
from detector.wording.statements import cited

WRITTEN = ("%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")
NOT_A_DATE = "Write the date like 27 March 2027 or 27/03/2027."


def planned_action(context: ReportContext, number: int, group: Sequence[Action]) -> None:
    """Draw an action raised by one or more answers."""
    first = group[0]
    plan, stage = planned(context, group), index_of(context.bank).stages[first.stage]
    with st.container(border=True, key=f"action-{first.rule_id}"):
        key = f"done-{first.rule_id}"
        if state.is_drawn(key):
            st.checkbox(first.what, key=key)
        else:
            st.checkbox(first.what, value=plan.done, key=key)
        markup.quiet(f"Action {number}. {stage.name}. {owner_sentence(plan, suggested(context, group))}{_due(plan)}")
        markup.bullets(raised_lines(group))
        st.button(
            "Close" if state.is_open(key) else "Set owner and date",
            key=f"toggle-{first.rule_id}",
            type="tertiary",
            on_click=partial(state.open_or_close, key),
        )
        if state.is_open(key):
            _fields(first.rule_id, plan)
            markup.quiet(cited(context.bank, first.sources))
        _late(first.rule_id)


def _due(plan: PlannedAction) -> str:
    return f" Due {due(plan)}." if plan.due else ""


def _fields(rule_id: str, plan: PlannedAction) -> None:
    for part, label, value in (
        ("owner", "Owner: a role, not a person's name", plan.owner),
        ("due", "Target date, like 27 March 2027", due(plan)),
    ):
        key = f"{part}-{rule_id}"
        st.text_input(label, value="" if state.is_drawn(key) else value, key=key)


def settle_action(rule_id: str) -> str:
    """Keep what the page shows of an action's plan; why it cannot be kept, or nothing."""
    item = Item(ItemKind.PLAN, rule_id)
    seen = state.editing().seen.get(item)
    recorded = _recorded(rule_id)
    base = seen.value if seen is not None and isinstance(seen.value, PlannedAction) else recorded
    if seen is not None and seen.value is None:
        base = PlannedAction()
    draft = _draft(rule_id, base)
    settled = settle(state.editor(), state.editing(), item, draft if draft != PlannedAction() else None)
    if settled.outcome in (Outcome.CHANGED_ELSEWHERE, Outcome.CONFLICT):
        keep_theirs(state.editor(), state.editing(), item)
        _reseed(rule_id, _recorded(rule_id))
    return settled.fault


def _late(rule_id: str) -> None:
    typed = str(state.shown_value(f"due-{rule_id}") or "")
    if typed.strip() and read_date(typed) is None:
        markup.line(f"The date is not saved. {NOT_A_DATE}", "unsaved")
        return
    before = _recorded(rule_id)
    fault = settle_action(rule_id)
    if fault:
        markup.line(f"Not saved. {fault}", "unsaved")
    elif before != PlannedAction() or _recorded(rule_id) != before:
        markup.line("\u2713 Saved.", "saved")


def _recorded(rule_id: str) -> PlannedAction:
    return state.editing().stored.sheet.plan.get(rule_id, PlannedAction())


def _draft(rule_id: str, base: PlannedAction) -> PlannedAction:
    done, owner, due = f"done-{rule_id}", f"owner-{rule_id}", f"due-{rule_id}"
    typed = str(state.shown_value(due) or "").strip()
    return PlannedAction(
        owner=str(state.shown_value(owner) or "").strip() if state.is_drawn(owner) else base.owner,
        due=(read_date(typed) or ("" if not typed else base.due)) if state.is_drawn(due) else base.due,
        done=bool(state.shown_value(done)) if state.is_drawn(done) else base.done,
    )


def _reseed(rule_id: str, plan: PlannedAction) -> None:
    shown = {
        f"done-{rule_id}": plan.done,
        f"owner-{rule_id}": plan.owner,
        f"due-{rule_id}": due(plan),
    }
    state.reseed({key: value for key, value in shown.items() if state.is_drawn(key)})


def read_date(typed: str) -> str | None:
    """A date as people type it, as 2027-03-27; None where it is not one."""
    for written in WRITTEN:
        try:
            return datetime.strptime(typed.strip(), written).date().isoformat()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return None
