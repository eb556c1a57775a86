"""The picture of everything the room has seen, and the questions on which it differs most."""

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go
import streamlit as st

from detector.charts.sizes import CHART_CONFIG
from detector.charts.workshop_palette import workshop_palette
from detector.charts.workshop_radar import GROUP_SIGNS, MIDDLE_HALF, RoomSize, workshop_radar
from detector.charts.workshop_words import workshop_radar_in_words, workshop_table
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.workshop.discussion_order import by_divergence
from detector.core.workshop.profile import DimensionSpread, workshop_profile
from detector.core.workshop.visible_results import latest_tallies
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.ui.workshop.live_results import results
from detector.ui.workshop.projector_join import reminder
from detector.wording.workshops import agreement_in_words

SIZES: tuple[RoomSize, ...] = ("large", "small")
MOST_LISTED = 6
FIRST_GROUP = 3


def picture_screen(bank: Bank, workshop: StoredWorkshop, *, dark: bool) -> None:
    """The radar, and the table of the same numbers beside it."""
    picture = _picture(bank, workshop)
    with st.container(key="picture"):
        st.html(_heading(workshop, picture))
        with st.container(key="picture-parts"):
            for size in SIZES:
                with st.container(key=f"room-radar-{size}"):
                    st.plotly_chart(
                        _figure(workshop.key, workshop.changes, size, dark=dark),
                        key=f"room-radar-figure-{size}",
                        theme=None,
                        config=CHART_CONFIG,
                        alt=workshop_radar_in_words(bank, picture),
                    )
            head, rows = workshop_table(bank, picture)
            st.html(_table(head, rows, dark=dark))


def _picture(bank: Bank, workshop: StoredWorkshop) -> tuple[DimensionSpread, ...]:
    asked = frozenset(workshop.state.question_ids)
    picture = workshop_profile(bank, latest_tallies(workshop.state, results(workshop)))
    parts = {part.id for question_id, part in index_of(bank).dimension_of.items() if question_id in asked}
    return tuple(spread for spread in picture if spread.dimension_id in parts)


@st.cache_resource(show_spinner=False, max_entries=16)
def _figure(key: str, changes: int, size: RoomSize, *, dark: bool) -> go.Figure:
    del changes
    bank, workshop = state.bank(), state.store().workshops.load(key)
    return workshop_radar(bank, _picture(bank, workshop), size=size, dark=dark)


def _heading(workshop: StoredWorkshop, picture: Sequence[DimensionSpread]) -> str:
    shown = sum(spread.questions for spread in picture)
    seen = f"{shown} of {len(workshop.state.question_ids)} questions shown so far"
    return f'<p class="over" role="status">The picture <b>{seen}</b></p><h1>What this room thinks of the service</h1>'


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]], *, dark: bool) -> str:
    colours = workshop_palette(dark=dark)
    signs = ["", f'<span style="color:{colours.room}" aria-hidden="true">\u25cf</span> ', ""]
    signs += [
        f'<span style="color:{colour}" aria-hidden="true">{sign}</span> '
        for sign, colour in zip(GROUP_SIGNS, colours.groups, strict=True)
    ]
    columns = "".join(
        _column(number, sign, cell) for number, (sign, cell) in enumerate(zip(signs, head, strict=False))
    )
    legend = " ".join(
        f'<span class="group">{sign}{escape(cell)}</span>'
        for sign, cell in list(zip(signs, head, strict=False))[FIRST_GROUP:]
    )
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    caption = f"From 0 to 100. Shaded: the {MIDDLE_HALF.lower()}. {legend}"
    return (
        f'<table class="numbers"><caption>{caption}</caption><thead><tr>{columns}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _column(number: int, sign: str, name: str) -> str:
    """A heading; those of groups are their marks, which the caption explains, and names for who cannot see them."""
    if number < FIRST_GROUP:
        return f'<th scope="col">{sign}{escape(name)}</th>'
    return f'<th scope="col">{sign}<span class="unseen">{escape(name)}</span></th>'


def divergence_screen(bank: Bank, workshop: StoredWorkshop) -> str:
    """The questions the room has seen, the one on which it differs most, by weight, first."""
    questions = index_of(bank).questions
    ordered = by_divergence(bank, latest_tallies(workshop.state, results(workshop)))
    items = "".join(
        f'<li><span class="asked">{escape(questions[tally.question_id].text)}</span>'
        f"<b>{escape(agreement_in_words(tally.room.agreement).capitalize())}</b></li>"
        for tally in ordered[:MOST_LISTED]
        if tally.room is not None
    )
    listed = f'<ol class="differs">{items}</ol>' if items else '<p class="says">Nothing has been shown yet.</p>'
    return (
        '<p class="over" role="status">Where we differ</p><h1>Worth talking about first</h1>'
        f'{listed}<p class="foot"><span>Ordered by disagreement and weight.</span>'
        f'<span class="corner">{reminder(workshop)}</span></p>'
    )
