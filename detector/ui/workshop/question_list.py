"""Every question of a workshop with how far it is, and a whole dimension opened at once."""

import streamlit as st

from detector.core.bank import Bank, Dimension, Question
from detector.core.workshop.votes import SECOND_ROUND, QuestionState
from detector.core.workshop.workshop import WorkshopPhase, latest_round
from detector.store.workshops import StoredWorkshop
from detector.ui.shared import markup
from detector.ui.workshop.buttons import opening_of, step_button
from detector.ui.workshop.live_results import progress, state_of
from detector.wording.plain import number

QUESTION_PARAMETER = "question"
SIGNS = {
    QuestionState.WAITING: "Not opened yet",
    QuestionState.OPEN: "\u25cf Open",
    QuestionState.CLOSED: "\u25a0 Closed, not shown yet",
    QuestionState.REVEALED: "\u25a1 Shown",
}


def in_hand(workshop: StoredWorkshop) -> str:
    """The question the facilitator looks at: the one in the address, else the one on the projector, else the first."""
    asked = workshop.state.question_ids
    for wanted in (st.query_params.get(QUESTION_PARAMETER, ""), workshop.state.screen.question_id):
        if wanted in asked:
            return wanted
    return asked[0]


def look_at(question_id: str) -> None:
    """Take a question in hand; the address keeps it."""
    st.query_params[QUESTION_PARAMETER] = question_id


def look_button(label: str, name: str, question_id: str) -> None:
    """A button that takes a question in hand."""
    pressed = st.button(markup.plain(label), key=name, type="tertiary", on_click=look_at, args=(question_id,))
    # After a restart of the server the press comes without its callback.
    if pressed and st.query_params.get(QUESTION_PARAMETER) != question_id:
        look_at(question_id)
        st.rerun()


def question_list(bank: Bank, workshop: StoredWorkshop) -> None:
    """Draw the questions by dimension."""
    for dimension in bank.dimensions:
        asked = [question for question in dimension.questions if question.id in workshop.state.question_ids]
        if asked:
            _dimension(workshop, dimension, asked)


def _dimension(workshop: StoredWorkshop, dimension: Dimension, asked: list[Question]) -> None:
    waiting = tuple(question.id for question in asked if latest_round(workshop.state, question.id) is None)
    markup.line(dimension.name, "lead")
    if len(waiting) > 1 and workshop.state.phase is WorkshopPhase.RUNNING:
        label = f"Open all {len(waiting)} on {markup.plain(dimension.short_name)}"
        step_button(label, f"open-part-{dimension.id}", workshop.key, opening_of(waiting))
    for question in asked:
        _row(workshop, question)


def _row(workshop: StoredWorkshop, question: Question) -> None:
    chosen = question.id == in_hand(workshop)
    with st.container(key=f"room-row{'-now' if chosen else ''}-{question.id}", gap=None):
        look_button(f"{question.id}. {question.text}", f"look-{question.id}", question.id)
        markup.line(_said(workshop, question.id), "row-state")


def _said(workshop: StoredWorkshop, question_id: str) -> str:
    agreed = workshop.state.agreed.get(question_id)
    state, turn_round = state_of(workshop.state, question_id)
    again = ", second round" if turn_round == SECOND_ROUND else ""
    if state is QuestionState.OPEN:
        question_round = latest_round(workshop.state, question_id)
        count = progress(workshop, question_round).answered if question_round else 0
        return f"{SIGNS[state]}{again}: {number(count)} answered"
    if agreed is not None and agreed.round == turn_round:
        return "\u2713 Agreed: don’t know" if agreed.level is None else f"\u2713 Agreed: level {agreed.level}"
    return f"{SIGNS[state]}{again}"
