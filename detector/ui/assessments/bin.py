"""The bin: what stands in place of an assessment that lies in it, and how to put one back."""

from collections.abc import Sequence

import streamlit as st

from detector.core.retention import bin_ends
from detector.store import AssessmentInBin, Listing
from detector.ui import state
from detector.ui.shared import keeping, markup
from detector.ui.shared.navigation import leave_for
from detector.ui.shared.receipt import receipt_of
from detector.wording.erased import in_bin_since
from detector.wording.plain import counted, day


def binned_page(found: AssessmentInBin) -> None:
    """Say that the open assessment is in the bin, and offer to put it back."""
    st.title("This assessment is in the bin", anchor=False)
    st.text(in_bin_since(found.binned_at.date()))
    if state.store().bin.workshops_with(found.key).workshops:
        st.text("Its workshop is stopped: nobody can join or answer until it is put back.")
    if st.button("Put it back", key="put-back", type="primary"):
        _put_back(found.key)
        leave_for("service")


def erased_page(key: str) -> bool:
    """Show the receipt for an assessment that was erased; False where none with this key was."""
    if not receipt_of(key):
        return False
    # Whoever erased it may sit elsewhere: this browser is told too, once.
    if all(told["place"] != key for told in state.to_forget()):
        keeping.forget(key)
    if st.button("Go to the Start page", key="leave-erased"):
        state.close_assessment()
        leave_for("start")
    return True


def bin_list(listings: Sequence[Listing]) -> None:
    """The assessments in the bin, each with a way back, on demand."""
    with st.expander(f"In the bin: {counted(len(listings), 'assessment')}", key="in-bin"):
        st.text("Each can be put back until the day beside it.")
        for listing in listings:
            _row(listing)


def _row(listing: Listing) -> None:
    if listing.binned_at is None:
        return
    name = listing.name or "Service without a name"
    with st.container(horizontal=True, vertical_alignment="center"):
        markup.words(f"{name}: until {day(bin_ends(listing.binned_at.date()))}")
        if st.button(markup.plain(f"Put back {name}"), key=f"put-back-{listing.key}"):
            _put_back(listing.key)
            st.rerun()


def _put_back(key: str) -> None:
    state.store().bin.put_back(key)
    state.keep_note("The assessment is back, as it was.")
