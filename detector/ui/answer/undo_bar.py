"""The bar at the foot of the Questions page: what was saved last, and Undo. It is always there, so nothing moves."""

from functools import partial

import streamlit as st

from detector.core.bank import Bank
from detector.core.bank.index import find_question
from detector.core.errors import DetectorError, StoreError
from detector.editing import last_answer_change, undo
from detector.store import EditConflict, Revision
from detector.ui import state
from detector.ui.answer import answer_widgets
from detector.ui.answer.question import in_words
from detector.ui.shared import keeping, markup
from detector.ui.shared.dates import local_time

LONGEST = 40
WAITS = "Not saved yet. It is tried again by itself."


def saving_bar(bank: Bank) -> None:
    """Say what was saved last in this window, and offer to take back the last change of an answer."""
    # A fact or a weight changed since stays: the button is among answers, and takes back nothing else.
    change = _last_change()
    refusal = state.take_refusal() or (WAITS if keeping.waits() else "")
    with st.container(key="saving", horizontal=True, vertical_alignment="center"):
        markup.line(refusal or _said(bank, state.editing().last_saved), "unsaved" if refusal else "saved", live=True)
        # Shown by the browser in place of the line above, while it holds words that the server has not got.
        markup.line("Kept in this browser, not saved yet", "unsaved kept-waiting")
        st.button(
            "Undo" if change is None else _label(change),
            key="undo",
            disabled=change is None,
            on_click=partial(_undo, change) if change is not None else None,
        )


def _last_change() -> Revision | None:
    if state.refused():
        return None
    try:
        return last_answer_change(state.editor(), state.editing())
    except StoreError:
        return None


def _said(bank: Bank, saved: Revision | None) -> str:
    if saved is None:
        return "Saved as you click."
    question = find_question(bank, saved.item.id)
    if question is None or saved.undoes is None:
        return f"Saved {local_time(saved.at)}."
    return f"Taken back: {question.id} is again “{_short(in_words(question, saved.value))}”."


def _label(change: Revision) -> str:
    by = f", by {change.by}" if change.by else ""
    return markup.plain(f"Undo the last change ({change.item.id}{by})")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _undo(change: Revision) -> None:
    try:
        undo(state.editor(), state.editing(), change)
    except EditConflict:
        state.keep_refusal(f"Not taken back: {change.item.id} was changed again in the meantime. Look at it first.")
        return
    except DetectorError as refusal:
        state.keep_refusal(f"Not taken back. {refusal}")
        return
    answer_widgets.reseed(change.item.id, state.editing().stored.sheet.answers.get(change.item.id))
