"""What stands in place of a page while the open assessment belongs to another question bank."""

import streamlit as st

from detector.core.answers import AnswerSheet
from detector.core.errors import FileError
from detector.files.assessment import write_assessment
from detector.ui import state
from detector.ui.assessments.open_file import bring_over
from detector.ui.shared import markup


def is_of_another_bank() -> bool:
    """Whether the open assessment was answered on another bank than the one in use.

    Raises:
        StoreError: the address names no assessment, or the store cannot be read.

    """
    return bool(state.open_key()) and state.editing().stored.sheet.bank_version != state.bank().version


def other_bank() -> None:
    """Say that the open assessment stays as it is, and offer a copy for the bank in use, and its file."""
    sheet, bank = state.editing().stored.sheet, state.bank()
    st.title("This assessment belongs to another question bank", anchor=False)
    markup.line(sheet.service.name or "Service without a name", "lead")
    st.text(
        f"It was answered on question bank {sheet.bank_version}, and the bank in use is {bank.version}. "
        "It stays as it is, so that none of its answers changes its meaning. Go on with a copy for the bank in use: "
        "you are then told what is different."
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        asked = st.button(f"Open a copy for question bank {bank.version}", key="bring-over", type="primary")
        st.download_button(
            "Assessment file (.json): keep it as it is",
            data=lambda: write_assessment(bank, sheet),
            file_name=f"assessment-question-bank-{sheet.bank_version}.json",
            mime="application/json",
            on_click="ignore",
            key="take-other-bank",
        )
    if asked:
        _bring_over(sheet)


def _bring_over(sheet: AnswerSheet) -> None:
    try:
        bring_over(sheet)
    except FileError as error:
        markup.problem("There is no way yet to bring it over. It stays as it is.", str(error))
