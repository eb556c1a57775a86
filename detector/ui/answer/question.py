"""One question on the page: its choices, whether it is saved, and its evidence on demand."""

from functools import partial

import streamlit as st

from detector.core.answers import Answer, Item, answer_item, counted_level
from detector.core.bank import Bank, Gate, GateKind, Question
from detector.editing import Outcome, Settled, keep_mine, keep_theirs, settle
from detector.ui import state
from detector.ui.answer import answer_widgets
from detector.ui.answer.evidence import details, is_open
from detector.ui.shared import markup
from detector.ui.shared.dates import local_time
from detector.wording.workshops import workshop_found

UNCHANGED = Settled(Outcome.SAME)


def settle_question(question_id: str) -> Settled:
    """Keep what the browser already shows for a question, before the page is drawn."""
    item = answer_item(question_id)
    recorded = _recorded(question_id)
    draft = answer_widgets.draft(question_id, _base(item, recorded))
    settled = settle(state.editor(), state.editing(), item, draft)
    if settled.outcome is Outcome.CHANGED_ELSEWHERE:
        answer_widgets.reseed(question_id, recorded)
    return settled


def draw_question(bank: Bank, question: Question, gate: Gate | None, settled: Settled) -> None:
    """Draw a question with its recorded answer, and keep what a reconnected browser brings back."""
    comes_back = _may_come_back(question.id)
    _heading(gate)
    _choices(question)
    lacks_reason = answer_widgets.lacks_reason(question.id, _recorded(question.id))
    if lacks_reason:
        st.text_input("Why does it not apply?", key=answer_widgets.widget("reason", question.id))
    _status(bank, question, settled, lacks_reason)
    found = workshop_found(state.editing().stored.sheet, question.id)
    if found:
        markup.quiet(found)
    if _recorded(question.id) is not None:
        details(bank, question)
    if comes_back and settle_question(question.id) != UNCHANGED:
        st.rerun()


def _may_come_back(question_id: str) -> bool:
    """Whether a browser that lost its server may show, once drawn, what this run has not seen yet."""
    return not state.is_drawn(answer_widgets.widget("answer", question_id)) or (
        is_open(question_id) and not state.is_drawn(answer_widgets.widget("note", question_id))
    )


def _base(item: Item, recorded: Answer | None) -> Answer | None:
    seen = state.editing().seen.get(item)
    return seen.value if seen is not None and (seen.value is None or isinstance(seen.value, Answer)) else recorded


def _recorded(question_id: str) -> Answer | None:
    return state.editing().stored.sheet.answers.get(question_id)


def _heading(gate: Gate | None) -> None:
    if gate is None:
        return
    stops = "can stop the whole idea" if gate.kind is GateKind.HARD else "must be right before a business case"
    markup.line(f"Gate: {stops}", "tag")


def _choices(question: Question) -> None:
    key = answer_widgets.widget("answer", question.id)
    options = [
        *(str(level) for level in range(len(question.levels))),
        answer_widgets.DONT_KNOW,
        answer_widgets.NOT_APPLICABLE,
    ]
    names = [*(markup.plain(text) for text in question.levels), "Don't know", "Not applicable"]
    chosen = answer_widgets.choice_of(_recorded(question.id))
    st.radio(
        question.text,
        options,
        index=None if chosen is None or state.is_drawn(key) else options.index(chosen),
        format_func=dict(zip(options, names, strict=True)).__getitem__,
        key=key,
        width="stretch",
    )
    markup.quiet(f"Why we ask: {question.why}")


def _status(bank: Bank, question: Question, settled: Settled, lacks_reason: bool) -> None:
    item = answer_item(question.id)
    answer = _recorded(question.id)
    if settled.fault:
        markup.line(f"Not saved. {settled.fault}", "unsaved")
    elif item in state.editing().conflicts:
        _conflict(question, item)
    elif lacks_reason:
        markup.line("Not saved yet: say why it does not apply.", "unsaved")
    elif answer is not None:
        markup.line(_saved(bank, item, answer, settled.outcome), "saved")


def _saved(bank: Bank, item: Item, answer: Answer, outcome: Outcome) -> str:
    last = state.editing().last_saved
    when = f" {local_time(last.at)}" if last is not None and last.item == item else ""
    elsewhere = (
        " It was changed in another window or by somebody else." if outcome is Outcome.CHANGED_ELSEWHERE else ""
    )
    counted = counted_level(bank, answer)
    if counted is not None and counted != answer.level:
        return f"\u2713 Saved{when}. Counts as level {counted} until a document stands behind it.{elsewhere}"
    return f"\u2713 Saved{when}.{elsewhere}"


def _conflict(question: Question, item: Item) -> None:
    conflict = state.editing().conflicts[item]
    theirs, mine = conflict.theirs, conflict.mine
    by = f" by {theirs.by}" if theirs.by else " in another window or by somebody else"
    st.warning(markup.plain(f"This answer was changed{by} at {local_time(theirs.at)}. Nothing is lost: choose."))
    markup.words(f"Theirs: {in_words(question, theirs.value)}\nYours: {in_words(question, mine)}")
    with st.container(horizontal=True):
        st.button("Keep theirs", key=f"theirs-{question.id}", on_click=partial(_keep_theirs, question.id))
        st.button("Use mine", key=f"mine-{question.id}", on_click=partial(_keep_mine, item))


def _keep_mine(item: Item) -> None:
    keep_mine(state.editor(), state.editing(), item)


def _keep_theirs(question_id: str) -> None:
    keep_theirs(state.editor(), state.editing(), answer_item(question_id))
    answer_widgets.reseed(question_id, _recorded(question_id))


def in_words(question: Question, value: object) -> str:
    """An answer as people say it, with its note."""
    if not isinstance(value, Answer):
        return "No answer"
    said = {
        answer_widgets.DONT_KNOW: "Don't know",
        answer_widgets.NOT_APPLICABLE: f"Not applicable, because {value.reason}",
    }.get(value.state.value) or question.levels[value.level or 0]
    return f"{said} (note: {value.note})" if value.note else said
