"""What stands under a box whose words are not saved: why, or the choice between two people's words."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from detector.core.answers import Item
from detector.core.errors import DetectorError
from detector.editing import Outcome, Settled, keep_mine, keep_theirs
from detector.ui import state
from detector.ui.shared import markup
from detector.ui.shared.dates import local_time


def not_kept(settled: Settled) -> bool:
    """Say why what is shown is not saved, where it is not; whether it was said."""
    if settled.outcome is Outcome.NOT_KEPT:
        markup.line(
            f"Not saved yet. {settled.fault} What you gave stays here and is saved by itself once that is put right.",
            "unsaved",
            live=True,
        )
    elif settled.fault:
        markup.line(f"Not saved. {settled.fault}", "unsaved", live=True)
    return bool(settled.fault)


def yours_or_theirs(item: Item, name: str, thing: str, both: str, shown: Callable[[], None]) -> None:
    """Draw the choice between what somebody else saved and what this person wrote meanwhile.

    `thing` begins a sentence, `both` is each in words on lines of its own, and `shown` has the widgets show what is
    kept once theirs is chosen.
    """
    theirs = state.editing().conflicts[item].theirs
    by = f" by {theirs.by}" if theirs.by else " in another window or by somebody else"
    st.warning(markup.plain(f"{thing} was changed{by} at {local_time(theirs.at)}. Nothing is lost: choose."))
    markup.words(both)
    with st.container(horizontal=True):
        st.button("Keep theirs", key=f"theirs-{name}", on_click=partial(_keep_theirs, item, shown))
        st.button("Use mine", key=f"mine-{name}", on_click=partial(_keep_mine, item))
    refusal = state.take_refusal()
    if refusal:
        markup.line(refusal, "unsaved", live=True)


def _keep_mine(item: Item) -> None:
    try:
        keep_mine(state.editor(), state.editing(), item)
    except DetectorError as refusal:
        state.keep_refusal(f"Not saved yet. {refusal}")


def _keep_theirs(item: Item, shown: Callable[[], None]) -> None:
    try:
        keep_theirs(state.editor(), state.editing(), item)
    except DetectorError as refusal:
        state.keep_refusal(f"Not done yet. {refusal}")
        return
    shown()
