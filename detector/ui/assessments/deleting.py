"""Deleting an assessment: into the bin, or for good where somebody must."""

from datetime import UTC, datetime

import streamlit as st

from detector.core.retention import bin_ends
from detector.operator_log import Event, tell
from detector.store import Listing
from detector.ui import state
from detector.ui.shared import keeping, markup
from detector.ui.shared.navigation import leave_for
from detector.wording.erased import went_with
from detector.wording.plain import counted, day

FOR_GOOD = "erase-for-good"


def delete_button(listing: Listing) -> None:
    """A quiet button that asks before it deletes."""
    label = markup.plain(f"Delete {listing.name or 'Service without a name'}")
    st.button(label, key=f"delete-{listing.key}", type="tertiary", on_click=_ask, args=(listing,))


def _ask(listing: Listing) -> None:
    if state.is_open(FOR_GOOD):
        state.open_or_close(FOR_GOOD)
    _confirm(listing)


@st.dialog("Delete this assessment?")
def _confirm(listing: Listing) -> None:
    markup.words(f"{listing.name or 'Service without a name'}: {counted(listing.answered, 'question')} looked at")
    last = day(bin_ends(datetime.now(UTC).date()))  # the store goes by these days too
    st.write(f"It goes into the bin. You can put it back on the Start page until {last}; then it is erased for good.")
    workshops = went_with(state.store().bin.workshops_with(listing.key))
    if workshops:
        st.write(
            f"It has {workshops}. While it is in the bin nobody can join or answer. When it is erased, they are "
            "erased before it."
        )
    with st.container(horizontal=True):
        if st.button("Delete", key="delete-now", type="primary"):
            state.store().bin.put(listing.key)
            tell(Event.DELETED, what="assessment")
            _leave(listing.key)
            state.keep_note(f"The assessment is in the bin. You can put it back below until {last}.")
            st.rerun()
        if st.button("Keep it", key="keep"):
            st.rerun()
    st.button("Erase it now for good…", key="ask-for-good", type="tertiary", on_click=_toggle)
    if state.is_open(FOR_GOOD):
        for_good(listing)


def _toggle() -> None:
    state.open_or_close(FOR_GOOD)


def for_good(listing: Listing) -> None:
    """The way to erase an assessment at once, without a name: the log of deletions would keep it for ever."""
    st.write(
        "Every answer, note and earlier version is erased now. Nobody can put it back. Export it first to keep a copy."
    )
    if st.button("Erase now: nobody can put it back", key="erase-now"):
        state.store().delete(listing.key)
        keeping.forget(listing.key)
        tell(Event.ERASED, what="assessment")
        _leave(listing.key)
        state.open_assessment(listing.key)
        leave_for("service")


def _leave(key: str) -> None:
    if state.open_key() == key:
        state.close_assessment()
