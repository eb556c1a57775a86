"""The Questions page: one part at a time, saved as it is answered."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.bank.index import find_question
from detector.core.flow import Part, asked_count, next_unanswered, parts, progress
from detector.ui import state
from detector.ui.answer.fact import draw_fact, settle_fact
from detector.ui.answer.question import draw_question, settle_question
from detector.ui.answer.undo_bar import saving_bar
from detector.ui.shared import markup, scripts
from detector.ui.shared.brought_over import brought_over_banner
from detector.ui.shared.navigation import leave_for, nothing_is_open
from detector.wording.result import answered

QUICK, ALL = "quick", "all"
# What the quick scan begins with is no dimension.
BEGINNING = "beginning"
BEGINNING_NAME = "What comes first"
BEGINNING_ASKS = "Could it be stopped before anything else matters?"


def questions_page() -> None:
    """Draw the questions of one part, with progress, undo and the way on."""
    bank = state.bank()
    if nothing_is_open("Questions"):
        return
    quick, named = st.query_params.get("scan") == QUICK, st.query_params.get("part")
    part = _part(_parts(bank, quick), named)
    settled_facts = {fact.id: settle_fact(fact) for fact in part.facts}
    # A fact may decide which questions are asked.
    every = _parts(bank, quick)
    part = _part(every, _id(part))
    settled = {question.id: settle_question(question.id) for question in part.questions}
    with st.container(key="top"):
        brought_over_banner()
        _top(bank, part, quick, every)
    for fact in part.facts:
        draw_fact(fact, settled_facts.get(fact.id) or settle_fact(fact))
    gates = {gate.question: gate for gate in bank.gates}
    for question in part.questions:
        with st.container(key=f"question-{question.id}"):
            draw_question(bank, question, gates.get(question.id), settled[question.id])
    _way_on(bank, part, quick, every)
    saving_bar(bank)
    _focus(part, quick)


def _id(part: Part) -> str:
    return part.dimension.id if part.dimension else BEGINNING


def _name(part: Part) -> str:
    return part.dimension.name if part.dimension else BEGINNING_NAME


def _part(every: tuple[Part, ...], named: str | None) -> Part:
    return next((part for part in every if _id(part) == named), every[0])


def _parts(bank: Bank, quick: bool) -> tuple[Part, ...]:
    return parts(bank, state.editing().stored.sheet, quick=quick)


def _top(bank: Bank, part: Part, quick: bool, every: tuple[Part, ...]) -> None:
    sheet = state.editing().stored.sheet
    done = progress(bank, sheet, quick=quick)
    st.title(markup.plain(_name(part)), anchor=False)
    markup.quiet(part.dimension.asks if part.dimension else BEGINNING_ASKS)
    scan = " in the quick scan" if quick else ""
    left = f", {done.waiting} still to look at" if done.waiting else ""
    st.progress(
        done.answered / done.applicable if done.applicable else 0.0,
        text=f"Part {every.index(part) + 1} of {len(every)}. {answered(done.answered, done.applicable)}{scan}{left}.",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _part_chooser(every, part, quick)
        _scan_chooser(bank, part, quick)


def _part_chooser(every: tuple[Part, ...], part: Part, quick: bool) -> None:
    names = {_id(each): _name(each) for each in every}
    ids, here = list(names), _id(part)
    chosen = st.selectbox(
        "Part", ids, index=ids.index(here), format_func=names.__getitem__, key=f"part-{here}-{quick}"
    )
    if chosen != here:
        _go(chosen, quick)


def _scan_chooser(bank: Bank, part: Part, quick: bool) -> None:
    sheet = state.editing().stored.sheet
    label = {
        QUICK: f"Quick scan ({asked_count(bank, sheet, quick=True)})",
        ALL: f"All questions ({asked_count(bank, sheet, quick=False)})",
    }
    now = QUICK if quick else ALL
    chosen = st.radio(
        "Questions to answer",
        [QUICK, ALL],
        index=0 if quick else 1,
        format_func=label.__getitem__,
        horizontal=True,
        key=f"scan-{_id(part)}-{now}",
    )
    if chosen != now:
        _go(_id(part), chosen == QUICK)


def _go(part: str, quick: bool) -> None:
    st.query_params.from_dict(
        {state.KEY_PARAMETER: state.open_key() or "", "part": part, "scan": QUICK if quick else ALL}
    )
    st.rerun()


def _way_on(bank: Bank, part: Part, quick: bool, every: tuple[Part, ...]) -> None:
    place = every.index(part)
    with st.container(horizontal=True):
        if place > 0 and st.button("Back", key="back"):
            _go(_id(every[place - 1]), quick)
        if place + 1 < len(every):
            if st.button("Next part", key="next", type="primary"):
                _go(_id(every[place + 1]), quick)
        elif st.button("See the results", key="to-results", type="primary"):
            leave_for("results")
        if st.button("Next unanswered question", key="next-unanswered"):
            _to_unanswered(bank, part, quick)


def _to_unanswered(bank: Bank, part: Part, quick: bool) -> None:
    sheet = state.editing().stored.sheet
    done = [question.id for question in part.questions if question.id in sheet.answers]
    found = next_unanswered(bank, sheet, quick=quick, after=done[-1] if done else None)
    if found is None:
        leave_for("results")
        return
    state.keep_focus(found.id)
    _go(next(_id(each) for each in _parts(bank, quick) if found in each.questions), quick)


def _focus(part: Part, quick: bool) -> None:
    target, place = find_question(state.bank(), state.take_focus()), f"{_id(part)}-{quick}"
    if target is not None:
        scripts.focus_question(target.id, state.step(), place)
        state.once("part", place)
    elif state.once("part", place):
        scripts.to_top(state.step(), place)
