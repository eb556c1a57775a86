"""The assessments that are kept, on the Start page: open one, or delete it for good."""

from functools import partial

import streamlit as st

from detector.core.errors import FileError
from detector.store import Listing
from detector.ui import state
from detector.ui.assessments.open_file import bring_over
from detector.ui.shared import keeping, markup
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
        st.text("There is none on this computer yet. When you start one it appears here.")
        return
    for listing in listings[:MOST_SHOWN]:
        _row(listing)
    if len(listings) > MOST_SHOWN:
        with st.expander(counted(len(listings) - MOST_SHOWN, "older assessment")):
            for listing in listings[MOST_SHOWN:]:
                _row(listing)


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
        deleting = markup.plain(f"Delete {name}")
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(markup.plain(opening), key=f"open-{listing.key}"):
                _open(listing)
            st.button(deleting, key=f"delete-{listing.key}", type="tertiary", on_click=partial(_confirm, listing))


def _open(listing: Listing) -> None:
    if listing.bank_version == state.bank().version:
        state.open_assessment(listing.key)
        leave_for("questions")
        return
    try:
        bring_over(state.store().load(listing.key).sheet)
    except FileError as error:
        markup.problem("It was answered on another question bank, and stays as it is.", str(error))


@st.dialog("Delete for good?")
def _confirm(listing: Listing) -> None:
    markup.words(f"{listing.name or 'Service without a name'}: {counted(listing.answered, 'question')} looked at")
    st.write(
        "Every answer, note and earlier version is erased. This cannot be undone. Export it first to keep a copy."
    )
    with st.container(horizontal=True):
        if st.button("Delete for good", key="delete-now", type="primary"):
            state.store().delete(listing.key)
            keeping.forget(listing.key)
            if state.open_key() == listing.key:
                state.close_assessment()
            state.keep_note("The assessment was deleted.")
            st.rerun()
        if st.button("Keep it", key="keep"):
            st.rerun()
