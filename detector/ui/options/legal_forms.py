"""The Legal forms page: which forms fit the answers and why, which do not, and what to ask a lawyer."""

import streamlit as st

from detector.core.bank import Bank, FactPage
from detector.core.flow import asked_facts
from detector.core.legal_forms.results import ConflictFound, ExcludedForm, FormAdvice
from detector.core.marked_entries import fact_groups_on
from detector.ui import state
from detector.ui.answer.fact import draw_fact, settle_fact
from detector.ui.options.lawyer_questions import lawyer_note
from detector.ui.options.legal_form_card import form_card
from detector.ui.options.legal_form_comparison import side_by_side
from detector.ui.options.legal_form_what_if import what_would_change_it
from detector.ui.result.sources import sources_list
from detector.ui.shared import markup
from detector.wording import provisional_sentence
from detector.wording.statements import cited
from detector.wording.subjects import subjects_answered

MOST_OPEN = 3


def forms_page() -> None:
    """Draw the Legal forms page."""
    st.title("Legal forms", anchor=False)
    if not state.open_key():
        st.text("No assessment is open. Choose or start one on the Start page.")
        return
    bank = state.bank()
    markup.quiet(
        "England only. Decide the service first, the form second. The answers point to forms to discuss with a "
        "lawyer. This is not legal advice, and the form stays provisional until the business case."
    )
    _plain_questions(bank)
    assessment = state.assessment()
    if assessment.forms is None:
        st.text("This question bank describes no legal forms.")
        return
    if assessment.confidence.provisional:
        markup.line(provisional_sentence(bank), "provisional")
    _advice(bank, assessment.forms)
    sources_list(bank)


def _plain_questions(bank: Bank) -> None:
    groups = fact_groups_on(bank, FactPage.LEGAL_FORMS)
    facts = [fact for fact in asked_facts(bank, state.editing().stored.sheet) if fact.group in groups]
    faults = {fact.id: settle_fact(fact) for fact in facts}
    known = state.editing().stored.sheet.facts
    answered = sum(fact.id in known for fact in facts)
    label = f"The plain questions that decide: {answered} of {len(facts)} answered"
    with st.expander(label, expanded=answered == 0, key="plain-questions"):
        markup.quiet("Answer what you can. What is not known never rules a form out.")
        for fact in facts:
            draw_fact(fact, faults[fact.id])
    if not answered:
        st.info("None of these questions is answered yet, so every form stands alike. Answer some of them first.")


def _advice(bank: Bank, advice: FormAdvice) -> None:
    if advice.too_early:
        st.info(markup.plain(advice.too_early_because))
    for conflict in advice.conflicts:
        _conflict(bank, conflict)
    st.header("Forms that fit best", anchor=False)
    for form in advice.ranked[:MOST_OPEN]:
        with st.container(border=True, key=f"form-{form.form_id}"):
            form_card(bank, form)
    rest = advice.ranked[MOST_OPEN:]
    if rest:
        st.header("Other possible forms", anchor=False)
    for form in rest:
        name = next(entry.name for entry in bank.forms if entry.id == form.form_id)
        with st.expander(f"{name}, number {form.rank}"):
            form_card(bank, form)
    _excluded(bank, advice.excluded)
    what_would_change_it(bank)
    side_by_side(bank, advice)
    lawyer_note(bank, advice)


def _conflict(bank: Bank, conflict: ConflictFound) -> None:
    st.warning(markup.plain(f"These answers may not go together: {conflict.name}"))
    st.text(f"{conflict.because} {conflict.what_to_do}")
    markup.quiet(cited(bank, conflict.sources, conflict.checked_on))


def _excluded(bank: Bank, excluded: tuple[ExcludedForm, ...]) -> None:
    if not excluded:
        return
    st.header("Forms that your answers rule out", anchor=False)
    names = {form.id: form.name for form in bank.forms}
    sheet, assessment = state.editing().stored.sheet, state.assessment()
    rows = [
        (
            names[form.form_id],
            why.because,
            subjects_answered(bank, sheet, assessment, why.triggered_by),
            cited(bank, why.sources, why.checked_on),
        )
        for form in excluded
        for why in form.why_not
    ]
    markup.table("Why not", ("Form", "Why not", "Because of this answer", "By which law or fact"), rows)
