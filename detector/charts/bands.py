"""The verdict bands as stretches of the scale from 0 to 100."""

from collections.abc import Sequence

from detector.core.bank import Band


def segments(bands: Sequence[Band]) -> list[tuple[Band, float, float]]:
    """Each band that a score can reach, with the scores (0-100) where it starts and ends, worst first."""
    reached = [(band, band.from_score) for band in bands if band.from_score is not None]
    reached.sort(key=lambda pair: pair[1])
    ends = [start for _, start in reached[1:]] + [100.0]
    return [(band, start, end) for (band, start), end in zip(reached, ends, strict=True)]
