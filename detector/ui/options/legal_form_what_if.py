"""The fewest facts whose change would put another legal form first, worked out when somebody asks."""

import streamlit as st

from detector.core.assessment import scores_of_100
from detector.core.bank import Bank
from detector.core.legal_forms.results import FactChange
from detector.core.legal_forms.what_if import form_flips
from detector.ui import state
from detector.ui.shared import markup
from detector.wording.subjects import fact_in_words

PANEL = "form-turns"


def what_would_change_it(bank: Bank) -> None:
    """A button, and behind it the smallest changes of facts that change the first form."""
    st.header("What would put another form first", anchor=False)
    st.button(
        "Hide" if state.is_open(PANEL) else "Work it out",
        key="toggle-form-turns",
        on_click=state.open_or_close,
        args=(PANEL,),
    )
    if not state.is_open(PANEL):
        return
    names = {form.id: form.name for form in bank.forms}
    found = state.assessment()
    scores = scores_of_100(found.overall, found.groups, found.dimensions)
    lines = [
        f"{_changes(bank, turn.changes)}: then {names[turn.first_form_id]} comes first."
        for turn in form_flips(bank, state.editing().stored.sheet, scores)
    ]
    markup.bullets(lines or ["No change to one or two of these facts puts another form first."])


def _changes(bank: Bank, changes: tuple[FactChange, ...]) -> str:
    return " and ".join(_change(bank, change) for change in changes)


def _change(bank: Bank, change: FactChange) -> str:
    fact = next(entry for entry in bank.facts if entry.id == change.fact_id)
    return f"{fact.text} “{fact_in_words(fact, change.value)}”"
