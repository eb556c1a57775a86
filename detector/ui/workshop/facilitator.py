"""The facilitator's page of one workshop: who has joined, the questions, the one in hand, and the projector."""

import streamlit as st

from detector.core.bank.index import index_of, stakeholder_name
from detector.core.errors import DetectorError
from detector.core.workshop.workshop import Screen, ScreenKind, WorkshopPhase
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.ui.shared import markup
from detector.ui.workshop.buttons import showing, starting, step_button
from detector.ui.workshop.closing import ending_part
from detector.ui.workshop.current_question import question_in_hand
from detector.ui.workshop.join_card import code_in_parts, join_base, phones_can_join, short_address
from detector.ui.workshop.live_results import joined, without_unknown
from detector.ui.workshop.question_list import question_list
from detector.wording.plain import counted, day

EVERY_SECONDS = 1.0
WITHOUT_ANSWERS = (
    "This workshop comes from a backup without people’s single answers: who had joined, and what they answered before "
    "it was made, is not here. What the room agreed is kept."
)
JOIN_AGAIN = "People join again with the same code, and every other question can be asked again."
ON_OLDER_BANK = (
    "It was opened on an older question bank. It can be ended here; then take its minutes, in today’s words. To ask "
    "more, open a workshop on the copy."
)
Signs = tuple[int, int, int, frozenset[str]]
SCREENS = {
    ScreenKind.JOIN: "How to join",
    ScreenKind.QUESTION: "The question",
    ScreenKind.REMARKS: "Remarks on the question",
    ScreenKind.PICTURE: "The picture",
    ScreenKind.DIVERGENCE: "Where the room differs",
}


def control(key: str) -> None:
    """Draw the page; it is drawn again as soon as something changed in the room."""
    bank, found = state.bank(), state.store().workshops.load(key)
    if found.assessment_key != state.editing().stored.key:
        st.title("Workshop", anchor=False)
        _elsewhere()
        return
    known = frozenset(index_of(bank).questions)
    workshop, present = without_unknown(found, known), joined(found)
    st.title(f"Workshop of {day(workshop.opened_on)}", anchor=False)
    if workshop.state.restored:
        st.info(markup.plain(f"{WITHOUT_ANSWERS} {JOIN_AGAIN if workshop.code else ''}".rstrip()))
    _refusal()
    _joining(workshop, present)
    if workshop.state.phase is WorkshopPhase.JOINING:
        step_button("Start the workshop", "start-workshop", key, starting(), "primary")
        markup.quiet("People can go on joining after the start.")
    _projector(workshop)
    left, right = st.columns([5, 8], gap="medium")
    with left, st.container(height=680, border=False, key="room-questions-list"):
        question_list(bank, workshop)
    with right, st.container(key="room-now"):
        question_in_hand(bank, workshop, present)
    ending_part(workshop)
    _watch(key, _signs(found))


def end_only(key: str) -> None:
    """Draw what can still be done with a workshop whose assessment belongs to another bank than the one in use."""
    found = state.store().workshops.load(key)
    if found.assessment_key != state.editing().stored.key:
        _elsewhere()
        return
    workshop = without_unknown(found, frozenset(index_of(state.bank()).questions))
    st.header(f"Workshop of {day(workshop.opened_on)}", anchor=False)
    st.text(ON_OLDER_BANK)
    if gone := len(found.state.question_ids) - len(workshop.state.question_ids):
        st.text(f"Left out of the minutes: {counted(gone, 'question')} no longer asked.")
    _refusal()
    ending_part(workshop)


def _elsewhere() -> None:
    markup.problem("This workshop belongs to another assessment.", "Open it from that assessment’s Workshop page.")


@st.fragment(run_every=EVERY_SECONDS)
def _watch(key: str, seen: Signs) -> None:
    """Draw the page again where the room is no longer as it was drawn.

    Only this looks every second. The buttons belong to the page: a press that reaches a server just restarted counts
    there, while one inside a part that is drawn by itself would be lost.
    """
    try:
        now = _signs(state.store().workshops.load(key))
    except DetectorError:
        # The store is away for a moment: what is on the screen stays.
        return
    if now != seen:
        st.rerun()


def _signs(workshop: StoredWorkshop) -> Signs:
    """What differs as soon as anything on the page would: answers, steps, people, remarks."""
    workshops = state.store().workshops
    remarks = workshops.remarks.all(workshop.key) if workshop.state.free_text else ()
    people = sum(workshops.joined(workshop.key).values())
    return workshop.votes, workshop.changes, people, frozenset(remark.id for remark in remarks)


def _refusal() -> None:
    refusal = state.take_refusal()
    if refusal:
        st.error(markup.plain(refusal))


def _joining(workshop: StoredWorkshop, present: dict[str, int]) -> None:
    bank = state.bank()
    total = sum(present.values())
    groups = ", ".join(f"{stakeholder_name(bank, group)} {count}" for group, count in present.items() if count)
    address = short_address(join_base())
    with st.container(key="room-joining", gap=None):
        if workshop.code:
            alone = "" if phones_can_join() else " (on this computer alone: phones cannot reach this server)"
            markup.line(f"Code {code_in_parts(workshop.code)} at {address}{alone}", "join-code")
        markup.line(f"{counted(total, 'person', 'people')} joined{': ' if groups else ''}{groups}", "joined")


def _projector(workshop: StoredWorkshop) -> None:
    screen = workshop.state.screen
    shown = f"{SCREENS[screen.kind]} {screen.question_id}".strip()
    with st.container(key="room-projector", horizontal=True, vertical_alignment="center"):
        markup.line(f"On the projector: {shown}", "lead")
        for kind, label in SCREENS.items():
            if kind not in (ScreenKind.QUESTION, ScreenKind.REMARKS, screen.kind):
                step_button(label, f"screen-{kind.value}", workshop.key, showing(Screen(kind)))
        address = f"{_own_address()}/projector?door={workshop.join_token}"
        st.link_button("Open the projector view in a new window", address)


def _own_address() -> str:
    parts = (st.context.url or "").split("/")
    return "/".join(parts[:3]) if len(parts) >= 3 else ""
