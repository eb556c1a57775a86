"""The numbered sources, on demand."""

import streamlit as st

from detector.core.bank import Bank
from detector.ui.shared import markup
from detector.wording.statements import RELIABILITY, how_read


def sources_list(bank: Bank) -> None:
    """Every numbered source, opened on demand: what it is, where it is, how much of it was read and when."""
    with st.expander("The numbered sources"):
        markup.quiet("Copies of these were read, often in part. Open the live page before you rely on one.")
        rows = [
            (
                f"[{source.number}] {source.title}",
                source.publisher,
                source.address or "no address",
                how_read(source),
                RELIABILITY[source.reliability],
            )
            for source in bank.sources
        ]
        head = ("Source", "Publisher", "Where", "Read", "Kind")
        markup.table("Sources", head, rows, caption_shown=False)
