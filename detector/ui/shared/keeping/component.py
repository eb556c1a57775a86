"""The script in the browser that keeps typed words, and what it says in each run."""

from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from detector.ui import state
from detector.ui.shared.keeping import told

_SCRIPT = Path(__file__).with_name("keeping.js").read_text(encoding="utf-8")
# For words whose box is not on this page, and for what is read out when words stay unsaved for a while.
_PLACE = '<div class="kept-elsewhere"></div><p class="kept-said unseen" role="status"></p>'
_keeper = component("detector_keeping", html=_PLACE, js=_SCRIPT, isolate_styles=False)


def receive() -> None:
    """Take in what was typed since, before anything is drawn; the browser asks again where a save was refused."""
    told.begin()
    with st.container(key="keeping"):
        said = _keeper(key="keeper", on_words_change=_heard, on_again_change=_heard)
    state.take_typed(said.get("words"), state.open_key() or "")


def _heard() -> None:
    """Streamlit runs the page again by itself; there is nothing else to do."""
