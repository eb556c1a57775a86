"""What the document will look like: its first pages as pictures, or as the web page where there is no PDF."""

from base64 import b64encode

import streamlit as st

from detector.core.errors import DetectorError
from detector.exports.export import is_available, make
from detector.exports.formats import FormatId
from detector.report.blocks import Length
from detector.report.build import build_report
from detector.report.context import ReportContext
from detector.ui import state
from detector.ui.shared import markup

PAGES = {Length.SUMMARY: 2, Length.FULL: 1}
NAMES = {Length.SUMMARY: "summary", Length.FULL: "full report"}
PAGE_HEIGHT = 800


def preview(context: ReportContext, length: Length) -> None:
    """The first pages of the document at this length."""
    st.header("How it looks", anchor=False)
    stored = state.editing().stored
    try:
        if is_available(FormatId.PDF):
            with st.spinner("Drawing the first page ..."):
                pages = _pages(stored.key, stored.revision, length, context.on.isoformat(), _context=context)
            _show(pages, length)
        else:
            _web_page(make(context, FormatId.PAGE, length))
    except DetectorError as error:
        markup.problem("The document cannot be shown.", str(error))


@st.cache_resource(show_spinner=False, max_entries=32)
def _pages(key: str, revision: int, length: Length, on: str, *, _context: ReportContext) -> tuple[bytes, ...]:
    """The first pages as PNG, drawn once for what is kept now."""
    del key, revision, on
    # Loading the library that sets pages costs more than drawing this one.
    from detector.exports.pdf import preview_png  # noqa: PLC0415 - loaded only when asked for

    report = build_report(_context, length)
    return tuple(preview_png(report, page=number) for number in range(1, PAGES[length] + 1))


def _show(pages: tuple[bytes, ...], length: Length) -> None:
    for number, page in enumerate(pages, start=1):
        with st.container(key=f"preview-{number}"):
            st.image(page, alt=f"Page {number} of the {NAMES[length]}, as it is printed.", width="stretch")
            markup.quiet(f"Page {number} of the {NAMES[length]}")


def _web_page(page: bytes) -> None:
    # As data it belongs to nobody: whatever it held could not reach this page.
    address = f"data:text/html;charset=utf-8;base64,{b64encode(page).decode()}"
    st.iframe(address, height=PAGE_HEIGHT, alt="The report as a web page")
    markup.quiet("This is the web page.")
