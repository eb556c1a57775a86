"""The menu on top of every page. Its links carry the open assessment in their address."""

import streamlit as st

from detector.ui import state

NAMES = {
    "start": "Start",
    "service": "Service",
    "questions": "Questions",
    "results": "Results",
    "forms": "Legal forms",
    "models": "Models",
    "next": "Next steps",
    "workshop": "Workshop",
    "export": "Export",
}


def menu(current: str) -> None:
    """Links to the pages; without an open assessment only Start leads anywhere."""
    key = state.open_key()
    with st.container(key="menu", horizontal=True, vertical_alignment="center"):
        for name, label in NAMES.items():
            if name == "start" or key:
                shown = f"**{label}**" if label == current else label
                go(name, shown)


def go(name: str, label: str, **where: str) -> None:
    """A link to a page, with the open assessment and where on the page to begin."""
    key = state.open_key()
    parameters = {state.KEY_PARAMETER: key} if key else {}
    st.page_link(state.page(name), label=label, query_params=parameters | where)


def leave_for(name: str, **where: str) -> None:
    """Go to a page now, with the open assessment and where on the page to begin."""
    key = state.open_key()
    parameters = {state.KEY_PARAMETER: key} if key else {}
    st.switch_page(state.page(name), query_params=parameters | where)


def nothing_is_open(title: str = "") -> bool:
    """Whether no assessment is open, which is then said in place of the page, under the title unless it is drawn."""
    if state.open_key():
        return False
    if title:
        st.title(title, anchor=False)
    st.text("No assessment is open. Choose or start one on the Start page.")
    return True
