"""The Legal forms page: which forms fit the answers and why, which do not, and what to ask a lawyer."""

from collections.abc import Mapping, Sequence

import streamlit as st

from detector.core.bank import FactPage, FactQuestion
from detector.core.flow import asked_facts
from detector.core.legal_forms.results import FormAdvice
from detector.core.marked_entries import fact_groups_on
from detector.editing import Settled
from detector.report.blocks import Section
from detector.report.context import ReportContext
from detector.report.legal_form_details import ANOTHER_FIRST, another_form_first, form_in_general
from detector.report.legal_forms import best_section, form_section, forms_section
from detector.report.sources import sources_section
from detector.ui import state
from detector.ui.answer.fact import draw_fact, settle_fact
from detector.ui.options.lawyer_questions import lawyer_note
from detector.ui.options.legal_form_comparison import side_by_side
from detector.ui.shared import markup
from detector.ui.shared.blocks import LEVEL, draw, draw_blocks, draw_folded, heading
from detector.ui.shared.context import report_context
from detector.ui.shared.navigation import nothing_is_open
from detector.wording.result import provisional_sentence

PANEL = "form-turns"


def forms_page() -> None:
    """Draw the Legal forms page."""
    st.title("Legal forms", anchor=False)
    if nothing_is_open():
        return
    groups = fact_groups_on(state.bank(), FactPage.LEGAL_FORMS)
    facts = [fact for fact in asked_facts(state.bank(), state.editing().stored.sheet) if fact.group in groups]
    settled = {fact.id: settle_fact(fact) for fact in facts}
    context = report_context()
    told = forms_section(context)
    provisional = provisional_sentence(context.bank, context.assessment)
    if provisional:
        markup.line(provisional, "provisional")
    draw_blocks(told.blocks, context.drawing)
    _plain_questions(context, facts, settled)
    if context.assessment.forms is not None:
        _advice(context, context.assessment.forms, {part.id: part for part in told.sections})


def _plain_questions(context: ReportContext, facts: Sequence[FactQuestion], settled: Mapping[str, Settled]) -> None:
    answered = sum(fact.id in context.sheet.facts for fact in facts)
    advice = context.assessment.forms
    is_waiting = answered == 0 or (advice is not None and bool(advice.asks_first))
    label = f"The plain questions that decide: {answered} of {len(facts)} answered"
    with st.expander(label, expanded=is_waiting, key="plain-questions"):
        markup.quiet("Answer what you can. What is not known never rules a form out.")
        for fact in facts:
            draw_fact(fact, settled[fact.id])


def _advice(context: ReportContext, advice: FormAdvice, parts: Mapping[str, Section]) -> None:
    draw(parts.get("conflicts"), context.drawing)
    if joining := parts.get("forms-joining"):
        with st.container(border=True, key=joining.id):
            draw(joining, context.drawing)
    drawn = [*parts.values(), *_forms(context, advice, parts.get("forms-others"))]
    for part in ("forms-depend", "forms-excluded"):
        draw(parts.get(part), context.drawing)
    _another_first(context)
    drawn += side_by_side(context, advice)
    lawyer_note(parts.get("lawyer"))
    draw_folded(sources_section(context.bank, drawn), context.drawing)


def _another_first(context: ReportContext) -> None:
    """A button, and behind it what would put another form first, which takes a moment to work out."""
    heading(ANOTHER_FIRST)
    label = "Hide" if state.is_open(PANEL) else "Work it out"
    st.button(label, key="toggle-form-turns", on_click=state.open_or_close, args=(PANEL,))
    if state.is_open(PANEL):
        draw_blocks(another_form_first(context).blocks, context.drawing)


def _forms(context: ReportContext, advice: FormAdvice, others: Section | None) -> list[Section]:
    """The forms to discuss first as cards, and the others on demand, each in full; what was drawn."""
    best = best_section(context)
    cards = best.sections if best else ()
    if best:
        heading(best.title)
    general = [form_in_general(context, each) for each in advice.ranked]
    for card, more in zip(cards, general, strict=False):
        with st.container(border=True, key=card.id):
            draw(card, context.drawing, LEVEL + 1)
            _more(context, more)
    rest = [form_section(context, each) for each in advice.ranked[len(cards) :]]
    if others:
        heading(others.title)
    for told, more in zip(rest, general[len(cards) :], strict=True):
        with st.expander(markup.plain(told.title)):
            draw_blocks(told.blocks, context.drawing)
            _more(context, more)
    return [*cards, *general, *rest]


def _more(context: ReportContext, more: Section) -> None:
    with st.popover(more.title, width="content"):
        draw_blocks(more.blocks, context.drawing)
