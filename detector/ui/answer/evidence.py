"""Evidence, note and links of one answer, drawn only when somebody opens them."""

from functools import partial

import streamlit as st

from detector.core.answers import Answer, answer_item
from detector.core.bank import Bank, Question
from detector.core.bank.index import index_of
from detector.editing import Outcome, settle
from detector.ui import state
from detector.ui.answer import answer_widgets
from detector.ui.shared import markup
from detector.wording.plain import counted


def details(bank: Bank, question: Question) -> None:
    """A button that opens the evidence panel, and the panel while it is open."""
    shown = is_open(question.id)
    answer = state.editing().stored.sheet.answers.get(question.id)
    st.button(
        "Close evidence and note" if shown else _closed_label(answer),
        key=f"toggle-{question.id}",
        type="tertiary",
        on_click=partial(_open_or_close, question.id),
    )
    if shown and answer is not None:
        with st.container(border=True):
            _panel(bank, question, answer)


def is_open(question_id: str) -> bool:
    """Whether a question's panel is open: the address says so, because a restarted server forgets all else."""
    return st.query_params.get("open") == question_id


def _open_or_close(question_id: str) -> None:
    if is_open(question_id):
        del st.query_params["open"]
    else:
        st.query_params["open"] = question_id


def _closed_label(answer: Answer | None) -> str:
    if answer is None:
        return "Add evidence, a note or links"
    has = [
        f"evidence grade {answer.evidence}" if answer.evidence else "",
        "a note" if answer.note else "",
        counted(len(answer.links), "link") if answer.links else "",
    ]
    parts = [part for part in has if part]
    return f"Evidence and note ({', '.join(parts)})" if parts else "Add evidence, a note or links"


def _panel(bank: Bank, question: Question, answer: Answer) -> None:
    people = index_of(bank).stakeholders
    markup.quiet(f"Evidence to attach: {question.evidence}.")
    markup.quiet(f"Who can best answer: {', '.join(people[person].name for person in question.best_placed)}.")
    markup.quiet(f"Where the question comes from: {question.basis or 'see sources'} (sources {_numbers(question)}).")
    parts = answer_widgets.shown_parts(answer)
    grades = bank.scale.evidence_grades
    key = answer_widgets.widget("evidence", question.id)
    st.radio(
        "How well is this answer evidenced?",
        [grade.grade for grade in grades],
        index=0 if state.is_drawn(key) else answer.evidence,
        format_func={grade.grade: markup.plain(f"{grade.name}: {grade.meaning}") for grade in grades}.__getitem__,
        key=key,
    )
    _text_area("Note", "note", question.id, str(parts["note"]))
    _text_area("Links to evidence, one a line", "links", question.id, str(parts["links"]))
    markup.quiet("Notes and links are saved as you type. Do not write names of people in them.")
    st.button("Clear this answer", key=f"clear-{question.id}", on_click=partial(clear, question.id))


def _numbers(question: Question) -> str:
    return ", ".join(str(number) for number in question.sources)


def _text_area(label: str, part: str, question_id: str, recorded: str) -> None:
    key = answer_widgets.widget(part, question_id)
    st.text_area(label, value="" if state.is_drawn(key) else recorded, key=key, height="content")


def clear(question_id: str) -> None:
    """Take the whole answer back; the history keeps it, and Undo brings it back."""
    settled = settle(state.editor(), state.editing(), answer_item(question_id), None)
    if settled.outcome in (Outcome.SAVED, Outcome.SAME):
        answer_widgets.reseed(question_id, None)
    elif settled.fault:
        state.keep_refusal(f"Not cleared. {settled.fault}")
