"""Two to four legal forms side by side, on everything an officer compares."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.legal_forms.results import FormAdvice
from detector.ui.shared import markup
from detector.wording.legal_forms import ROWS, statement
from detector.wording.plain import day
from detector.wording.statements import stated

MOST_COMPARED = 4


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
    markup.table("Legal forms compared", ("Compared on", *(form.name for form in forms)), rows, caption_shown=False)
    markup.quiet(
        f"Numbers in brackets are sources, read in copies on {day(checked)}. "
        "Later changes of the law were not seen: check again before use."
    )
