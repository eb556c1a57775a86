"""Remarks on the question in hand: the facilitator reads each, and lets the room see it or not."""

import streamlit as st

from detector.core.errors import DetectorError
from detector.core.workshop.workshop import Screen, ScreenKind
from detector.store.workshops import StoredWorkshop
from detector.store.workshops.remarks import Remark
from detector.ui import state
from detector.ui.shared import markup
from detector.ui.workshop.buttons import showing, step_button


def remarks_part(workshop: StoredWorkshop, question_id: str) -> None:
    """The remarks on one question, none where the room takes none."""
    if not workshop.state.free_text:
        return
    found = [
        one
        for one in state.store().workshops.remarks.all(workshop.key)
        if one.question_round.question_id == question_id
    ]
    st.subheader("Remarks", anchor=False)
    if not found:
        markup.quiet("Nobody has written a remark on this question yet.")
        return
    markup.quiet("Only you see these. The room sees those that you release, without name or group.")
    for remark in found:
        _remark(workshop, remark)
    if any(remark.released for remark in found):
        screen = Screen(ScreenKind.REMARKS, question_id)
        step_button("Show released remarks on the projector", f"remarks-{question_id}", workshop.key, showing(screen))


def _remark(workshop: StoredWorkshop, remark: Remark) -> None:
    with st.container(border=True, key=f"remark-{remark.id}"):
        markup.words(remark.text)
        markup.quiet("Released: the room may see it." if remark.released else "Not released.")
        label = "Take it back" if remark.released else "Release it"
        name = f"release-{remark.id}-{remark.released}"
        wanted = not remark.released
        if st.button(label, key=name, on_click=_release, args=(workshop.key, remark.id, wanted)):
            _release(workshop.key, remark.id, wanted)
            st.rerun()


def _release(key: str, remark_id: str, wanted: bool) -> None:
    try:
        state.store().workshops.remarks.release(key, remark_id, released=wanted)
    except DetectorError as refusal:
        state.keep_refusal(str(refusal))
