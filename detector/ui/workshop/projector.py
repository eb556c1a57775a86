"""The projector's page: what the room sees, redrawn when something changed, and nothing else on the screen."""

from functools import lru_cache
from html import escape
from pathlib import Path

import streamlit as st

from detector.charts.workshop_palette import WorkshopPalette, workshop_palette
from detector.core.bank.index import index_of
from detector.core.errors import DetectorError
from detector.core.workshop.votes import QuestionState
from detector.core.workshop.workshop import ScreenKind, WorkshopPhase
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.ui.workshop.live_results import state_of, without_unknown
from detector.ui.workshop.projector_join import join_screen, over_screen
from detector.ui.workshop.projector_overview import divergence_screen, picture_screen
from detector.ui.workshop.projector_question import closed_screen, open_screen, revealed_screen, waiting_screen
from detector.ui.workshop.projector_remarks import remarks_screen

EVERY_SECONDS = 0.5


def projector_page() -> None:
    """Draw what the facilitator put on the projector; the address says of which room, and whether it is dark."""
    dark = st.query_params.get("dark") == "1"
    _dress(workshop_palette(dark=dark))
    _following(st.query_params.get("door", ""), dark)


@st.fragment(run_every=EVERY_SECONDS)
def _following(join_token: str, dark: bool) -> None:
    try:
        _draw(join_token, dark)
    except DetectorError as error:
        _stage(f'<h1>This screen cannot be shown just now</h1><p class="says">{escape(str(error))}</p>')


def _draw(join_token: str, dark: bool) -> None:
    bank = state.bank()
    known = frozenset(index_of(bank).questions)
    workshop = without_unknown(state.store().workshops.behind(join_token=join_token), known)
    if workshop.state.screen.kind is ScreenKind.PICTURE:
        picture_screen(bank, workshop, dark=dark)
        return
    _stage(_text_screen(workshop))


def _text_screen(workshop: StoredWorkshop) -> str:
    bank, screen = state.bank(), workshop.state.screen
    if screen.kind is ScreenKind.DIVERGENCE:
        return divergence_screen(bank, workshop)
    if workshop.state.phase is WorkshopPhase.JOINING or screen.question_id not in workshop.state.question_ids:
        return over_screen() if workshop.state.phase is WorkshopPhase.ENDED else join_screen(bank, workshop)
    if screen.kind is ScreenKind.REMARKS:
        return remarks_screen(bank, workshop, screen.question_id)
    drawing = _QUESTION_SCREENS[state_of(workshop.state, screen.question_id)[0]]
    return drawing(bank, workshop, screen.question_id)


_QUESTION_SCREENS = {
    QuestionState.WAITING: waiting_screen,
    QuestionState.OPEN: open_screen,
    QuestionState.CLOSED: closed_screen,
    QuestionState.REVEALED: revealed_screen,
}


def _stage(body: str) -> None:
    st.html(f'<div class="stage">{body}</div>')


def _dress(colours: WorkshopPalette) -> None:
    named = {
        "paper": colours.paper,
        "ink": colours.ink,
        "quiet": colours.quiet,
        "grid": colours.grid,
        "room": colours.room,
        "band": colours.band,
    }
    variables = "".join(f"--{name}:{value};" for name, value in named.items())
    st.html(f"<style>:root{{{variables}}}{_style()}</style>")


@lru_cache(1)
def _style() -> str:
    text = Path(__file__).with_name("projector.css").read_text(encoding="utf-8")
    return " ".join(text.split())
