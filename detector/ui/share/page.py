"""The Export page: what each file is for, how it will look, and one press to have it."""

from functools import partial

import streamlit as st

from detector.core.answers import AnswerSheet
from detector.exports.export import why_not
from detector.exports.formats import FORMATS, Format, FormatId
from detector.report.blocks import Length
from detector.report.context import ReportContext
from detector.ui import state
from detector.ui.share.download import save
from detector.ui.share.preview import preview
from detector.ui.share.word_template import own_template
from detector.ui.shared import markup
from detector.ui.shared.context import report_context
from detector.ui.shared.navigation import nothing_is_open
from detector.wording.result import NOTHING_YET, provisional_sentence

LENGTHS = {
    Length.SUMMARY: "Summary: two pages with the verdict, the picture and what to do first",
    Length.FULL: "Full report: every answer with its evidence and note, legal forms, models, sources",
}


def export_page() -> None:
    """Draw the Export page."""
    if nothing_is_open("Export"):
        return
    context = report_context()
    _title(context.sheet)
    _warnings(context)
    choice, picture = st.columns([1, 1], gap="large")
    with choice:
        length = _groups(context)
    with picture:
        preview(context, length)


def _title(sheet: AnswerSheet) -> None:
    council = f", {sheet.service.council}" if sheet.service.council else ""
    st.title(markup.plain(f"Export: {sheet.service.name or 'the service'}{council}"), anchor=False)


def _warnings(context: ReportContext) -> None:
    if context.assessment.overall.score is None:
        st.text(f"{NOTHING_YET} The files hold the questions and say so.")
    provisional = provisional_sentence(context.bank, context.assessment)
    if provisional:
        markup.line(f"{provisional} Every document says so.", "provisional")
    markup.line("Notes go with the files, and may hold personal details. Read them before you pass a file on.", "lead")


def _length() -> Length:
    chosen = st.radio(
        "How much they say",
        list(LENGTHS),
        format_func=lambda length: LENGTHS[length],
        key="export-length",
    )
    return chosen or Length.SUMMARY


def _groups(context: ReportContext) -> Length:
    """Every format under its group's heading; how much the documents say is asked under the first."""
    length = Length.SUMMARY
    for position, group in enumerate(dict.fromkeys(made.group for made in FORMATS)):
        st.header(group, anchor=False)
        if position == 0:
            length = _length()
        for made in FORMATS:
            if made.group == group:
                _format(context, made, length)
    return length


def _format(context: ReportContext, made: Format, length: Length) -> None:
    with st.container(key=f"format-{made.id.value}"):
        st.subheader(made.name, anchor=False)
        st.text(made.purpose)
        unavailable = why_not(made.id)
        if unavailable:
            markup.quiet(unavailable)
            return
        template = own_template() if made.id is FormatId.WORD else None
        wish = f"make-{made.id.value}"
        st.button(f"Download the {made.thing}", key=wish, on_click=partial(state.ask, wish))
        if state.asked(wish):
            save(context, made, length, template)
