"""Typed words as the pages take them in: the newer text counts, and nothing goes over what nobody has seen."""

import html
import json
import re

import pytest
from builders import at_level
from streamlit.testing.v1 import AppTest
from ui.pages import PATIENCE, Desk, said

from detector.core.answers import Answer, AnswerSheet, AnswerState
from detector.ui.state.typed import Typed

NOTED = Answer(AnswerState.LEVEL, 2, 0, "As it was")
SHEET = AnswerSheet("2026.2", answers={"MKT1": NOTED})


@pytest.fixture
def key(desk: Desk) -> str:
    return desk.kept(SHEET)


def type_into(page: AppTest, widget: str, typed: Typed) -> AppTest:
    """Run the page with words that the browser says were typed."""
    page.session_state["typed"] = {widget: typed}
    return page.run()


def note(desk: Desk, key: str) -> str:
    kept = desk.answer(key, "MKT1")
    return kept.note if kept else ""


def test_words_that_the_box_has_not_given_yet_are_kept(desk: Desk, key: str) -> None:
    page = desk.questions(key)
    page.button(key="toggle-MKT1").click().run()

    type_into(page, "note-MKT1", Typed(place=key, words="Newer", base="As it was", number=1))

    assert note(desk, key) == "Newer"
    assert page.text_area(key="note-MKT1").value == "As it was"
    page.radio(key="answer-MKT1").set_value("1").run()
    assert note(desk, key) == "Newer"


def test_words_are_kept_while_their_panel_is_closed(desk: Desk, key: str) -> None:
    type_into(desk.questions(key), "note-MKT1", Typed(place=key, words="Newer", base="As it was", number=1))

    assert note(desk, key) == "Newer"


@pytest.mark.parametrize(
    ("base", "sent"),
    [
        pytest.param("Theirs", (), id="they began from what is kept"),
        pytest.param("As it was", ("Theirs",), id="what is kept are earlier words of the same typing"),
    ],
)
def test_words_are_kept_over_what_their_writer_has_seen(
    desk: Desk, key: str, base: str, sent: tuple[str, ...]
) -> None:
    desk.changed_elsewhere(key, "MKT1", Answer(AnswerState.LEVEL, 2, 0, "Theirs"))

    type_into(desk.questions(key), "note-MKT1", Typed(place=key, words="Mine", base=base, sent=sent, number=1))

    assert note(desk, key) == "Mine"


def test_words_begun_from_a_text_that_is_no_longer_kept_are_a_choice(desk: Desk, key: str) -> None:
    desk.changed_elsewhere(key, "MKT1", Answer(AnswerState.LEVEL, 2, 0, "Theirs"))

    page = type_into(desk.questions(key), "note-MKT1", Typed(place=key, words="Mine", base="As it was", number=1))

    assert note(desk, key) == "Theirs"
    assert "(note: Theirs)" in said(page)
    assert "(note: Mine)" in said(page)
    page.button(key="theirs-MKT1").click().run()
    assert note(desk, key) == "Theirs"
    assert "(note: Mine)" not in said(page.run())


def test_another_choice_made_meanwhile_does_not_stand_in_the_way_of_words(desk: Desk, key: str) -> None:
    desk.changed_elsewhere(key, "MKT1", Answer(AnswerState.LEVEL, 3, 2, "As it was"))

    type_into(desk.questions(key), "note-MKT1", Typed(place=key, words="Mine", base="As it was", number=1))

    assert desk.answer(key, "MKT1") == Answer(AnswerState.LEVEL, 3, 2, "Mine")


def _receives() -> None:
    import streamlit as st

    from detector.ui import state

    sent = {
        "note-MKT1": {"place": "this", "words": "Here", "number": 2},
        "note-MKT2": {"place": "another", "words": "Elsewhere", "number": 3},
        "note-MKT3": {"place": "this", "words": 7},
        "note-MKT4": "no words",
    }
    state.take_typed(sent, "this")
    st.text(", ".join(f"{widget} {typed.words}" for widget, typed in state.all_typed().items()))
    state.drop_typed("note-MKT1")
    st.text(f"then {len(state.all_typed())}, dropped up to {state.dropped_number('note-MKT1')}")
    state.take_typed("no mapping", "this")
    st.text(f"at last {len(state.all_typed())}")


def test_only_well_formed_words_for_the_open_assessment_count_and_none_once_they_are_dropped() -> None:
    page = AppTest.from_function(_receives, default_timeout=PATIENCE).run()

    assert [text.value for text in page.text] == ["note-MKT1 Here", "then 0, dropped up to 2", "at last 0"]


def _tells() -> None:
    from detector.ui.shared import keeping

    keeping.hold("agree-dissent-MKT1", "key.room.MKT1", 'They said: "<b>no</b> & never"')
    keeping.forget("deleted")
    keeping.forget_everything()
    keeping.tell()


def test_the_browser_is_told_texts_as_they_are_and_what_to_forget(desk: Desk) -> None:
    page = AppTest.from_function(_tells, default_timeout=PATIENCE).run()

    found = re.search(r'data-kept="([^"]*)"', said(page))
    assert found is not None
    told = json.loads(html.unescape(found[1]))
    assert told["boxes"]["agree-dissent-MKT1"]["text"] == 'They said: "<b>no</b> & never"'
    assert [each["place"] for each in told["forget"]] == ["deleted", "*"]
    assert (told["unsaved"], told["retry"]) == (False, False)


def test_a_reason_keeps_its_box_while_not_applicable_stands(desk: Desk) -> None:
    given = Answer(AnswerState.NOT_APPLICABLE, reason="The council must")
    page = desk.questions(desk.kept(AnswerSheet("2026.2", answers={"MKT1": given, "MKT2": at_level(1)})))

    assert page.text_input(key="reason-MKT1").value == "The council must"
