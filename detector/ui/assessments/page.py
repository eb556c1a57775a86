"""The Start page: what this is, and every way in."""

from dataclasses import replace
from functools import partial

import streamlit as st

from detector.core.answers import Service, empty_sheet, service_problems
from detector.core.errors import FileError
from detector.core.flow import question_count, quick_scan
from detector.editing import create
from detector.exports.import_pdf import assessment_in
from detector.ui import state
from detector.ui.assessments.clock import held_by_clock
from detector.ui.assessments.examples import examples
from detector.ui.assessments.open_file import open_example, open_file
from detector.ui.assessments.recent import resuming
from detector.ui.shared import keeping, markup
from detector.ui.shared.navigation import leave_for
from detector.wording.plain import counted, day

UPLOAD_MEGABYTES = 24
NEW = "new"


def start_page() -> None:
    """Draw the Start page."""
    st.title("Could this service become a public service mutual?", anchor=False)
    held_by_clock()
    _what_this_is()
    _new()
    resuming()
    _examples()
    _import()
    _about()


def _what_this_is() -> None:
    bank = state.bank()
    st.markdown(
        "A public service mutual is an independent body that still delivers the service, "
        "and in which staff have real control or influence.\n\n"
        "Answer questions about one service. You get a score, a picture, what would stop the idea, "
        "how sure the result is, and what to do next.\n\n"
        f"The quick scan has up to {len(quick_scan(bank))} questions, the full set up to {question_count(bank)}. "
        "“Don't know” is a good answer: it is never counted as bad.\n\n"
        "Each answer is saved as you give it. You can stop at any time and go on later.\n\n"
        "It advises and never decides: the weights and limits are professional judgement, not proven."
    )


def _new() -> None:
    st.header("Start a new assessment", anchor=False)
    with st.form("new", border=False):
        name = st.text_input("Name of the service, for instance Library service", max_chars=200, key="new-name")
        council = st.text_input("Council", max_chars=200, key="new-council")
        if st.form_submit_button("Start", type="primary"):
            _start(Service(name.strip(), council.strip()))
        else:
            state.may_make_again("assessment")
    for box in ("new-name", "new-council"):
        keeping.hold(box, NEW, is_form=True)


def _start(service: Service) -> None:
    problems = service_problems(service)
    for problem in problems:
        markup.line(f"Not started. {problem.place.capitalize()}: {problem.fault} {problem.remedy}", "unsaved")
    if not problems:
        sheet = replace(empty_sheet(state.bank()), service=service)
        key = state.make_once("assessment", repr(service), str, partial(create, state.editor(), sheet))
        keeping.forget(NEW)
        state.open_assessment(key)
        leave_for("service")


def _examples() -> None:
    st.header("Look at a worked example", anchor=False)
    st.text(
        "Built from public facts by this project. Each opens as a copy that you can change, and a copy "
        "that nobody has changed is opened again."
    )
    readable, unreadable = examples()
    for each in readable:
        if st.button(markup.plain(f"Open: {each.service}"), key=f"example-{each.stem}"):
            open_example(each.data)
    if unreadable:
        markup.quiet(f"Left out, because this question bank cannot read them: {', '.join(unreadable)}.")


def _import() -> None:
    st.header("Bring in a file", anchor=False)
    st.text("An assessment file (.json), or a PDF exported here. What you already have is not changed.")
    uploaded = st.file_uploader("Drop the file here, or choose it", key="import", max_upload_size=UPLOAD_MEGABYTES)
    if uploaded is not None:
        st.button("Open this file", key="import-now", type="primary", on_click=state.ask, args=("import",))
        if state.asked("import"):
            _try_import(uploaded.name, uploaded.getvalue())
        else:
            state.may_make_again("import")


def _try_import(name: str, data: bytes) -> None:
    try:
        open_file(assessment_in(data), "questions")
    except FileError as error:
        markup.problem(not_opened(name, error), str(error))


def not_opened(name: str, error: FileError) -> str:
    """That a file was not opened, with how many mistakes it has, also where only the first ones are told below."""
    return f"{name} was not opened: it has {counted(error.count, 'mistake')}. Nothing you have was changed."


def _about() -> None:
    st.header("Where your answers are kept", anchor=False)
    st.text(f"In {state.store().place}, and nowhere else.")
    st.text(
        "Words that you typed and that are not saved yet lie in this browser, for at most seven days. They go from "
        "there as soon as they are saved."
    )
    st.markdown(
        "Please do not write personal details about people in notes. "
        "A deleted assessment lies in the bin for 30 days; then all of it is erased."
    )
    markup.quiet(
        f"Question bank {state.bank().version}, {day(state.bank().published_on)}. "
        "Inspired by the Mutual Business Detector of 2014, whose text was not found."
    )
