"""The way from the results to the files: the Export page, and the assessment file at once."""

import streamlit as st

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.exports.formats import FormatId, format_of
from detector.exports.shared.file_names import file_name
from detector.files.assessment import write_assessment
from detector.operator_log import Event, tell
from detector.report.blocks import Length
from detector.ui.shared import markup
from detector.ui.shared.dates import today
from detector.ui.shared.navigation import go


def download_section(bank: Bank, sheet: AnswerSheet) -> None:
    """A link to the Export page, and the assessment file, which is built when it is asked for."""
    st.header("Take it away", anchor=False)
    st.text("As a PDF for the cabinet paper, as Word, slides, a workbook, a web page or data.")
    copy = format_of(FormatId.ASSESSMENT)
    with st.container(horizontal=True, vertical_alignment="center"):
        go("export", "Export: choose a format")
        st.download_button(
            "Assessment file (.json): open it here again, or keep it as a copy",
            data=lambda: _copy(bank, sheet),
            file_name=file_name(sheet.service, copy, today(), Length.FULL),
            mime=copy.mime,
            on_click="ignore",
            key="take-json",
        )
    markup.quiet("Notes go with the files: read them before you pass a file on.")


def _copy(bank: Bank, sheet: AnswerSheet) -> bytes:
    tell(Event.EXPORTED, format=FormatId.ASSESSMENT.value)
    return write_assessment(bank, sheet)
