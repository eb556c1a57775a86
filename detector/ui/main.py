"""The script behind every page: look, menu, and the page that was asked for."""

from base64 import b64encode
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from detector.core.errors import DetectorError
from detector.store import AssessmentInBin, UnknownAssessment
from detector.ui import state
from detector.ui.answer.page import questions_page
from detector.ui.assessments.bin import binned_page, erased_page
from detector.ui.assessments.older_bank import is_of_another_bank, other_bank
from detector.ui.assessments.page import start_page
from detector.ui.elsewhere import settle_elsewhere
from detector.ui.options.delivery_models import models_page
from detector.ui.options.legal_forms import forms_page
from detector.ui.overview.page import service_page
from detector.ui.plan.page import next_steps_page
from detector.ui.result.page import results_page
from detector.ui.share.page import export_page
from detector.ui.shared import connection, keeping, markup, scripts, theme
from detector.ui.shared.navigation import menu
from detector.ui.workshop.page import ROOM_PARAMETER, held_on_older_bank, workshop_page
from detector.ui.workshop.projector import projector_page

PAGES = {
    "start": st.Page(start_page, title="Start", default=True),
    "service": st.Page(service_page, title="Service", url_path="service"),
    "questions": st.Page(questions_page, title="Questions", url_path="questions"),
    "results": st.Page(results_page, title="Results", url_path="results"),
    "forms": st.Page(forms_page, title="Legal forms", url_path="forms"),
    "models": st.Page(models_page, title="Models", url_path="models"),
    "next": st.Page(next_steps_page, title="Next steps", url_path="next"),
    "workshop": st.Page(workshop_page, title="Workshop", url_path="workshop"),
    "export": st.Page(export_page, title="Export", url_path="export"),
    "projector": st.Page(projector_page, title="Projector", url_path="projector"),
}
WIDE_PAGES = ("Results", "Legal forms", "Models", "Export")
ICON = f"data:image/png;base64,{b64encode(Path(__file__).with_name('icon.png').read_bytes()).decode()}"


def draw() -> None:
    """Draw the page asked for; an error that a person can mend is told, anything else is a bug."""
    state.begin_run()
    state.reseed_now()
    st.set_page_config(page_icon=ICON, layout="centered", initial_sidebar_state="collapsed")
    chosen = st.navigation(list(PAGES.values()), position="hidden")
    state.set_pages(PAGES)
    connection.watch()
    if chosen.title == "Projector":
        chosen.run()
        return
    theme.apply(wide=chosen.title in WIDE_PAGES or ROOM_PARAMETER in st.query_params)
    if state.shows_another():
        scripts.start_afresh(state.step())
        st.stop()
    keeping.receive()
    menu(chosen.title)
    if chosen.title == "Start" and _is_no_page():
        st.warning("There is no page at this address, so this is the Start page. Check the address, or choose below.")
    _note(state.take_note())
    try:
        if chosen.title != "Start" and is_of_another_bank():
            other_bank()
            if chosen.title == "Workshop":
                held_on_older_bank()
        else:
            settle_elsewhere()
            chosen.run()
            _said_if_old()
    except AssessmentInBin as binned:
        binned_page(binned)
    except DetectorError as error:
        if not (isinstance(error, UnknownAssessment) and erased_page(state.open_key() or "")):
            _problem(error)
    keeping.tell()


def _note(note: tuple[str, ...]) -> None:
    if not note:
        return
    st.success(markup.plain(note[0]))
    if details := [*note[1:]]:
        with st.expander("What is different"):
            markup.bullets(details)


def _said_if_old() -> None:
    if state.refused() and not keeping.waits():
        st.warning(markup.plain(f"This is what was read last. {state.refused()}"))


def _problem(error: DetectorError) -> None:
    markup.problem("This page could not be shown. Nothing that was saved is lost.", str(error))
    markup.quiet("What you typed is kept in this browser. The page tries again by itself.")
    st.button("Try again", key="try-again", on_click=partial(state.forget, ()))
    keeping.try_again()


def _is_no_page() -> bool:
    path = urlsplit(st.context.url or "").path.strip("/")
    return path not in {page.url_path for page in PAGES.values()}


draw()
