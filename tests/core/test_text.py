import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.core.text import REPLACEMENT, clean, is_blank, is_keepable, keepable, one_line

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)
# What shapes the letter beside it, or is seen: the joiners, and signs over Arabic, Syriac and Kaithi numbers.
KEPT_CONTROLS = {
    "\n",
    "\u200c",
    "\u200d",
    *map(chr, range(0x600, 0x606)),
    *"\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd",
}
FLAG_OF_WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"], ids=ascii
)
def test_every_break_of_a_line_is_a_newline(end: str) -> None:
    assert clean(f"one{end}two{end}{end}three") == "one\ntwo\n\nthree"


def test_no_character_that_controls_or_hides_comes_through() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    controls = {each for each in every if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}}

    assert {each for each in controls if each in clean(each)} == KEPT_CONTROLS


def test_every_letter_mark_digit_and_sign_comes_through() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    shown = "".join(each for each in every if unicodedata.category(each)[0] in "LMNPS" or each == " ")

    assert clean(shown) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("six\ttab", "six tab", id="a tab is a blank"),
        pytest.param("half \ud83d", f"half {REPLACEMENT}", id="half a character is marked"),
        pytest.param("\ue000\uf8ff\U0010fffd", REPLACEMENT * 3, id="private characters are marked"),
        pytest.param("\ufdd0\uffff\U0001fffe", REPLACEMENT * 3, id="what is no character is marked"),
        pytest.param(f"{FLAG_OF_WALES}!", f"{FLAG_OF_WALES}!", id="the flag of Wales stays"),
        pytest.param("a\U000e0067\U000e007f", "a", id="tags that make no flag are left out"),
        pytest.param("\U0001f3f4\0\U000e0067\U000e007f", "\U0001f3f4", id="nor do tags after something hidden"),
    ],
)
def test_what_is_shown_for_what_was_typed(typed: str, shown: str) -> None:
    assert clean(typed) == shown


@given(text=ANY_TEXT)
def test_a_clean_text_is_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(text=ANY_TEXT)
def test_one_line_is_one_line_without_blanks_around_it(text: str) -> None:
    line = one_line(text)

    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line


@given(text=ANY_TEXT)
def test_what_is_keepable_is_kept_as_typed(text: str) -> None:
    assert (keepable(text) == text) == is_keepable(text)
    assert is_keepable(keepable(text))
    assert len(keepable(text)) == len(text)
    keepable(text).encode()


UNSEEN = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u2800\u3164\uffa0\u115f\u1160\u180e\u034f"
    "\ufe0f\u202e\u2066\u00a0\u2003 \t\n\u2028\0"
)


@pytest.mark.parametrize("text", ["", *UNSEEN, UNSEEN, "\u200b" * 200], ids=ascii)
def test_what_nobody_can_see_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["x", "\u200bx\u200b", "-", "\u0301", "\ue000", "\ud800", FLAG_OF_WALES], ids=ascii)
def test_what_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@given(text=st.text(st.sampled_from(UNSEEN)), seen=st.characters(categories=["L", "N", "P", "S"]))
def test_one_letter_among_what_is_unseen_makes_a_text(text: str, seen: str) -> None:
    assert is_blank(text)
    assert is_blank(f"{text}{seen}{text}") == is_blank(seen)
