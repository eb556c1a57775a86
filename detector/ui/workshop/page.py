"""The Workshop page: open one, go on with one, or erase one of this assessment."""

from collections.abc import Callable

import streamlit as st

from detector.core.workshop.workshop import WorkshopPhase
from detector.store.workshops import StoredWorkshop, UnknownWorkshop
from detector.ui import state
from detector.ui.shared import markup
from detector.ui.shared.navigation import go, nothing_is_open
from detector.ui.shared.receipt import receipt_of
from detector.ui.workshop.erasing import erase_button
from detector.ui.workshop.facilitator import control, end_only
from detector.ui.workshop.setup import opening
from detector.wording.plain import counted, day

ROOM_PARAMETER = "room"
STATES = {
    WorkshopPhase.JOINING: "People can join. Not started yet",
    WorkshopPhase.RUNNING: "Under way",
    WorkshopPhase.ENDED: "Ended",
}


def workshop_page() -> None:
    """Draw the facilitator's page of one workshop, or the list with the form for a new one."""
    if nothing_is_open("Workshop"):
        return
    key = st.query_params.get(ROOM_PARAMETER)
    if key:
        _room(key, control)
        return
    st.title("Workshop", anchor=False)
    st.text(
        "Ask the people who know. They answer on their phones, the projector shows what the room thinks, and what "
        "the room agrees goes into this assessment."
    )
    held = state.store().workshops.of_assessment(state.editing().stored.key)
    if held:
        _earlier(held)
    made = opening()
    if made:
        st.query_params[ROOM_PARAMETER] = made
        st.rerun()


def held_on_older_bank() -> None:
    """The workshops of an assessment that belongs to another bank: each can still be ended, told and erased."""
    held = state.store().workshops.of_assessment(state.editing().stored.key)
    key = st.query_params.get(ROOM_PARAMETER)
    if key:
        _room(key, end_only)
    elif held:
        _earlier(held)


def _room(key: str, draw: Callable[[str], None]) -> None:
    """The facilitator's page of a workshop, or the receipt where it was erased."""
    try:
        draw(key)
    except UnknownWorkshop:
        if not receipt_of(key):
            raise
        go("workshop", "All workshops of this assessment")


def _earlier(held: tuple[StoredWorkshop, ...]) -> None:
    st.header("Workshops of this assessment", anchor=False)
    for workshop in reversed(held):
        with st.container(border=True):
            joined = sum(state.store().workshops.joined(workshop.key).values())
            st.text(f"{day(workshop.opened_on)}: {counted(joined, 'person', 'people')} joined")
            agreed = counted(len(workshop.state.agreed), "level")
            markup.quiet(f"{STATES[workshop.state.phase]}. {agreed} agreed. Kept until {day(workshop.keep_until)}.")
            with st.container(horizontal=True, vertical_alignment="center"):
                label = f"Open the workshop of {day(workshop.opened_on)}"
                if st.button(label, key=f"open-room-{workshop.key}"):
                    st.query_params[ROOM_PARAMETER] = workshop.key
                    st.rerun()
                erase_button(workshop)
