"""Two to four legal forms side by side, on everything an officer compares."""

import streamlit as st

from detector.core.bank.index import index_of
from detector.core.legal_forms.results import FormAdvice
from detector.report.blocks import Section
from detector.report.context import ReportContext
from detector.report.legal_form_details import COMPARED, forms_compared_section
from detector.ui.shared.blocks import draw_blocks, heading

MOST_COMPARED = 4


def side_by_side(context: ReportContext, advice: FormAdvice) -> list[Section]:
    """Choose two to four forms, and see them in one table; what was drawn."""
    heading(COMPARED)
    forms = index_of(context.bank).forms
    chosen = st.multiselect(
        "Choose two to four forms",
        list(forms),
        default=[form.form_id for form in advice.ranked[:2]],
        format_func=lambda form_id: forms[form_id].name,
        max_selections=MOST_COMPARED,
        key="compare-forms",
    )
    if len(chosen) < 2:
        st.text("Choose at least two.")
        return []
    section = forms_compared_section(context, chosen)
    draw_blocks(section.blocks, context.drawing)
    return [section]
