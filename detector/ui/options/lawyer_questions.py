"""What to ask a lawyer, ready to copy."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.legal_forms.results import FormAdvice
from detector.ui.shared import markup
from detector.wording.legal_forms import lawyer_questions


def lawyer_note(bank: Bank, advice: FormAdvice) -> None:
    """The questions for a lawyer on the first forms, the conflicts and the cautions, as one text to copy."""
    st.header("What to ask your lawyer", anchor=False)
    markup.quiet("Copy this into an email with the button at its corner. It holds none of your notes.")
    st.code(note(bank, advice), language=None, wrap_lines=True)


def note(bank: Bank, advice: FormAdvice) -> str:
    """The whole text."""
    parts = [
        "\n".join([f"{heading}:", *(f"- {point}" for point in points)])
        for heading, points in lawyer_questions(bank, advice)
    ]
    return "\n\n".join(parts)
