"""The Service page: what the service is, and the facts that carry no score. All of it can be skipped."""

from functools import partial

import streamlit as st

from detector.core.answers import SERVICE, Service
from detector.core.flow import asked_count, asked_facts
from detector.editing import Outcome, Settled, keep_theirs
from detector.ui import state
from detector.ui.answer.fact import draw_fact, settle_fact
from detector.ui.overview.money import money_test
from detector.ui.overview.weights import weights_section
from detector.ui.shared import keeping, markup
from detector.ui.shared.navigation import leave_for, nothing_is_open

FIELDS = {
    "name": "Name of the service",
    "council": "Council",
    "description": "What it does, for whom, in a few sentences",
}


def service_page() -> None:
    """Draw the Service page."""
    st.title("The service", anchor=False)
    if nothing_is_open():
        return
    markup.quiet("Skip whatever you do not know yet. Everything is saved as you type.")
    _described()
    _editor()
    _facts()
    money_test()
    weights_section()
    with st.container(horizontal=True):
        bank, sheet = state.bank(), state.editing().stored.sheet
        if st.button(f"Quick scan: {asked_count(bank, sheet, quick=True)} questions", key="to-quick", type="primary"):
            leave_for("questions", scan="quick")
        if st.button(f"All {asked_count(bank, sheet, quick=False)} questions", key="to-all"):
            leave_for("questions", scan="all")


def settle_service() -> Settled:
    """Keep what the page shows of the service's description."""
    _join_with_theirs()
    settled = keeping.settle(SERVICE, _boxes(), lambda: _shown(_recorded()))
    if settled.outcome is Outcome.CHANGED_ELSEWHERE:
        _reseed(set(FIELDS))
    return settled


def _described() -> None:
    early = settle_service()
    with st.container(key="kept-service"):
        for part, label in FIELDS.items():
            key = _key(part)
            value = "" if state.is_drawn(key) else str(getattr(_recorded(), part))
            if part == "description":
                st.text_area(label, value=value, key=key, height="content")
            else:
                st.text_input(label, value=value, key=key)
        _status(early if early.fault else settle_service())


def _status(settled: Settled) -> None:
    if keeping.not_kept(settled):
        return
    if settled.outcome is Outcome.CONFLICT:
        _conflict()
    elif _recorded() != Service():
        markup.line("\u2713 Saved.", "saved", live=True)


def _recorded() -> Service:
    return state.editing().stored.sheet.service


def _boxes() -> tuple[keeping.Box, ...]:
    return tuple(keeping.Box(_key(part), partial(_kept, part)) for part in FIELDS)


def _kept(part: str) -> str:
    return str(getattr(_recorded(), part))


def _join_with_theirs() -> None:
    """Where somebody else changed other boxes than this person, keep both people's words."""
    editing = state.editing()
    seen, now = editing.seen.get(SERVICE), editing.stored.sheet.service
    if seen is None or not isinstance(seen.value, Service) or SERVICE in editing.conflicts or now == seen.value:
        return
    mine = _differing(_shown(seen.value), seen.value)
    if not mine & _differing(now, seen.value):
        _reseed(set(FIELDS) - mine)
        keep_theirs(state.editor(), editing, SERVICE)


def _differing(one: Service, other: Service) -> set[str]:
    return {part for part in FIELDS if getattr(one, part) != getattr(other, part)}


def _reseed(parts: set[str]) -> None:
    state.reseed({_key(part): _kept(part) for part in parts})


def _conflict() -> None:
    conflict = state.editing().conflicts[SERVICE]
    theirs, mine = conflict.theirs.value, conflict.mine
    if not isinstance(theirs, Service) or not isinstance(mine, Service):
        return
    parts = sorted(_differing(theirs, mine), key=list(FIELDS).index)
    both = [f"{FIELDS[part]}. Theirs: {getattr(theirs, part)}" for part in parts]
    both += [f"{FIELDS[part]}. Yours: {getattr(mine, part)}" for part in parts]
    keeping.yours_or_theirs(SERVICE, "service", "The same box", "\n".join(both), partial(_reseed, set(FIELDS)))


def _key(part: str) -> str:
    return f"service-{part}"


def _shown(recorded: Service) -> Service:
    shown = {
        part: str(state.shown_value(_key(part)) or "") if state.is_filled(_key(part)) else getattr(recorded, part)
        for part in FIELDS
    }
    return Service(**shown)


def _editor() -> None:
    name = st.text_input(
        "Your name or initials, if you like: shown beside your changes so that two people can tell them apart",
        value=state.editor_name(),
        key="who",
        max_chars=80,
    )
    state.set_editor_name(name)


def _facts() -> None:
    bank = state.bank()
    asked = asked_facts(bank, state.editing().stored.sheet)
    settled = {fact.id: settle_fact(fact) for fact in asked}
    asked = asked_facts(bank, state.editing().stored.sheet)
    for group in bank.fact_groups:
        facts = [fact for fact in asked if fact.group == group.id]
        if facts:
            st.header(markup.plain(group.name), anchor=False)
        for fact in facts:
            draw_fact(fact, settled.get(fact.id, Settled(Outcome.SAME)))
