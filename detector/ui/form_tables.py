"""Two to four legal forms side by side, on everything an officer compares."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.forms import FormAdvice
from detector.core.knowledge import LegalForm, Statement
from detector.ui import words
from detector.ui.sources import day, stated

MOST_COMPARED = 4
ROWS = {
    "regulator": "Regulator",
    "law": "Act",
    "members_needed": "Members needed",
    "ownership": "Who owns it",
    "governance": "How it is run",
    "staff_control": "Staff control",
    "asset_lock": "Asset lock",
    "surplus": "Surplus",
    "finance": "Finance",
    "charity_and_rates": "Charity and business rates",
    "tax": "VAT and corporation tax",
    "reserved_contract": "Contract reserved for mutuals",
    "in_house_exemption": "In-house exemption",
}


def side_by_side(bank: Bank, advice: FormAdvice) -> None:
    """Choose two to four forms, and see them in one table."""
    st.header("Compare forms side by side", anchor=False)
    names = {form.id: form.name for form in bank.forms}
    first = [form.form_id for form in advice.ranked[:2]]
    chosen = st.multiselect(
        "Choose two to four forms",
        list(names),
        default=first,
        format_func=names.__getitem__,
        max_selections=MOST_COMPARED,
        key="compare-forms",
    )
    entries = {form.id: form for form in bank.forms}
    forms = [entries[form_id] for form_id in chosen]
    if len(forms) < 2:
        st.text("Choose at least two.")
        return
    rows = [(label, *(stated(statement(form, row)) for form in forms)) for row, label in ROWS.items()]
    checked = min(form.checked_on for form in forms)
    words.table("Legal forms compared", ("Compared on", *(form.name for form in forms)), rows, caption_shown=False)
    words.quiet(
        f"Numbers in brackets are sources, read in copies on {day(checked)}. "
        "Later changes of the law were not seen: check again before use."
    )


def statement(form: LegalForm, row: str) -> Statement:
    """What a form says on one row of the comparison."""
    found = getattr(form, row)
    if not isinstance(found, Statement):
        raise TypeError(f"{row} is not a statement")
    return found
