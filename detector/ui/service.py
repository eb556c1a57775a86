"""The Service page: what the service is, and the facts that carry no score. All of it can be skipped."""

import streamlit as st

from detector.core.answers import Service
from detector.core.flow import asked_facts
from detector.store import Item, ItemKind
from detector.ui import recording, state, words
from detector.ui.clock import local_time
from detector.ui.facts import draw_fact, settle_fact
from detector.ui.menu import leave_for
from detector.ui.recording import Outcome
from detector.ui.weights import weights_section

SERVICE = Item(ItemKind.SERVICE, "service")
FIELDS = {
    "name": "Name of the service",
    "council": "Council",
    "description": "What it does, for whom, in a few sentences",
}


def service_page() -> None:
    """Draw the Service page."""
    st.title("The service", anchor=False)
    if not state.open_key():
        st.text("No assessment is open. Choose or start one on the Start page.")
        return
    words.quiet("Skip whatever you do not know yet. Everything is saved as you leave a box.")
    _described()
    _editor()
    _facts()
    weights_section()
    with st.container(horizontal=True):
        if st.button("Quick scan: 19 questions", key="to-quick", type="primary"):
            leave_for("questions", scan="quick")
        if st.button("All 59 questions", key="to-all"):
            leave_for("questions", scan="all")


def _described() -> None:
    recorded = state.editing().stored.sheet.service
    outcome, fault = recording.complaint(SERVICE, _shown(recorded))
    recorded = state.editing().stored.sheet.service
    if outcome is Outcome.CHANGED_ELSEWHERE:
        state.reseed({_key(part): getattr(recorded, part) for part in FIELDS if state.is_drawn(_key(part))})
    for part, label in FIELDS.items():
        key = _key(part)
        value = "" if state.is_drawn(key) else str(getattr(recorded, part))
        if part == "description":
            st.text_area(label, value=value, key=key, height="content")
        else:
            st.text_input(label, value=value, key=key)
    outcome, late_fault = recording.complaint(SERVICE, _shown(recorded))
    if fault or late_fault:
        words.line(f"Not saved. {fault or late_fault}", "unsaved")
    elif outcome is Outcome.CONFLICT:
        _conflict()
    else:
        _saved_line()


def _saved_line() -> None:
    saved = state.editing().last_saved
    words.line(f"\u2713 Saved {local_time(saved.at)}." if saved else "", "saved", live=True)


def _conflict() -> None:
    conflict = state.editing().conflicts[SERVICE]
    st.warning("Somebody else changed this while you were typing. Nothing is lost: choose.")
    st.text(f"Theirs: {conflict.theirs.value}\nYours: {conflict.mine}")
    with st.container(horizontal=True):
        if st.button("Keep theirs", key="theirs-service"):
            recording.keep_theirs(SERVICE)
            state.forget(tuple(_key(part) for part in FIELDS))
            st.rerun()
        if st.button("Use mine", key="mine-service"):
            recording.keep_mine(SERVICE)
            st.rerun()


def _key(part: str) -> str:
    return f"service-{part}"


def _shown(recorded: Service) -> Service:
    shown = {
        part: str(state.shown_value(_key(part)) or "") if state.is_drawn(_key(part)) else getattr(recorded, part)
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
    faults = {fact.id: settle_fact(fact) for fact in asked}
    asked = asked_facts(bank, state.editing().stored.sheet)
    for group in bank.fact_groups:
        facts = [fact for fact in asked if fact.group == group.id]
        if facts:
            st.header(words.plain(group.name), anchor=False)
        for fact in facts:
            draw_fact(fact, faults.get(fact.id, ""))
