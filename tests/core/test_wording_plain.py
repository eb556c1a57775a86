"""Days, numbers, counts and shares as people write them."""

from datetime import date

import pytest

from detector.wording.plain import counted, day, day_in_full, number, percent


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
        pytest.param(1e-7, "0.0000001", id="small, in full"),
    ],
)
def test_a_number(value: float, written: str) -> None:
    assert number(value) == written


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
        pytest.param(1.0, "100 %", id="all"),
    ],
)
def test_a_share(share: float, written: str) -> None:
    assert percent(share) == written
