"""The council's own Word template, brought for one export."""

import streamlit as st

from detector.core.errors import DetectorError
from detector.exports.export import check_template
from detector.ui.shared import markup

LARGEST_MEGABYTES = 10


def own_template() -> bytes | None:
    """The template that was chosen and can be used, or None."""
    with st.expander("Use your council's own Word template", key="own-template"):
        markup.quiet("The Word file takes its styles, margins, header and footer. The template is not kept.")
        uploaded = st.file_uploader(
            "Word template (.docx or .dotx)", type=["docx", "dotx"], key="template", max_upload_size=LARGEST_MEGABYTES
        )
    if uploaded is None:
        return None
    data = uploaded.getvalue()
    fault = _fault(data)
    if fault:
        markup.problem(
            f"{uploaded.name} cannot be used: the Word file has the usual look until you choose another.", fault
        )
        return None
    markup.quiet(f"With the look of {uploaded.name}.")
    return data


@st.cache_data(show_spinner=False, max_entries=8)
def _fault(data: bytes) -> str:
    try:
        check_template(data)
    except DetectorError as error:
        return str(error)
    return ""
