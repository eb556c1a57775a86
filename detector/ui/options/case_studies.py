"""What happened elsewhere, on every page that shows it."""

import streamlit as st

from detector.report.blocks import Section
from detector.report.case_studies import LESS_ALIKE, elsewhere_section, less_alike
from detector.report.context import ReportContext
from detector.ui.shared.blocks import LEVEL, draw


def draw_cases(context: ReportContext) -> tuple[Section, ...]:
    """Draw earlier cases, the most alike first and the others on demand, and give what was drawn."""
    found, others = elsewhere_section(context), less_alike(context)
    draw(found, context.drawing)
    if others:
        with st.expander(LESS_ALIKE):
            for told in others:
                draw(told, context.drawing, LEVEL + 1)
    return (*((found,) if found else ()), *others)
