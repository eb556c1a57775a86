"""Ending a workshop, and what is left to do afterwards."""

import streamlit as st

from detector.core.rooms.room import RoomState, Screen, ScreenKind, show
from detector.store.workshops import Workshop
from detector.ui import words
from detector.ui.clock import in_full
from detector.ui.menu import go
from detector.ui.workshop_erasing import erase_button
from detector.ui.workshop_minutes import minutes_part
from detector.ui.workshop_steps import ending, take


def ending_part(workshop: Workshop) -> None:
    """The button that ends the workshop, or what comes after the end."""
    st.header("End", anchor=False)
    if workshop.room.state is not RoomState.ENDED:
        st.button("End the workshop", key="end-workshop", on_click=_confirm, args=(workshop,))
        return
    agreed = words.many(len(workshop.room.agreed), "level")
    st.text(f"The workshop has ended. The room agreed {agreed}; nobody can join or answer any more.")
    words.quiet(f"People’s answers are kept until {in_full(workshop.keep_until)}, or until you erase them.")
    with st.container(horizontal=True, vertical_alignment="center"):
        go("results", "See the results")
        erase_button(workshop)
    minutes_part(workshop)


@st.dialog("End the workshop?")
def _confirm(workshop: Workshop) -> None:
    st.write(
        "Open questions are closed, nobody can answer any more, and the code no longer works. "
        "The projector shows the picture of everything the room has seen. You cannot go back."
    )
    with st.container(horizontal=True):
        if st.button("End it now", key="end-now", type="primary"):
            take(workshop.key, lambda room: show(ending()(room), Screen(ScreenKind.PICTURE)))
            st.rerun()
        if st.button("Go on", key="go-on"):
            st.rerun()
