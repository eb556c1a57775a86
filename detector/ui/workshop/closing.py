"""Ending a workshop, and what is left to do afterwards."""

import streamlit as st

from detector.core.workshop.workshop import Screen, ScreenKind, Workshop, WorkshopPhase, show
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.ui.shared import markup
from detector.ui.shared.navigation import go
from detector.ui.workshop.buttons import ending, step_button
from detector.ui.workshop.erasing import erase_button
from detector.ui.workshop.minutes import minutes_part
from detector.wording.erased import WAITS
from detector.wording.plain import counted, day


def ending_part(workshop: StoredWorkshop) -> None:
    """The button that ends the workshop, or what comes after the end."""
    st.header("End", anchor=False)
    if workshop.state.phase is not WorkshopPhase.ENDED:
        _before_the_end(workshop)
        return
    agreed = counted(len(workshop.state.agreed), "level")
    st.text(f"The workshop has ended. The room agreed {agreed}; nobody can join or answer any more.")
    markup.quiet(f"People’s answers are erased after {day(workshop.keep_until)}, or when you erase them. {WAITS}")
    with st.container(horizontal=True, vertical_alignment="center"):
        go("results", "See the results")
        erase_button(workshop)
    minutes_part(workshop)


def _before_the_end(workshop: StoredWorkshop) -> None:
    """A button that asks once more. It asks on the page: a dialog would close whenever somebody answers."""
    panel = f"end-{workshop.key}"
    if not state.is_open(panel):
        markup.quiet(f"It ends by itself after {day(workshop.closes_on)}.")
        st.button("End the workshop", key="end-workshop", on_click=state.open_or_close, args=(panel,))
        return
    st.text(
        "Open questions are closed, nobody can answer any more, and the code no longer works. "
        "The projector shows the picture of everything the room has seen. You cannot go back."
    )
    with st.container(horizontal=True):
        step_button("End it now", "end-now", workshop.key, _to_the_end, "primary")
        st.button("Go on", key="go-on", on_click=state.open_or_close, args=(panel,))


def _to_the_end(room: Workshop) -> Workshop:
    return show(ending()(room), Screen(ScreenKind.PICTURE)) if room.phase is not WorkshopPhase.ENDED else room
