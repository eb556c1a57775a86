"""The question in hand: how far it is, the one next button, and what the facilitator may see before the room does."""

import streamlit as st

from detector.charts.spread import spread_table
from detector.core.bank import Bank, Question
from detector.core.bank.index import index_of, stakeholder_name
from detector.core.workshop.disclosure_control import FEWEST
from detector.core.workshop.discussion_order import by_divergence
from detector.core.workshop.group_agreement import group_agreement
from detector.core.workshop.tallies import QuestionTally
from detector.core.workshop.votes import FIRST_ROUND, SECOND_ROUND, QuestionState
from detector.core.workshop.workshop import QuestionRound, WorkshopPhase, latest_round
from detector.store.workshops import StoredWorkshop
from detector.ui.shared import markup
from detector.ui.workshop.agreed_level import agreeing
from detector.ui.workshop.buttons import asking_again, closing, opening_of, revealing, step_button, take
from detector.ui.workshop.live_results import closed_tallies, progress, state_of, tallies_of
from detector.ui.workshop.question_list import in_hand, look_at, look_button
from detector.ui.workshop.remarks import remarks_part
from detector.wording.plain import number
from detector.wording.workshops import (
    AGREEMENT_MEANS,
    FEW_KNOW_MEANS,
    NOT_SHOWN,
    agreement_in_words,
    groups_in_words,
    tally_in_words,
)


def question_in_hand(bank: Bank, workshop: StoredWorkshop, present: dict[str, int]) -> None:
    """Draw the question the facilitator looks at."""
    question = index_of(bank).questions[in_hand(workshop)]
    part = index_of(bank).dimension_of[question.id]
    state, number = state_of(workshop.state, question.id)
    again = ", second round" if number == SECOND_ROUND else ""
    markup.quiet(f"{part.name}, {question.id}{again}")
    st.header(markup.plain(question.text), anchor=False)
    if workshop.state.phase is WorkshopPhase.RUNNING:
        _next_step(workshop, question.id, state, number)
    question_round = latest_round(workshop.state, question.id)
    if question_round is None or state is QuestionState.OPEN:
        _levels(question)
    if question_round is not None:
        _progress(bank, workshop, question_round, present)
        _figures(bank, workshop, question, state)
        remarks_part(workshop, question.id)
    if state is QuestionState.REVEALED:
        agreeing(bank, workshop, question)
    _to_discuss(bank, workshop)


def _next_step(workshop: StoredWorkshop, question_id: str, state: QuestionState, number: int) -> None:
    key = workshop.key
    with st.container(horizontal=True, key="room-next"):
        match state:
            case QuestionState.WAITING:
                opened = opening_of((question_id,))
                step_button("Open this question", f"open-question-{question_id}", key, opened, "primary")
            case QuestionState.OPEN:
                step_button(
                    "Close this question", f"close-{question_id}-{number}", key, closing(question_id), "primary"
                )
            case QuestionState.CLOSED:
                step_button("Show the room", f"reveal-{question_id}-{number}", key, revealing(question_id), "primary")
            case QuestionState.REVEALED:
                _after_showing(workshop, question_id, number)


def _after_showing(workshop: StoredWorkshop, question_id: str, number: int) -> None:
    """On to the next question once a level is agreed; else a second round, or the level."""
    room = workshop.state
    waiting = [each for each in room.question_ids if latest_round(room, each) is None]
    agreed = room.agreed.get(question_id)
    if agreed is not None and agreed.round == number and waiting:
        following = (workshop.key, waiting[0])
        label = f"Open the next question: {waiting[0]}"
        if st.button(label, key=f"next-{waiting[0]}", type="primary", on_click=_go_on, args=following):
            _go_on(*following)
            st.rerun()
    if number == FIRST_ROUND:
        step_button("Ask again: second round", f"again-{question_id}", workshop.key, asking_again(question_id))


def _go_on(key: str, question_id: str) -> None:
    take(key, opening_of((question_id,)))
    look_at(question_id)


def _levels(question: Question) -> None:
    markup.bullets([f"Level {level}: {says}" for level, says in enumerate(question.levels)])


def _progress(bank: Bank, workshop: StoredWorkshop, question_round: QuestionRound, present: dict[str, int]) -> None:
    found = progress(workshop, question_round)
    total = sum(present.values())
    share = min(found.answered / total, 1.0) if total else 0.0
    st.progress(share, text=f"{number(found.answered)} of {number(total)} answered")
    if workshop.state.rounds[question_round] is not QuestionState.OPEN:
        return
    rows = [
        (stakeholder_name(bank, group), f"{found.by_group.get(group, 0)} of {count}")
        for group, count in present.items()
        if count
    ]
    if rows:
        markup.table("Answered, by group", ("Group", "Answered"), rows, caption_shown=False)


def _figures(bank: Bank, workshop: StoredWorkshop, question: Question, state: QuestionState) -> None:
    rounds = tallies_of(workshop, question.id)
    if not rounds:
        return
    if state is QuestionState.CLOSED:
        markup.line("Only you see this. The room sees it when you show it.", "lead")
    shown = [tally.room for tally in rounds if tally.room is not None]
    if rounds[-1].room is None:
        markup.line(NOT_SHOWN, "lead")
    if not shown:
        return
    caption = "What the room answered, both rounds" if len(shown) > 1 else "What the room answered"
    st.html(spread_table(caption, question.levels, shown))
    markup.line(tally_in_words(shown[-1]), "lead")
    markup.quiet(FEW_KNOW_MEANS if shown[-1].median is None else AGREEMENT_MEANS)
    _groups(bank, rounds[-1])


def _groups(bank: Bank, tally: QuestionTally) -> None:
    rows = [
        (
            stakeholder_name(bank, group),
            *(str(count) for count in found.counts),
            str(found.dont_know),
            "" if found.median is None else f"{found.median:g}",
        )
        for group, found in tally.groups.items()
    ]
    if rows:
        head = ("Group", "Level 0", "Level 1", "Level 2", "Level 3", "Don’t know", "Median")
        markup.table(f"Groups in which {FEWEST} or more chose a level", head, rows)
    between = group_agreement(tally)
    if said := groups_in_words(between.counted, between.apart):
        markup.line(f"Between groups: {said}.", "lead")


def _to_discuss(bank: Bank, workshop: StoredWorkshop) -> None:
    """The closed questions, the one worth most talk first, without those agreed already."""
    ordered = by_divergence(bank, closed_tallies(workshop))
    left = [
        tally
        for tally in ordered
        if (found := workshop.state.agreed.get(tally.question_id)) is None or found.round != tally.round
    ]
    if not left:
        return
    st.subheader("Worth discussing, most first", anchor=False)
    markup.quiet("Ordered by how far the room disagrees and how much the question weighs in the score.")
    for tally in left[:5]:
        agreement = tally.room.agreement if tally.room else None
        label = f"{tally.question_id}: {agreement_in_words(agreement)}"
        look_button(label, f"discuss-{tally.question_id}", tally.question_id)
