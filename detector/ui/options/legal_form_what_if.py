"""What would put another legal form first, worked out when somebody asks."""

import streamlit as st

from detector.report.context import ReportContext
from detector.report.legal_form_details import ANOTHER_FIRST, another_form_first
from detector.ui import state
from detector.ui.shared.blocks import draw_blocks, heading

PANEL = "form-turns"


def what_would_change_it(context: ReportContext) -> None:
    """A button, and behind it the smallest changes of facts that change the first form."""
    heading(ANOTHER_FIRST)
    st.button(
        "Hide" if state.is_open(PANEL) else "Work it out",
        key="toggle-form-turns",
        on_click=state.open_or_close,
        args=(PANEL,),
    )
    if state.is_open(PANEL):
        draw_blocks(another_form_first(context).blocks, context.drawing)
