"""Typed text in labels."""

import string

from hypothesis import given
from hypothesis import strategies as st

from detector.ui.shared.markup import plain


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(string.punctuation))))
def test_no_mark_in_a_label_acts_and_none_is_lost(text: str) -> None:
    letters = iter(plain(text))
    shown = [(letter, next(letters) if letter == "\\" else "") for letter in letters]

    assert all(letter == "\\" for letter, _marked in shown if letter in string.punctuation)
    assert "".join(marked or letter for letter, marked in shown) == text.replace("\n", " ")
