"""One legal form as a card: how it stands, for, against, the law behind it."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.forms import FormReason, RankedForm
from detector.core.knowledge import LegalForm
from detector.core.wording.forms import LAYERS, reason_in_words, standing
from detector.core.wording.statements import cited, stated
from detector.ui import words

MOST_GENERAL = 2


def form_card(bank: Bank, ranked: RankedForm) -> None:
    """A ranked form with its reasons for and against, and more on demand."""
    form = next(entry for entry in bank.forms if entry.id == ranked.form_id)
    st.subheader(words.plain(f"{ranked.rank}. {form.name}"), anchor=False)
    st.text(f"{form.summary} {LAYERS[form.layer]}".strip())
    words.line(standing(bank, ranked), "tag")
    _reasons("For it, from your answers", ranked.reasons_for)
    _reasons("Against it, from your answers", ranked.reasons_against)
    _general_reasons(form, ranked)
    words.quiet(f"The law behind it: {form.law.text} {cited(bank, form.law.sources, form.law.checked_on)}")
    with st.popover("More about this form", width="content"):
        _in_general(bank, form, ranked)


def _general_reasons(form: LegalForm, ranked: RankedForm) -> None:
    if not ranked.reasons_for:
        words.line("For it in general", "lead")
        words.bullets([stated(one) for one in form.speaks_for[:MOST_GENERAL]])
    if not ranked.reasons_against:
        words.line("Against it in general", "lead")
        words.bullets([stated(one) for one in form.speaks_against[:MOST_GENERAL]])


def _reasons(title: str, reasons: tuple[FormReason, ...]) -> None:
    if reasons:
        words.line(title, "lead")
        words.bullets([reason_in_words(reason) for reason in reasons])


def _in_general(bank: Bank, form: LegalForm, ranked: RankedForm) -> None:
    words.line("In general, for it", "lead")
    words.bullets([stated(statement) for statement in form.speaks_for])
    words.line("In general, against it", "lead")
    words.bullets([stated(statement) for statement in form.speaks_against])
    if ranked.goes_with:
        names = {entry.id: entry.name for entry in bank.forms}
        st.text(f"It sits on top of a body: {', '.join(names[one] for one in ranked.goes_with)}.")
    if form.examples:
        words.line("Real examples", "lead")
        words.bullets([f"{one.name}: {one.became} {cited(bank, one.sources)}" for one in form.examples])
    words.quiet(cited(bank, form.sources, form.checked_on))
