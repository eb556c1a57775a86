import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.core.workshop.agreement import agreement

COUNTS = st.lists(st.integers(0, 40), min_size=4, max_size=4).filter(any)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param([30, 40, 210, 130, 530, 50, 10], 0.6113333, id="the example published with the R package agrmt"),
        pytest.param([0, 7, 0, 0], 1.0, id="all on one level"),
        pytest.param([5, 5, 5, 5], 0.0, id="every level as often"),
        pytest.param([5, 0, 0, 5], -1.0, id="two halves at the ends"),
        pytest.param([4, 4, 0, 0], 2 / 3, id="two halves side by side"),
        pytest.param([1, 0, 1, 0], -1 / 6, id="two halves with a gap"),
    ],
)
def test_agreement(counts: list[int], expected: float) -> None:
    found = agreement(counts)

    assert found == pytest.approx(expected, abs=1e-7)


def test_nobody_agrees_about_nothing() -> None:
    assert agreement([0, 0, 0, 0]) is None


@given(COUNTS)
def test_agreement_lies_between_minus_one_and_one(counts: list[int]) -> None:
    found = agreement(counts)

    assert found is not None
    assert -1 - 1e-9 <= found <= 1 + 1e-9


@given(COUNTS, st.integers(2, 9))
def test_only_the_shares_matter(counts: list[int], times: int) -> None:
    assert agreement([count * times for count in counts]) == pytest.approx(agreement(counts))


@given(COUNTS)
def test_it_does_not_matter_which_end_is_best(counts: list[int]) -> None:
    assert agreement(counts[::-1]) == pytest.approx(agreement(counts))
