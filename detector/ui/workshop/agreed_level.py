"""Agreeing a level: the four descriptors, the dissent, and how it goes into the assessment."""

from functools import partial

import streamlit as st

from detector.core.bank import Bank, Question
from detector.core.bank.index import index_of
from detector.core.errors import DetectorError
from detector.core.workshop.workshop import agree
from detector.editing import INFORMED
from detector.store import Stored
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.ui.answer.question import in_words
from detector.ui.shared import keeping, markup
from detector.ui.workshop.live_results import tallies_of
from detector.ui.workshop.taking_over import answer_revision, is_taken_over, note_found, take_over
from detector.wording.workshops import agreed_in_words

LONGEST_DISSENT = 2_000
KEEP_GRADE = -1
NOT_KNOWN = -1
NEVER_ANSWERED = 0


def agreeing(bank: Bank, workshop: StoredWorkshop, question: Question) -> None:
    """Draw the agreed level and its place in the assessment, and the boxes for one."""
    stored = state.store().load(workshop.assessment_key)
    st.subheader("What the room agrees", anchor=False)
    agreed = workshop.state.agreed.get(question.id)
    if agreed is not None:
        markup.line(f"Agreed. {agreed_in_words(question.levels, agreed.level)}", "lead")
        if is_taken_over(workshop, stored, question.id):
            markup.line("\u2713 In the assessment.", "saved")
        else:
            _differing(workshop, question, stored)
    _form(bank, workshop, question, stored)


def _form(bank: Bank, workshop: StoredWorkshop, question: Question, stored: Stored) -> None:
    # No form: a pause in typing what was seen otherwise must not record anything.
    with st.container(border=True, key=f"kept-agree-{question.id}"):
        _level_and_dissent(workshop, question)
        _grade(bank, question, stored)
        markup.quiet(f"In the assessment now: {in_words(question, stored.sheet.answers.get(question.id))}.")
        record = partial(_record, workshop.key, question.id)
        is_first = question.id not in workshop.state.agreed
        label = "Record the agreed level" if is_first else "Record another agreed level"
        pressed = st.button(
            label,
            key=f"record-{question.id}",
            type="primary",
            on_click=record,
            args=(answer_revision(stored, question.id),),
        )
    # After a restart of the server the press comes without its callback, and what was seen before it is forgotten.
    if pressed and not state.asked(_key("recorded", question.id)):
        record(NEVER_ANSWERED)
        st.rerun()


def _level_and_dissent(workshop: StoredWorkshop, question: Question) -> None:
    agreed, proposal = workshop.state.agreed.get(question.id), _proposal(workshop, question.id)
    names = {level: markup.plain(f"{level}: {says}") for level, says in enumerate(question.levels)}
    choices = names | {NOT_KNOWN: "Don\u2019t know: nobody can say yet"}
    shown = proposal if agreed is None else NOT_KNOWN if agreed.level is None else agreed.level
    if proposal is not None:
        said = "\u201cdon\u2019t know\u201d" if proposal == NOT_KNOWN else f"level {proposal}, the middle answer"
        markup.quiet(f"Proposed from the answers: {said}. What you record is what the room agrees.")
    st.radio(
        "Level the room agrees on",
        list(choices),
        index=None if shown is None else list(choices).index(shown),
        format_func=choices.__getitem__,
        key=_key("level", question.id),
    )
    st.text_area(
        "What those who see it otherwise want written down (no names)",
        value=agreed.dissent if agreed is not None else "",
        max_chars=LONGEST_DISSENT,
        height="content",
        key=_key("dissent", question.id),
        # Leaving the box asks for nothing: a run of this page could come in the way of a link that was pressed.
        on_change="ignore",
    )
    dissent = agreed.dissent if agreed is not None else ""
    keeping.hold(_key("dissent", question.id), _place(workshop, question.id), dissent)


def _proposal(workshop: StoredWorkshop, question_id: str) -> int | None:
    """What the newest round proposes: the lower median, or that nobody knows; nothing of fewer than five people."""
    rounds = tallies_of(workshop, question_id)
    room = rounds[-1].room if rounds else None
    if room is None:
        return None
    return NOT_KNOWN if room.proposed is None else room.proposed


def _grade(bank: Bank, question: Question, stored: Stored) -> None:
    answer = stored.sheet.answers.get(question.id)
    has_document = answer is not None and bool(answer.links)
    names = {
        grade.grade: markup.plain(f"{grade.name}: {grade.meaning}")
        for grade in bank.scale.evidence_grades
        if has_document or grade.grade <= INFORMED
    }
    if not has_document:
        named = index_of(bank).grades[INFORMED].name.lower()
        markup.quiet(
            f"Without a document it counts as {named} at most. Add a link to one on the question\u2019s page."
        )
    st.selectbox(
        "Evidence behind it",
        [KEEP_GRADE, *names],
        format_func=(names | {KEEP_GRADE: "As it is in the assessment"}).__getitem__,
        key=_key("grade", question.id),
    )


def _record(key: str, question_id: str, seen: int) -> None:
    state.ask(_key("recorded", question_id))
    level = state.shown_value(_key("level", question_id))
    if not isinstance(level, int):
        state.keep_refusal("Choose the level that the room agrees on, then record it.")
        return
    dissent = str(state.shown_value(_key("dissent", question_id)) or "")
    grade = state.shown_value(_key("grade", question_id))
    evidence = grade if isinstance(grade, int) and grade != KEEP_GRADE else None
    try:
        settled = partial(agree, question_id=question_id, level=None if level == NOT_KNOWN else level, dissent=dissent)
        workshop = state.store().workshops.change(key, settled)
        keeping.forget(_place(workshop, question_id))
        take_over(workshop, question_id, seen, evidence)
    except DetectorError as refusal:
        state.keep_refusal(str(refusal))


def _differing(workshop: StoredWorkshop, question: Question, stored: Stored) -> None:
    """Where somebody else changed the answer meanwhile: both are shown, and the facilitator chooses."""
    agreed = workshop.state.agreed[question.id]
    theirs = in_words(question, stored.sheet.answers.get(question.id))
    st.warning("The assessment has another answer, so the room’s level was not put over it. Nothing is lost: choose.")
    st.text(f"In the assessment: {theirs}\nThe room: {agreed_in_words(question.levels, agreed.level)}")
    seen = answer_revision(stored, question.id)
    with st.container(horizontal=True):
        st.button(
            "Use the room’s level",
            key=f"use-room-{question.id}",
            on_click=partial(_settle, workshop, question.id, seen),
        )
        st.button(
            "Keep the answer in the assessment",
            key=f"keep-answer-{question.id}",
            on_click=partial(_keep, workshop, question.id),
        )


def _settle(workshop: StoredWorkshop, question_id: str, seen: int) -> None:
    try:
        if not take_over(workshop, question_id, seen, None):
            state.keep_refusal("The answer was changed again at this moment. Look at it, then choose once more.")
    except DetectorError as refusal:
        state.keep_refusal(str(refusal))


def _keep(workshop: StoredWorkshop, question_id: str) -> None:
    try:
        note_found(workshop, question_id)
    except DetectorError as refusal:
        state.keep_refusal(str(refusal))


def _place(workshop: StoredWorkshop, question_id: str) -> str:
    """Where the browser keeps what is not recorded yet: it goes with the assessment."""
    return f"{workshop.assessment_key}.{workshop.key}.{question_id}"


def _key(part: str, question_id: str) -> str:
    return f"agree-{part}-{question_id}"
