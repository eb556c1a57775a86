"""Opening a workshop: what is asked, who is in the room, whether results stay hidden, how long answers are kept."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

import streamlit as st

from detector.core.bank import Bank, Question
from detector.core.bank.index import index_of
from detector.core.flow import asked_questions, quick_scan
from detector.core.workshop.disclosure_control import FEWEST
from detector.core.workshop.workshop import Workshop
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.ui.shared import markup
from detector.ui.shared.dates import today
from detector.ui.workshop.join_card import join_base, phones_can_join, short_address
from detector.wording.erased import WAITS
from detector.wording.plain import day

QUICK, PARTS = "quick", "parts"
KEEPING_DAYS = (7, 30, 90, 180, 365)
USUAL_DAYS = 90
CLOSING_DAYS = {0: "today", 1: "tomorrow", 7: "a week", 14: "two weeks", 28: "four weeks"}
PLACED_FOR = 0.09
"""A group is proposed where it is best placed for at least this share of the questions."""


def opening() -> str:
    """Draw the form; the key of the workshop that was opened with it, or nothing."""
    bank = state.bank()
    st.header("Open a workshop", anchor=False)
    _reachable()
    questions = _questions(bank)
    groups = _groups(bank, questions)
    hidden = st.checkbox("Keep answers hidden until I show them", value=True, key="room-hidden")
    markup.quiet("People answer more freely when they have not seen what others chose.")
    free_text = st.checkbox("Let people write remarks", value=False, key="room-free-text")
    markup.quiet("You read each remark first, and the room sees only those that you release.")
    closing = _closing()
    days = _keeping()
    _anonymity()
    if not st.button("Open the workshop", key="open-workshop", type="primary"):
        state.may_make_again("workshop")
        return ""
    if not questions or not groups:
        missing = "Tick at least one dimension." if not questions else "Tick at least one group."
        markup.line(f"The workshop was not opened. {missing}", "unsaved")
        return ""
    room = Workshop(tuple(question.id for question in questions), groups, hidden=hidden, free_text=free_text)
    key = state.editing().stored.key
    closes_on, keep_until = today() + timedelta(days=closing), today() + timedelta(days=days)
    workshops, last_day = state.store().workshops, min(closes_on, keep_until)
    make = partial(workshops.create, key, room, today(), keep_until, closes_on=last_day)
    return state.make_once("workshop", key, StoredWorkshop, make).key


def _reachable() -> None:
    if phones_can_join():
        markup.line(f"Phones join at {short_address(join_base())}", "lead")
        markup.quiet(
            "If a phone cannot open that address, it is on another network: guest Wi-Fi often keeps devices apart. "
            "Try with one phone before the meeting."
        )
        return
    st.warning("Phones cannot reach this server yet. You can try a workshop out in this browser.")
    markup.bullets(
        [
            "Stop the program and start it again with: python -m detector serve --lan. It then prints the address "
            "for phones, and a code that officers type to open assessments.",
            "Let the firewall of this computer accept connections when it asks.",
            "Put this computer and the phones on the same network. Guest Wi-Fi often keeps devices apart: if a phone "
            "cannot open the address, use another network or a phone’s own hotspot.",
            "To check, open the address on one phone before the meeting.",
            f"To try it out on this computer alone, open {join_base()}/join in another window.",
        ]
    )


def _questions(bank: Bank) -> Sequence[Question]:
    sheet = state.editing().stored.sheet
    asked = [question for part in bank.dimensions for question in asked_questions(bank, part, sheet)]
    scan = [question for question in quick_scan(bank) if question in asked]
    chosen = st.radio(
        "What the room is asked",
        [QUICK, PARTS],
        format_func={QUICK: f"Quick scan: {len(scan)} questions", PARTS: "Whole dimensions"}.__getitem__,
        key="room-questions",
        on_change=_propose_again,
    )
    if chosen != PARTS:
        return scan
    ticked = {part.id for part in bank.dimensions if _part(part.id, f"{part.name}: {len(part.questions)} questions")}
    dimension_of = index_of(bank).dimension_of
    return [question for question in asked if dimension_of[question.id].id in ticked]


def _part(part_id: str, label: str) -> bool:
    return st.checkbox(label, key=f"room-part-{part_id}", on_change=_propose_again)


def _propose_again() -> None:
    """Other questions, other people: tick afresh whoever is best placed."""
    state.forget(tuple(f"room-group-{person.id}" for person in state.bank().stakeholders))


def _groups(bank: Bank, questions: Sequence[Question]) -> tuple[str, ...]:
    markup.line("Who is in the room", "lead")
    markup.quiet(
        "Ticked are the groups best placed for these questions. Choose few and broad ones: a group of fewer than "
        f"{FEWEST} people is never shown by itself."
    )
    with st.container(key="room-groups"):
        placed = Counter(person for question in questions for person in question.best_placed)
        return tuple(
            person.id
            for person in bank.stakeholders
            if _group(person.id, person.name, placed[person.id] > PLACED_FOR * len(questions))
        )


def _group(group_id: str, name: str, proposed: bool) -> bool:
    key = f"room-group-{group_id}"
    return st.checkbox(name, key=key) if state.is_drawn(key) else st.checkbox(name, value=proposed, key=key)


def _closing() -> int:
    said = {days: day(today() + timedelta(days=days)) for days in CLOSING_DAYS}
    chosen = st.selectbox(
        "Last day on which people can answer",
        CLOSING_DAYS,
        format_func=lambda days: f"{said[days]} ({CLOSING_DAYS[days]})",
        key="room-closing",
    )
    return chosen or 0


def _keeping() -> int:
    until = {days: day(today() + timedelta(days=days)) for days in KEEPING_DAYS}
    chosen = st.selectbox(
        "Keep people’s answers until",
        KEEPING_DAYS,
        index=KEEPING_DAYS.index(USUAL_DAYS),
        format_func=lambda days: f"{until[days]} ({days} days)",
        key="room-days",
    )
    markup.quiet(f"They are erased on the day after. {WAITS}")
    return chosen or USUAL_DAYS


def _anonymity() -> None:
    markup.bullets(
        [
            "Nobody types a name. Each phone gets a random number, and no address of a phone is kept.",
            f"Answers of fewer than {FEWEST} people are never shown to anybody, and you are no exception.",
            "While a question is open you see how many have answered, and nothing of what they answered.",
            "What the room agrees stays in the assessment after the answers are erased.",
        ]
    )
