"""The money test on the Service page: its numbers, and what they say, opened on demand."""

from functools import partial

import streamlit as st

from detector.core.answers import answer_item
from detector.core.bank.index import index_of
from detector.core.money.proposals import Proposal
from detector.core.money.stress_test import stress_test
from detector.editing import Outcome, accept
from detector.report.money import money_section
from detector.ui import state
from detector.ui.overview.money_number import draw_money, settle_money
from detector.ui.shared import markup
from detector.ui.shared.blocks import draw_blocks
from detector.ui.shared.context import report_context
from detector.ui.shared.dates import today
from detector.wording.money import TITLE

PANEL = "money"
NOTHING_GIVEN = "What they say appears here once you give one of these numbers."
CHANGED_ELSEWHERE = "Somebody else changed this answer in the meantime. Look at it before you change it."


def money_test() -> None:
    """The numbers, all optional, and the test under them; nothing where the bank has none."""
    entries = index_of(state.bank()).money_inputs
    if not entries:
        return
    st.header(markup.plain(TITLE), anchor=False)
    markup.quiet("A few numbers, all optional, and what would break the new body. It starts a conversation.")
    shown = _is_open()
    st.button(
        "Close the money test" if shown else "Open the money test",
        key="toggle-money",
        on_click=_open_or_close,
    )
    if not shown:
        return
    settled = {part: settle_money(entry) for part, entry in entries.items()}
    for part, entry in entries.items():
        draw_money(entry, settled[part])
    context = report_context()
    section = money_section(context)
    if section is None:
        markup.quiet(NOTHING_GIVEN)
        return
    draw_blocks(section.blocks, context.drawing)
    _proposals()


def _is_open() -> bool:
    """Whether the numbers are open: the address says so, because a restarted server forgets all else."""
    return PANEL in st.query_params.get_all("open")


def _open_or_close() -> None:
    others = [each for each in st.query_params.get_all("open") if each != PANEL]
    st.query_params["open"] = others if _is_open() else [*others, PANEL]


def _proposals() -> None:
    """A button for each proposed answer that is not the answer: a person accepts it, or leaves it."""
    sheet = state.editing().stored.sheet
    test, questions = stress_test(state.bank(), sheet), index_of(state.bank()).questions
    for proposal in test.proposals if test is not None else ():
        answer = sheet.answers.get(proposal.question_id)
        if answer is None or answer.level != proposal.level:
            st.button(
                markup.plain(f"Answer with level {proposal.level}: {questions[proposal.question_id].text}"),
                key=f"accept-{proposal.question_id}",
                on_click=partial(_accept, proposal, _revision(proposal)),
            )
    if fault := state.take_refusal():
        markup.line(fault, "unsaved")


def _revision(proposal: Proposal) -> int:
    return state.editing().stored.revisions.get(answer_item(proposal.question_id), 0)


def _accept(proposal: Proposal, seen: int) -> None:
    settled = accept(state.editor(), state.editing(), proposal, seen, today())
    if settled.outcome not in (Outcome.SAVED, Outcome.SAME):
        state.keep_refusal(settled.fault or CHANGED_ELSEWHERE)
