"""A receipt for what was erased, on the page at whose address it was."""

import streamlit as st

from detector.core.receipts import Receipt
from detector.ui import state
from detector.ui.shared import markup
from detector.wording.erased import receipt_title, receipt_words


def receipt_of(key: str) -> bool:
    """Draw the receipt for what had this key; False where nothing with it was erased."""
    receipt = state.store().eraser.receipt(key)
    if receipt is None:
        return False
    _draw(receipt)
    return True


def _draw(receipt: Receipt) -> None:
    st.title(receipt_title(receipt), anchor=False)
    markup.line("Receipt", "lead")
    markup.bullets(receipt_words(receipt))
    markup.quiet("This receipt is kept at this address. It holds no name and nothing that was typed.")
