"""One legal form as a card: how it stands, for, against, the law behind it."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.forms import FormReason, FormState, RankedForm
from detector.core.knowledge import FormLayer, LegalForm
from detector.ui import words
from detector.ui.sources import cited, cited_briefly, stated

MOST_GENERAL = 2
LAYERS = {
    FormLayer.VEHICLE: "",
    FormLayer.OVERLAY: "It is a way to own a body, on top of another form.",
    FormLayer.BESIDE: "",
}


def form_card(bank: Bank, ranked: RankedForm) -> None:
    """A ranked form with its reasons for and against, and more on demand."""
    form = next(entry for entry in bank.forms if entry.id == ranked.form_id)
    st.subheader(words.plain(f"{ranked.rank}. {form.name}"), anchor=False)
    st.text(f"{form.summary} {LAYERS[form.layer]}".strip())
    words.line(_standing(bank, ranked), "tag")
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


def _standing(bank: Bank, ranked: RankedForm) -> str:
    points = words.many(ranked.points, "point")
    if ranked.state is FormState.FITS:
        return f"Fits what is known: {points}"
    names = {fact.id: fact.text for fact in bank.facts}
    open_facts = " / ".join(names.get(one, one) for one in ranked.depends_on)
    return f"Possible ({points}). It depends on: {open_facts}"


def _reasons(title: str, reasons: tuple[FormReason, ...]) -> None:
    if reasons:
        words.line(title, "lead")
        words.bullets([_reason(reason) for reason in reasons])


def _reason(reason: FormReason) -> str:
    weight = "Ask your lawyer first. " if reason.is_caution else ""
    points = f" ({reason.points:+d})" if reason.points else ""
    return f"{weight}{reason.because}{points} {cited_briefly(reason.sources, reason.checked_on)}"


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
