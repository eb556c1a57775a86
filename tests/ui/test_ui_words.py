"""Typed text in labels."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from ui.pages import PATIENCE, Desk, said

from detector.core.answers import AnswerSheet, Service
from detector.core.text import clean
from detector.ui.shared.markup import plain, told

BETWEEN = "\N{WORD JOINER}"
# What Streamlit's page does to text that is left once marks are taken away: remark-gfm, remark-emoji, and its own.
MADE_OTHERWISE = (
    r"(https?://|www(?=\.))([-.\w]+)([^ \t\r\n]*)",
    r"([-.\w+]+)@([-\w]+(?:\.[-\w]+)+)",
    r":\+1:|:-1:|:[\w-]+:",
    r":material/\w+:",
    r"(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)",
)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(string.punctuation))))
def test_no_mark_in_a_label_acts_and_none_is_lost(text: str) -> None:
    letters = iter(plain(text).replace(BETWEEN, ""))
    shown = [(letter, next(letters) if letter == "\\" else "") for letter in letters]

    assert all(letter == "\\" for letter, _marked in shown if letter in string.punctuation)
    assert "".join(marked or letter for letter, marked in shown) == clean(text).replace("\n", " ")


def left_to_act_on(text: str) -> str:
    """The text of a label as the page has it once marks are taken away."""
    return re.sub(r"\\(.)", r"\1", plain(text), flags=re.DOTALL)


@pytest.mark.parametrize(
    "typed",
    [
        "Lib www.evil.example",
        "WWW.evil.example",
        "https://evil.example/a?b",
        "HTTP://evil.example",
        "ask lib@evil.example now",
        "Lib :smile: :+1: :-1:",
        ":material/delete:",
        "a <- b -> c <-> d -- e >= f <= g ~= h",
        "<-",
        ":a:b:c:",
    ],
)
def test_a_text_does_not_become_a_link_or_another_sign(typed: str) -> None:
    left = left_to_act_on(typed)

    assert [rule for rule in MADE_OTHERWISE if re.search(rule, left, re.IGNORECASE)] == []
    assert left.replace(BETWEEN, "") == typed


@pytest.mark.parametrize("typed", ["Library service", "Ask: who?", "10:30", "9 < 10", "well-known", "a - b", "w.w.w."])
def test_an_ordinary_text_has_nothing_between_its_letters(typed: str) -> None:
    assert left_to_act_on(typed) == typed


PIECES = st.sampled_from(["www", ".", "://", ":", "http", "s", "@", "<", "-", ">", "=", "~", " ", "a", "/", "+1"])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_text_becomes_a_link_or_another_sign(typed: str) -> None:
    left = left_to_act_on(typed)

    assert [rule for rule in MADE_OTHERWISE if re.search(rule, left, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    "typed", ["Library \u202egnikcarkcab\u202c", "\u2067Library\u2069 gnikcarkcab\u200f"], ids=ascii
)
def test_marks_that_turn_the_direction_of_reading_are_left_out(typed: str) -> None:
    assert plain(typed) == told(typed) == "Library gnikcarkcab"


def _listed() -> None:
    from detector.ui.assessments.page import start_page

    start_page()


def test_a_name_in_the_list_has_no_mark_that_turns_it(desk: Desk) -> None:
    desk.kept(AnswerSheet("2026.2", Service("Library \u202egnikcarkcab\u202c")))

    page = AppTest.from_function(_listed, default_timeout=PATIENCE).run()

    assert "Library gnikcarkcab" in [text.value for text in page.text]
    assert "Open Library gnikcarkcab" in [button.label for button in page.button]


@pytest.mark.parametrize("part", ["Name", "Council"])
def test_a_name_with_a_character_that_cannot_be_kept_is_refused_in_words(desk: Desk, part: str) -> None:
    page = AppTest.from_function(_listed, default_timeout=PATIENCE).run()
    next(box for box in page.text_input if box.label.startswith(part)).set_value("Lib\0rary")

    next(button for button in page.button if button.label == "Start").click().run()

    assert not page.exception
    assert f"Not started. {part}: This text holds a character that cannot be kept." in said(page)
    assert desk.store.recent() == ()
