"""The assessments that are kept, on the Start page: open one, delete it, or put a deleted one back."""

import streamlit as st

from detector.core.errors import FileError
from detector.store import Listing
from detector.ui import state
from detector.ui.assessments.bin import bin_list
from detector.ui.assessments.deleting import delete_button
from detector.ui.assessments.open_file import bring_over
from detector.ui.shared import markup
from detector.ui.shared.dates import local_time
from detector.ui.shared.navigation import leave_for
from detector.wording.plain import counted

MOST_SHOWN = 5
MOST_LISTED = 200


def resuming() -> None:
    """Draw the assessments that were changed last, the rest on demand."""
    st.header("Go on with an assessment", anchor=False)
    listings = state.store().recent(MOST_LISTED)
    if not listings:
        st.text("There is none on this computer now. When you start one it appears here.")
    for listing in listings[:MOST_SHOWN]:
        _row(listing)
    if len(listings) > MOST_SHOWN:
        with st.expander(counted(len(listings) - MOST_SHOWN, "older assessment")):
            for listing in listings[MOST_SHOWN:]:
                _row(listing)
    binned = state.store().bin.listed()
    if binned:
        bin_list(binned)


def _row(listing: Listing) -> None:
    name = listing.name or "Service without a name"
    council = f", {listing.council}" if listing.council else ""
    today = state.bank().version
    is_todays = listing.bank_version == today
    with st.container(border=True):
        markup.words(f"{name}{council}")
        markup.quiet(
            f"{counted(listing.answered, 'question')} looked at, last changed {local_time(listing.changed_at)}"
        )
        if not is_todays:
            markup.quiet(f"Question bank {listing.bank_version}, not the {today} in use. It opens as a copy.")
        opening = f"Open {name}" if is_todays else f"Open a copy of {name}"
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(markup.plain(opening), key=f"open-{listing.key}"):
                _open(listing)
            if not is_todays and state.store().workshops.of_assessment(listing.key):
                _workshops(listing, name)
            delete_button(listing)


def _workshops(listing: Listing, name: str) -> None:
    """The way to workshops that were held on an older bank: a copy has none of them."""
    if st.button(markup.plain(f"Workshops of {name}"), key=f"workshops-{listing.key}"):
        state.open_assessment(listing.key)
        leave_for("workshop")


def _open(listing: Listing) -> None:
    if listing.bank_version == state.bank().version:
        state.open_assessment(listing.key)
        leave_for("questions")
        return
    try:
        bring_over(state.store().load(listing.key).sheet)
    except FileError as error:
        markup.problem("It was answered on another question bank, and stays as it is.", str(error))
