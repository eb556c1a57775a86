"""The verdicts as ranks, and when a score reaches a line."""

import pytest
from builders import BANDS, make_bank, make_dimension

from detector.core.verdict.bands import bands_by_rank, rank, reaches

BANK = make_bank([make_dimension("market", ["MKT1"])])


def test_verdicts_rank_from_the_worst_however_the_bank_lists_them() -> None:
    mixed = BANK.model_copy(update={"bands": (BANDS[2], BANDS[4], BANDS[0], BANDS[3], BANDS[1])})

    assert [band.id for band in bands_by_rank(mixed)] == ["stop", "not_suited", "weak", "promising", "strong"]


def test_the_rank_of_a_verdict_counts_the_worse_ones() -> None:
    assert [rank(BANK, verdict) for verdict in ("stop", "weak", "strong")] == [0, 2, 4]


@pytest.mark.parametrize(
    ("score", "threshold", "reached"),
    [
        pytest.param(0.1 + 0.2, 0.3, True, id="above"),
        pytest.param(0.7 - 1e-12, 0.7, True, id="what adding up loses is forgiven"),
        pytest.param(0.7 - 1e-6, 0.7, False, id="a real difference is not"),
    ],
)
def test_a_threshold_is_reached(score: float, threshold: float, reached: bool) -> None:
    assert reaches(score, threshold) is reached
