"""One action with its owner, target date and tick, saved as they are changed."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from detector.core.actions import Action
from detector.core.answers import Item, ItemKind, ItemValue, PlannedAction
from detector.core.bank.index import index_of
from detector.editing import Outcome, Settled
from detector.report.actions import planned, suggested
from detector.report.context import ReportContext
from detector.ui import state
from detector.ui.shared import keeping, markup
from detector.ui.shared.dates import NOT_A_DATE, read_date
from detector.wording.actions import due, owner_sentence, raised_lines, told
from detector.wording.statements import cited


def planned_action(context: ReportContext, group: Sequence[Action]) -> None:
    """Draw an action raised by one or more answers."""
    first = group[0]
    plan, stage = planned(context, group), index_of(context.bank).stages[first.stage]
    with st.container(border=True, key=f"action-{first.rule_id}"):
        key = f"done-{first.rule_id}"
        if state.is_drawn(key):
            st.checkbox(told(group), key=key)
        else:
            st.checkbox(told(group), value=plan.done, key=key)
        markup.quiet(f"{stage.name}. {owner_sentence(plan, suggested(context, group))}{_due(plan)}")
        markup.bullets(raised_lines(group))
        st.button(
            "Close" if _is_open(first.rule_id) else "Set owner and date",
            key=f"toggle-{first.rule_id}",
            type="tertiary",
            on_click=partial(_open_or_close, first.rule_id),
        )
        if _is_open(first.rule_id):
            _fields(first.rule_id, plan)
            markup.quiet(cited(context.bank, first.sources))
        _status(first.rule_id)


def _is_open(rule_id: str) -> bool:
    """Whether an action's boxes are open: the address says so, because a restarted server forgets all else."""
    return rule_id in st.query_params.get_all("open")


def _open_or_close(rule_id: str) -> None:
    others = [each for each in st.query_params.get_all("open") if each != rule_id]
    st.query_params["open"] = others if _is_open(rule_id) else [*others, rule_id]


def _due(plan: PlannedAction) -> str:
    return f" Due {due(plan)}." if plan.due else ""


def _fields(rule_id: str, plan: PlannedAction) -> None:
    for part, label, value in (
        ("owner", "Owner: a role, not a person's name", plan.owner),
        ("due", "Target date, like 27 March 2027", due(plan)),
    ):
        key = f"{part}-{rule_id}"
        st.text_input(label, value="" if state.is_drawn(key) else value, key=key)


def settle_action(rule_id: str) -> Settled:
    """Keep what the page shows of an action's plan."""
    item = _item(rule_id)

    def draft() -> PlannedAction | None:
        drafted = _draft(rule_id, _base(rule_id))
        return drafted if drafted != PlannedAction() else None

    settled = keeping.settle(item, _boxes(rule_id), draft)
    if settled.outcome is Outcome.CHANGED_ELSEWHERE:
        _reseed(rule_id)
    return settled


def _base(rule_id: str) -> PlannedAction:
    seen = state.editing().seen.get(_item(rule_id))
    if seen is None:
        return _recorded(rule_id)
    return seen.value if isinstance(seen.value, PlannedAction) else PlannedAction()


def _boxes(rule_id: str) -> tuple[keeping.Box, ...]:
    return (
        keeping.Box(f"owner-{rule_id}", lambda: _recorded(rule_id).owner, str.strip),
        keeping.Box(f"due-{rule_id}", lambda: due(_recorded(rule_id)), _written_out),
    )


def _written_out(typed: str) -> str:
    day = read_date(typed)
    return due(PlannedAction(due=day)) if day else typed.strip()


def _status(rule_id: str) -> None:
    typed = str(state.shown_value(f"due-{rule_id}") or "")
    before = _recorded(rule_id)
    settled = settle_action(rule_id)
    if typed.strip() and read_date(typed) is None:
        markup.line(f"The date is not saved. {NOT_A_DATE}", "unsaved", live=True)
    elif keeping.not_kept(settled):
        return
    elif _item(rule_id) in state.editing().conflicts:
        _conflict(rule_id)
    elif before != PlannedAction() or _recorded(rule_id) != before:
        markup.line("\u2713 Saved.", "saved")


def _conflict(rule_id: str) -> None:
    conflict = state.editing().conflicts[_item(rule_id)]
    both = f"Theirs: {_in_words(conflict.theirs.value)}\nYours: {_in_words(conflict.mine)}"
    keeping.yours_or_theirs(_item(rule_id), rule_id, "This action", both, partial(_reseed, rule_id))


def _in_words(value: ItemValue) -> str:
    plan = value if isinstance(value, PlannedAction) else PlannedAction()
    set_by = due(plan)
    parts = [f"owner {plan.owner}" if plan.owner else "no owner", f"due {set_by}" if set_by else "no date"]
    return ", ".join([*parts, "done" if plan.done else "not done"])


def _item(rule_id: str) -> Item:
    return Item(ItemKind.PLAN, rule_id)


def _recorded(rule_id: str) -> PlannedAction:
    return state.editing().stored.sheet.plan.get(rule_id, PlannedAction())


def _draft(rule_id: str, base: PlannedAction) -> PlannedAction:
    done, owner, due = f"done-{rule_id}", f"owner-{rule_id}", f"due-{rule_id}"
    typed = str(state.shown_value(due) or "").strip()
    return PlannedAction(
        owner=str(state.shown_value(owner) or "").strip() if state.is_filled(owner) else base.owner,
        due=(read_date(typed) or ("" if not typed else base.due)) if state.is_filled(due) else base.due,
        done=bool(state.shown_value(done)) if state.is_drawn(done) else base.done,
    )


def _reseed(rule_id: str) -> None:
    plan = _recorded(rule_id)
    state.reseed({f"done-{rule_id}": plan.done, f"owner-{rule_id}": plan.owner, f"due-{rule_id}": due(plan)})
