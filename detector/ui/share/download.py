"""Making a file while the page says so, and handing it to the browser."""

import streamlit as st

from detector.core.errors import DetectorError
from detector.exports.export import make
from detector.exports.formats import Format
from detector.exports.shared.file_names import file_name
from detector.operator_log import Event, tell
from detector.report.blocks import Length
from detector.report.context import ReportContext
from detector.ui import state
from detector.ui.shared import markup, scripts

KILOBYTE = 1000


def save(context: ReportContext, made: Format, length: Length, template: bytes | None) -> None:
    """Make the file and have the browser save it; an error that a person can mend is told here."""
    name = file_name(context.sheet.service, made, context.on, length)
    said = st.empty()
    with said:
        markup.line(f"Making the {made.thing} …", "making", live=True)
    try:
        content = make(context, made.id, length, template)
    except DetectorError as error:
        with said.container():
            markup.problem(f"The {made.thing} could not be made. Nothing that was saved is lost.", str(error))
        return
    tell(Event.EXPORTED, format=made.id.value)
    with said:
        markup.line(f"✓ Made: {name}, {_size(content)}. Your browser saves it.", "made", live=True)
    again = f"save-{made.id.value}-{state.step().replace(' ', '-')}"
    st.download_button(
        "Not there? Save it again",
        data=content,
        file_name=name,
        mime=made.mime,
        on_click="ignore",
        key=again,
        type="tertiary",
    )
    scripts.press(again)


def _size(content: bytes) -> str:
    """How large a file is, as people read it: "48 KB"."""
    return f"{max(1, round(len(content) / KILOBYTE)):,} KB"
