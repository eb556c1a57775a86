"""The Questions page: one dimension at a time, saved as it is answered."""

import streamlit as st

from detector.core.bank import Bank, Dimension, Question
from detector.core.bank.index import find_question, index_of
from detector.core.flow import asked_questions, next_unanswered, progress
from detector.ui import state
from detector.ui.answer.question import draw_question, settle_question
from detector.ui.answer.undo_bar import saving_bar
from detector.ui.shared import markup, scripts
from detector.ui.shared.navigation import leave_for, nothing_is_open
from detector.wording.result import answered

QUICK, ALL = "quick", "all"


def questions_page() -> None:
    """Draw the questions of one dimension, with progress, undo and the way on."""
    bank = state.bank()
    if nothing_is_open("Questions"):
        return
    quick = st.query_params.get("scan") == QUICK
    dimension = _dimension(bank, st.query_params.get("part"))
    asked = _asked(bank, dimension, quick)
    settled = {question.id: settle_question(question.id) for question in asked}
    parts = _parts(bank, quick)
    with st.container(key="top"):
        _top(bank, dimension, quick, parts)
    gates = {gate.question: gate for gate in bank.gates}
    for question in asked:
        with st.container(key=f"question-{question.id}"):
            draw_question(bank, question, gates.get(question.id), settled[question.id])
    _way_on(bank, dimension, quick, parts)
    saving_bar(bank)
    _focus(dimension, quick)


def _dimension(bank: Bank, part: str | None) -> Dimension:
    return index_of(bank).dimensions.get(part or "", bank.dimensions[0])


def _asked(bank: Bank, dimension: Dimension, quick: bool) -> tuple[Question, ...]:
    asked = asked_questions(bank, dimension, state.editing().stored.sheet)
    return tuple(question for question in asked if question.quick_scan or not quick)


def _parts(bank: Bank, quick: bool) -> list[Dimension]:
    sheet = state.editing().stored.sheet
    return [
        dimension
        for dimension in bank.dimensions
        if any(question.quick_scan or not quick for question in asked_questions(bank, dimension, sheet))
    ]


def _top(bank: Bank, dimension: Dimension, quick: bool, parts: list[Dimension]) -> None:
    sheet = state.editing().stored.sheet
    number = next((index for index, part in enumerate(parts, 1) if part.id == dimension.id), 1)
    done = progress(bank, sheet, quick=quick)
    st.title(markup.plain(dimension.name), anchor=False)
    markup.quiet(dimension.asks)
    scan = " in the quick scan" if quick else ""
    left = f", {done.waiting} still to look at" if done.waiting else ""
    st.progress(
        done.answered / done.applicable if done.applicable else 0.0,
        text=f"Part {number} of {len(parts)}. {answered(done.answered, done.applicable)}{scan}{left}.",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _part_chooser(parts, dimension, quick)
        _scan_chooser(bank, dimension, quick)


def _part_chooser(parts: list[Dimension], dimension: Dimension, quick: bool) -> None:
    ids = [part.id for part in parts]
    names = {part.id: part.name for part in parts}
    chosen = st.selectbox(
        "Part",
        ids,
        index=ids.index(dimension.id) if dimension.id in ids else 0,
        format_func=names.__getitem__,
        key=f"part-{dimension.id}-{quick}",
    )
    if chosen != dimension.id:
        _go(chosen, quick)


def _scan_chooser(bank: Bank, dimension: Dimension, quick: bool) -> None:
    every = [question for part in bank.dimensions for question in part.questions]
    label = {
        QUICK: f"Quick scan ({sum(question.quick_scan for question in every)})",
        ALL: f"All questions ({len(every)})",
    }
    now = QUICK if quick else ALL
    chosen = st.radio(
        "Questions to answer",
        [QUICK, ALL],
        index=0 if quick else 1,
        format_func=label.__getitem__,
        horizontal=True,
        key=f"scan-{dimension.id}-{now}",
    )
    if chosen != now:
        _go(dimension.id, chosen == QUICK)


def _go(part: str, quick: bool) -> None:
    st.query_params.from_dict(
        {state.KEY_PARAMETER: state.open_key() or "", "part": part, "scan": QUICK if quick else ALL}
    )
    st.rerun()


def _way_on(bank: Bank, dimension: Dimension, quick: bool, parts: list[Dimension]) -> None:
    ids = [part.id for part in parts]
    place = ids.index(dimension.id) if dimension.id in ids else 0
    with st.container(horizontal=True):
        if place > 0 and st.button("Back", key="back"):
            _go(ids[place - 1], quick)
        if place + 1 < len(parts):
            if st.button("Next part", key="next", type="primary"):
                _go(ids[place + 1], quick)
        elif st.button("See the results", key="to-results", type="primary"):
            leave_for("results")
        if st.button("Next unanswered question", key="next-unanswered"):
            _to_unanswered(bank, dimension, quick)


def _to_unanswered(bank: Bank, dimension: Dimension, quick: bool) -> None:
    sheet = state.editing().stored.sheet
    answered = [question.id for question in _asked(bank, dimension, quick) if question.id in sheet.answers]
    found = next_unanswered(bank, sheet, quick=quick, after=answered[-1] if answered else None)
    if found is None:
        leave_for("results")
        return
    state.keep_focus(found.id)
    _go(index_of(bank).dimension_of[found.id].id, quick)


def _focus(dimension: Dimension, quick: bool) -> None:
    target, part = find_question(state.bank(), state.take_focus()), f"{dimension.id}-{quick}"
    if target is not None:
        scripts.focus_question(target.id, state.step(), part)
        state.once("part", part)
    elif state.once("part", part):
        scripts.to_top(state.step(), part)
