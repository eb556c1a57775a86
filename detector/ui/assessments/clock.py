"""What the Start page says while nothing is erased by itself, because the clock jumped."""

from datetime import UTC, datetime

import streamlit as st

from detector.ui import state
from detector.wording.erased import clock_words


def held_by_clock() -> None:
    """Say that something is due and waits, and take an officer's word that the date is right."""
    now = datetime.now(UTC)
    waiting = state.store().retention.waiting(now)
    if waiting is None:
        return
    st.warning(clock_words(waiting.believed, now, waiting.due))
    then = "" if waiting.needs_word else " If you do nothing, they are erased once it has run for a day."
    st.text(f"If the date is wrong, set the clock of the computer. If it is right, say so.{then}")
    if st.button("The date is right: erase them", key="clock-is-right"):
        state.store().retention.believe(now)
        state.keep_note("They are erased within the hour.")
        st.rerun()
