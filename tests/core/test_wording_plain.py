"""Days, numbers, counts and shares as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.core.scoring import shown_share
from detector.wording.plain import counted, day, day_in_full, in_pence, money, number, percent


def test_a_day_has_no_nought_before_it() -> None:
    assert day(date(2026, 11, 1)) == day_in_full("2026-11-01") == "1 November 2026"


def test_no_day_is_nothing() -> None:
    assert day_in_full("") == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(4_200_000, "4,200,000", id="thousands"),
        pytest.param(9.50, "9.5", id="no idle nought"),
        pytest.param(2.0, "2", id="whole"),
        pytest.param(0, "0", id="nought"),
        pytest.param(-0.0, "0", id="nought has no sign"),
        pytest.param(1e-7, "0.0000001", id="small, in full"),
    ],
)
def test_a_number(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("pounds", "written"),
    [
        pytest.param(4_099_999.9999999995, "4,100,000", id="a hair under 4.1 million"),
        pytest.param(8_199_999.999999999, "8,200,000", id="a hair under 8.2 million"),
        pytest.param(-0.0, "0", id="nought has no sign"),
        pytest.param(12.5, "12.50", id="pence"),
        pytest.param(0.125, "0.13", id="half a penny up"),
        pytest.param(420_000.0, "420,000", id="whole pounds"),
        pytest.param(10**12, "1,000,000,000,000", id="the most"),
    ],
)
def test_money_is_whole_pounds_or_pence(pounds: float, written: str) -> None:
    assert money(pounds) == written


@given(st.integers(0, 10**14))
def test_a_sum_of_pence_is_shown_to_the_penny(pence: int) -> None:
    whole, rest = divmod(pence, 100)

    assert money(in_pence(pence / 100)) == (f"{whole:,}.{rest:02}" if rest else f"{whole:,}")


@pytest.mark.parametrize(
    ("count", "plural", "written"),
    [
        pytest.param(1, "", "1 answer", id="one"),
        pytest.param(0, "", "0 answers", id="none"),
        pytest.param(1200, "", "1,200 answers", id="many"),
        pytest.param(2, "replies", "2 replies", id="a plural of its own"),
    ],
)
def test_a_count(count: int, plural: str, written: str) -> None:
    assert counted(count, "answer", plural) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [
        pytest.param(0.0, "0 %", id="nothing"),
        pytest.param(0.004, "under 1 %", id="hardly any is not nothing"),
        pytest.param(0.565, "57 %", id="half up"),
        pytest.param(0.996, "over 99 %", id="nearly all is not all"),
        pytest.param(499 / 500, "over 99 %", id="one of 500 missing"),
        pytest.param(1.0, "100 %", id="all"),
        pytest.param(sum([0.1] * 10), "100 %", id="all, in binary fractions"),
    ],
)
def test_a_share(share: float, written: str) -> None:
    assert percent(share) == written


@pytest.mark.parametrize(
    ("share", "number"),
    [(0.0, 0), (0.001, 1), (0.014, 1), (0.015, 2), (0.985, 99), (0.999, 99), (1.0, 100)],
)
def test_a_share_as_a_whole_number(share: float, number: int) -> None:
    assert shown_share(share) == number


@given(st.integers(1, 10**6).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_all_is_said_only_of_all_and_nothing_only_of_nothing(counts: tuple[int, int]) -> None:
    there, whole = counts

    assert (percent(there / whole) == "100 %", shown_share(there / whole) == 100) == (there == whole,) * 2
    assert (percent(there / whole) == "0 %", shown_share(there / whole) == 0) == (there == 0,) * 2
