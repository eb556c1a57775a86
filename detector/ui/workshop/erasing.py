"""Erasing a workshop with everybody's answers, and the receipt for it."""

from functools import partial

import streamlit as st

from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.wording.plain import counted, day


def erase_button(workshop: StoredWorkshop) -> None:
    """A quiet button that asks before it erases."""
    label = f"Erase the workshop of {day(workshop.opened_on)}"
    st.button(label, key=f"erase-{workshop.key}", type="tertiary", on_click=partial(_confirm, workshop))


@st.dialog("Erase the workshop for good?")
def _confirm(workshop: StoredWorkshop) -> None:
    st.text(f"The workshop of {day(workshop.opened_on)}")
    st.write(
        "Everybody’s answers and the groups they chose are erased. This cannot be undone. "
        "Levels that the room agreed stay in the assessment."
    )
    with st.container(horizontal=True):
        if st.button("Erase for good", key="erase-now", type="primary"):
            receipt = state.store().workshops.erase(workshop.key)
            people = counted(receipt.people, "person", "people")
            state.keep_note(
                f"The workshop of {day(workshop.opened_on)} was erased: {people}, "
                f"{counted(receipt.votes, 'answer')}. Nothing of them is left here."
            )
            st.query_params.pop("room", None)
            st.rerun()
        if st.button("Keep it", key="keep-workshop"):
            st.rerun()
