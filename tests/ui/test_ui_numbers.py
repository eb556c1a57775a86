"""Numbers are read as people type them, and what is shown is read back as the same number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.ui.shared.numbers import read_number
from detector.wording.plain import number as written


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        pytest.param("4,200,000", 4_200_000, id="commas"),
        pytest.param(" £4.2m ", 4_200_000, id="pounds in millions"),
        pytest.param("4.2 million", 4_200_000, id="a million in words"),
        pytest.param("12k", 12_000, id="thousands"),
        pytest.param("92 %", 92, id="percent"),
        pytest.param(".5", 0.5, id="a half"),
        pytest.param("about 20", None, id="words"),
        pytest.param("-3", None, id="below nothing"),
        pytest.param("1e9", None, id="for machines"),
        pytest.param("nan", None, id="no number"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_number_as_people_type_it(typed: str, number: float | None) -> None:
    assert read_number(typed) == number


@given(st.one_of(st.integers(0, 10**12), st.floats(0, 1e12)))
def test_a_number_that_is_shown_is_read_back_the_same(number: float) -> None:
    assert read_number(written(number)) == number
