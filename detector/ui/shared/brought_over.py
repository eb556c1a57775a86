"""On pages: that answers came from an older question bank, what waits of them, and what was asked before."""

import streamlit as st

from detector.core.brought_over import earlier_answers, is_to_read_again, left_to_read
from detector.editing import close_banner, still_holds
from detector.ui import state
from detector.ui.shared import markup
from detector.wording.brought_over import READ_AGAIN, brought_over_sentence, earlier_in_words


def brought_over_banner() -> None:
    """Say where the answers came from, until somebody closes it."""
    sheet = state.editing().stored.sheet
    left = left_to_read(state.bank(), sheet)
    if left is None or sheet.brought_over is None or sheet.brought_over.closed:
        return
    with st.container(key="brought-over", border=True):
        markup.words(brought_over_sentence(left))
        if st.button("Close", key="close-brought-over"):
            close_banner(state.editor(), state.editing())
            st.rerun()


def before_this_question(question_id: str) -> None:
    """Beside a question: that its wording changed, and what older questions that it took in were answered."""
    sheet = state.editing().stored.sheet
    for earlier in earlier_answers(sheet, question_id):
        markup.quiet(earlier_in_words(earlier))
    if is_to_read_again(sheet, question_id):
        markup.line(READ_AGAIN, "doubt")
        if st.button("It still holds", key=f"holds-{question_id}"):
            still_holds(state.editor(), state.editing(), question_id)
            st.rerun()
