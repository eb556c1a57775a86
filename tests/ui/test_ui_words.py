"""Typed text in labels."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from ui.pages import PATIENCE, Desk

from detector.core.answers import AnswerSheet, Service
from detector.core.text import clean
from detector.ui.shared.markup import plain, told


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(string.punctuation))))
def test_no_mark_in_a_label_acts_and_none_is_lost(text: str) -> None:
    letters = iter(plain(text))
    shown = [(letter, next(letters) if letter == "\\" else "") for letter in letters]

    assert all(letter == "\\" for letter, _marked in shown if letter in string.punctuation)
    assert "".join(marked or letter for letter, marked in shown) == clean(text).replace("\n", " ")


@pytest.mark.parametrize(
    "typed", ["Library \u202egnikcarkcab\u202c", "\u2067Library\u2069 gnikcarkcab\u200f"], ids=ascii
)
def test_marks_that_turn_the_direction_of_reading_are_left_out(typed: str) -> None:
    assert plain(typed) == told(typed) == "Library gnikcarkcab"


def _listed() -> None:
    from detector.ui.assessments.page import start_page

    start_page()


def test_a_name_in_the_list_has_no_mark_that_turns_it(desk: Desk) -> None:
    desk.kept(AnswerSheet("2026.1", Service("Library \u202egnikcarkcab\u202c")))

    page = AppTest.from_function(_listed, default_timeout=PATIENCE).run()

    assert "Library gnikcarkcab" in [text.value for text in page.text]
    assert "Open Library gnikcarkcab" in [button.label for button in page.button]
