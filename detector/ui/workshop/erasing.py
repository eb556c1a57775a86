"""Erasing a workshop with everybody's answers, and the receipt for it."""

from functools import partial

import streamlit as st

from detector.operator_log import Event, tell
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.wording.plain import day


def erase_button(workshop: StoredWorkshop) -> None:
    """A quiet button that asks before it erases."""
    label = f"Erase the workshop of {day(workshop.opened_on)}"
    st.button(label, key=f"erase-{workshop.key}", type="tertiary", on_click=partial(_confirm, workshop))


@st.dialog("Erase the workshop for good?")
def _confirm(workshop: StoredWorkshop) -> None:
    st.text(f"The workshop of {day(workshop.opened_on)}")
    st.write(
        "Everybody’s answers and remarks, and the groups they chose, are erased. This cannot be undone. "
        "Levels that the room agreed stay in the assessment."
    )
    with st.container(horizontal=True):
        if st.button("Erase for good", key="erase-now", type="primary"):
            state.store().eraser.workshop(workshop.key)
            tell(Event.ERASED, what="workshop")
            st.query_params["room"] = workshop.key
            st.rerun()
        if st.button("Keep it", key="keep-workshop"):
            st.rerun()
