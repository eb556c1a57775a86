"""Numbers are read as people type them, and what is shown is read back as the same number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.ui.shared.numbers import likely_number, read_number
from detector.wording.plain import number as written


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        pytest.param("4,200,000", 4_200_000, id="commas"),
        pytest.param(" £4.2m ", 4_200_000, id="pounds in millions"),
        pytest.param("£4.1m", 4_100_000, id="decimals, not binary fractions"),
        pytest.param("£8.2m", 8_200_000, id="decimals of millions"),
        pytest.param("1.1k", 1_100, id="decimals of thousands"),
        pytest.param("4.2 million", 4_200_000, id="a million in words"),
        pytest.param("12k", 12_000, id="thousands"),
        pytest.param("92 %", 92, id="percent"),
        pytest.param(".5", 0.5, id="a half"),
        pytest.param("4 200 000", 4_200_000, id="blanks"),
        pytest.param("1,234.56", 1_234.56, id="a fraction after thousands"),
        pytest.param("007", 7, id="noughts before it"),
        pytest.param("9,5", None, id="a comma before one digit"),
        pytest.param("4,2m", None, id="a comma before one digit of millions"),
        pytest.param("4,20,000", None, id="groups of two"),
        pytest.param("4200,000", None, id="four digits before a comma"),
        pytest.param("0,500", None, id="nothing before a comma"),
        pytest.param("4,200 000", None, id="two sorts of marks"),
        pytest.param("5,", None, id="a comma at the end"),
        pytest.param("about 20", None, id="words"),
        pytest.param("-3", None, id="below nothing"),
        pytest.param("1e9", None, id="for machines"),
        pytest.param("nan", None, id="no number"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_number_as_people_type_it(typed: str, number: float | None) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        pytest.param("9,5", "9.5", id="posts"),
        pytest.param("£4,2m", "4,200,000", id="income"),
        pytest.param("1,5 %", "1.5", id="percent"),
        pytest.param("0,500", "0.5", id="half"),
        pytest.param("1.234,50", "1,234.5", id="marks the other way round"),
        pytest.param("1.234.567", "1,234,567", id="dots between thousands"),
        pytest.param("10,00,000", "1,000,000", id="groups of two"),
        pytest.param("4,200 000", "4,200,000", id="two sorts of marks"),
        pytest.param("9.5", "", id="a number already"),
        pytest.param("27.3.2027", "", id="a day"),
        pytest.param("12 13", "", id="two numbers"),
        pytest.param("many", "", id="a word"),
        pytest.param("1,2" + "3" * 5000, "", id="no end"),
    ],
)
def test_marks_that_stand_where_none_can_are_asked_about(typed: str, asked: str) -> None:
    assert likely_number(typed) == asked


@given(st.integers(0, 999), st.from_regex(r"[0-9]{1,2}|[0-9]{4,9}", fullmatch=True))
def test_a_comma_before_anything_but_three_digits_is_never_taken(whole: int, rest: str) -> None:
    assert read_number(f"{whole},{rest}") is None
    assert read_number(likely_number(f"{whole},{rest}")) == float(f"{whole}.{rest}")


@given(st.integers(0, 10**9), st.integers(0, 6))
def test_a_decimal_of_millions_is_exactly_so_many(parts: int, places: int) -> None:
    typed = f"{parts // 10**places}.{parts % 10**places:0{places or 1}}m"

    assert read_number(typed) == parts * 10**6 // 10**places


@given(st.one_of(st.integers(0, 10**12), st.floats(0, 1e12)))
def test_a_number_that_is_shown_is_read_back_the_same(number: float) -> None:
    assert read_number(written(number)) == number
