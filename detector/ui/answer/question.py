"""One question on the page: its choices, whether it is saved, and its evidence on demand."""

import streamlit as st

from detector.core.answers import Answer, Item, answer_item, counted_level
from detector.core.bank import Bank, Gate, GateKind, Question
from detector.editing import Outcome, Settled
from detector.ui import state
from detector.ui.answer import answer_widgets
from detector.ui.answer.evidence import details, is_open
from detector.ui.shared import keeping, markup
from detector.ui.shared.brought_over import before_this_question
from detector.ui.shared.dates import local_time
from detector.wording.workshops import workshop_found

UNCHANGED = Settled(Outcome.SAME)


def settle_question(question_id: str) -> Settled:
    """Keep what the browser already shows for a question, before the page is drawn."""
    item = answer_item(question_id)

    def draft() -> Answer | None:
        return answer_widgets.draft(question_id, _base(item, _recorded(question_id)))

    settled = keeping.settle(item, answer_widgets.boxes(question_id), draft)
    if settled.outcome is Outcome.CHANGED_ELSEWHERE:
        answer_widgets.reseed(question_id, _recorded(question_id))
    return settled


def draw_question(bank: Bank, question: Question, gate: Gate | None, settled: Settled) -> None:
    """Draw a question with its recorded answer, and keep what a reconnected browser brings back."""
    comes_back = _may_come_back(question.id)
    _heading(gate)
    _choices(question)
    _reason(question.id)
    # One place, whatever is said in it: boxes below it stay the same ones, with the caret of whoever types in them.
    with st.container(key=f"status-{question.id}"):
        _status(bank, question, settled)
    before_this_question(question.id)
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


def _reason(question_id: str) -> None:
    recorded = _recorded(question_id)
    if not answer_widgets.is_not_applicable(question_id, recorded):
        return
    key = answer_widgets.widget("reason", question_id)
    reason = recorded.reason if recorded else ""
    st.text_input("Why does it not apply?", value="" if state.is_drawn(key) else reason, key=key)


def _status(bank: Bank, question: Question, settled: Settled) -> None:
    item = answer_item(question.id)
    answer = _recorded(question.id)
    if keeping.not_kept(settled):
        return
    if item in state.editing().conflicts:
        _conflict(question, item)
    elif answer_widgets.lacks_reason(question.id, answer):
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
    both = f"Theirs: {in_words(question, conflict.theirs.value)}\nYours: {in_words(question, conflict.mine)}"

    def shown() -> None:
        answer_widgets.reseed(question.id, _recorded(question.id))

    keeping.yours_or_theirs(item, question.id, "This answer", both, shown)


def in_words(question: Question, value: object) -> str:
    """An answer as people say it, with its note."""
    if not isinstance(value, Answer):
        return "No answer"
    said = {
        answer_widgets.DONT_KNOW: "Don't know",
        answer_widgets.NOT_APPLICABLE: f"Not applicable, because {value.reason}",
    }.get(value.state.value) or question.levels[value.level or 0]
    return f"{said} (note: {value.note})" if value.note else said
