"""One legal form as a card: how it stands, for, against, the law behind it."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.bank.guidance import LegalForm
from detector.core.legal_forms.results import FormReason, RankedForm
from detector.ui.shared import markup
from detector.wording.legal_forms import LAYERS, reason_in_words, standing
from detector.wording.statements import cited, stated

MOST_GENERAL = 2


def form_card(bank: Bank, ranked: RankedForm) -> None:
    """A ranked form with its reasons for and against, and more on demand."""
    form = next(entry for entry in bank.forms if entry.id == ranked.form_id)
    st.subheader(markup.plain(f"{ranked.rank}. {form.name}"), anchor=False)
    st.text(f"{form.summary} {LAYERS[form.layer]}".strip())
    markup.line(standing(bank, ranked), "tag")
    _reasons("For it, from your answers", ranked.reasons_for)
    _reasons("Against it, from your answers", ranked.reasons_against)
    _general_reasons(form, ranked)
    markup.quiet(f"The law behind it: {form.law.text} {cited(bank, form.law.sources, form.law.checked_on)}")
    with st.popover("More about this form", width="content"):
        _in_general(bank, form, ranked)


def _general_reasons(form: LegalForm, ranked: RankedForm) -> None:
    if not ranked.reasons_for:
        markup.line("For it in general", "lead")
        markup.bullets([stated(one) for one in form.speaks_for[:MOST_GENERAL]])
    if not ranked.reasons_against:
        markup.line("Against it in general", "lead")
        markup.bullets([stated(one) for one in form.speaks_against[:MOST_GENERAL]])


def _reasons(title: str, reasons: tuple[FormReason, ...]) -> None:
    if reasons:
        markup.line(title, "lead")
        markup.bullets([reason_in_words(reason) for reason in reasons])


def _in_general(bank: Bank, form: LegalForm, ranked: RankedForm) -> None:
    markup.line("In general, for it", "lead")
    markup.bullets([stated(statement) for statement in form.speaks_for])
    markup.line("In general, against it", "lead")
    markup.bullets([stated(statement) for statement in form.speaks_against])
    if ranked.goes_with:
        names = {entry.id: entry.name for entry in bank.forms}
        st.text(f"It sits on top of a body: {', '.join(names[one] for one in ranked.goes_with)}.")
    if form.examples:
        markup.line("Real examples", "lead")
        markup.bullets([f"{one.name}: {one.became} {cited(bank, one.sources)}" for one in form.examples])
    markup.quiet(cited(bank, form.sources, form.checked_on))
