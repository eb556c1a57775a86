"""The numbered sources, on demand."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.wording.statements import RELIABILITY, how_read
from detector.ui import words


def sources_list(bank: Bank) -> None:
    """Every numbered source, opened on demand: what it is, where it is, how much of it was read and when."""
    with st.expander("The numbered sources"):
        words.quiet("Copies of these were read, often in part. Open the live page before you rely on one.")
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
        words.table("Sources", head, rows, caption_shown=False)
