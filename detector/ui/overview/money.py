"""The money test on the Service page: its numbers, and what they say, opened on demand."""

from functools import partial

import streamlit as st

from detector.core.bank.index import index_of
from detector.report.money import money_section
from detector.ui import state
from detector.ui.overview.money_number import draw_money, settle_money
from detector.ui.shared import markup
from detector.ui.shared.blocks import draw_blocks
from detector.ui.shared.context import report_context
from detector.wording.money import TITLE

PANEL = "money"


def money_test() -> None:
    """The numbers, all optional, and the test under them; nothing where the bank has none."""
    entries = index_of(state.bank()).money_inputs
    if not entries:
        return
    st.header(markup.plain(TITLE), anchor=False)
    markup.quiet("A few numbers, all optional, and what would break the new body. It starts a conversation.")
    shown = state.is_open(PANEL)
    st.button(
        "Close the money test" if shown else "Open the money test",
        key="toggle-money",
        on_click=partial(state.open_or_close, PANEL),
    )
    if not shown:
        return
    settled = {part: settle_money(entry) for part, entry in entries.items()}
    for part, entry in entries.items():
        draw_money(entry, settled[part])
    context = report_context()
    section = money_section(context)
    if section is not None:
        draw_blocks(section.blocks, context.drawing)
