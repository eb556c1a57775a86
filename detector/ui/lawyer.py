"""What to ask a lawyer, ready to copy."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.forms import FormAdvice
from detector.ui import words
from detector.ui.sources import cited

FORMS_ASKED = 2


def lawyer_note(bank: Bank, advice: FormAdvice) -> None:
    """The questions for a lawyer on the first forms, the conflicts and the cautions, as one text to copy."""
    st.header("What to ask your lawyer", anchor=False)
    words.quiet("Copy this into an email with the button at its corner. It holds none of your notes.")
    st.code(note(bank, advice), language=None, wrap_lines=True)


def note(bank: Bank, advice: FormAdvice) -> str:
    """The whole text."""
    parts: list[str] = []
    entries = {form.id: form for form in bank.forms}
    for ranked in advice.ranked[:FORMS_ASKED]:
        parts += [f"On {entries[ranked.form_id].name}:"]
        parts += [f"- {question}" for question in entries[ranked.form_id].ask_your_lawyer]
        parts += [
            f"- {reason.because} {cited(bank, reason.sources, reason.checked_on)}"
            for reason in ranked.reasons_against
            if reason.is_caution
        ]
        parts += [""]
    if advice.conflicts:
        parts += ["Answers of ours that may not go together:"]
        parts += [f"- {conflict.name}: {conflict.because}" for conflict in advice.conflicts]
    return "\n".join(parts).strip()
