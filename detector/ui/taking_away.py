"""Files to take away: the assessment file, which can be opened again, and the answers as a table."""

import re
from datetime import UTC, datetime

import streamlit as st

from detector.answers_csv import answers_csv
from detector.assessment_file import write_assessment
from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.ui import words


def taking_away(bank: Bank, sheet: AnswerSheet) -> None:
    """Download buttons; each file is built when it is asked for."""
    st.header("Take it away", anchor=False)
    with st.container(horizontal=True):
        st.download_button(
            "Assessment file (.json): open it here again, or keep it as a copy",
            data=lambda: write_assessment(bank, sheet),
            file_name=file_name(sheet, "json"),
            mime="application/json",
            on_click="ignore",
            key="take-json",
        )
        st.download_button(
            "Answers as a table (.csv)",
            data=lambda: answers_csv(bank, sheet),
            file_name=file_name(sheet, "csv"),
            mime="text/csv",
            on_click="ignore",
            key="take-csv",
        )
    words.quiet("Notes go with the files: read them before you pass a file on.")


def file_name(sheet: AnswerSheet, ending: str) -> str:
    """A name that says whose, what and when: anyshire-library-service-2026-11-22.json."""
    said = f"{sheet.service.council} {sheet.service.name}".lower()
    slug = re.sub(r"[^a-z0-9]+", "-", said).strip("-")[:60] or "assessment"
    return f"{slug}-{datetime.now(UTC):%Y-%m-%d}.{ending}"
