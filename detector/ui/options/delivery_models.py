"""The Models page: ways to deliver the service on the same criteria, in-house always among them."""

import streamlit as st

from detector.core.marked_entries import model_of_staying
from detector.report.appraisal import levels_section
from detector.report.blocks import Section
from detector.report.context import ReportContext
from detector.report.delivery_models import (
    COMPARED,
    MOST_COMPARED,
    compared_first,
    compared_section,
    model_section,
    models_section,
)
from detector.report.sources import sources_section
from detector.ui.options.case_studies import draw_cases
from detector.ui.shared.blocks import draw_blocks, draw_folded, heading
from detector.ui.shared.context import report_context
from detector.ui.shared.navigation import nothing_is_open


def models_page() -> None:
    """Draw the Models page."""
    st.title("Delivery models", anchor=False)
    if nothing_is_open():
        return
    context = report_context()
    order = models_section(context)
    if order is None:
        st.text("This question bank describes no delivery models.")
        return
    heading(order.title)
    draw_blocks(order.blocks, context.drawing)
    levels = levels_section(context, context.bank.models)
    if levels is not None:
        draw_folded(levels, context.drawing)
    compared, each = _compared(context), [model_section(model) for model in context.bank.models]
    heading("Each model for and against")
    for told in each:
        draw_folded(told, context.drawing)
    elsewhere = draw_cases(context)
    draw_folded(sources_section(context.bank, (order, compared, *each, *elsewhere)), context.drawing)


def _compared(context: ReportContext) -> Section:
    """Models side by side, of which all but staying in house are chosen here."""
    staying = model_of_staying(context.bank)
    others = {model.id: model for model in context.bank.models if model != staying}
    heading(COMPARED)
    chosen = st.multiselect(
        "Choose up to four; staying in house is always shown",
        list(others),
        default=[model.id for model in compared_first(context) if model != staying],
        format_func=lambda model_id: others[model_id].name,
        max_selections=MOST_COMPARED - 1,
        key="compare-models",
    )
    compared = [*([staying] if staying else []), *(model for model in others.values() if model.id in chosen)]
    section = compared_section(context, compared, beside=MOST_COMPARED - 1)
    draw_blocks(section.blocks, context.drawing)
    return section
