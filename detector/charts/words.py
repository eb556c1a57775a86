"""The figures in words and as a table: every number, for whoever does not see the picture."""

from collections.abc import Sequence

from detector.charts.bands import segments
from detector.charts.points import ChartPoint, by_gap
from detector.core.bank import Band
from detector.core.scoring import shown
from detector.wording.result import out_of_100, score_cells, score_in_words


def radar_in_words(points: Sequence[ChartPoint], target: float) -> str:
    """Everything the radar shows, in the order of its axes."""
    return (
        f"Radar chart of {len(points)} dimensions, each scored from 0 to 100. "
        f"The best verdict starts at {shown(target)}. {_sentences(points)}"
    )


def dumbbell_in_words(points: Sequence[ChartPoint], target: float) -> str:
    """Everything the dumbbell shows, the dimension furthest below the target first."""
    rows = by_gap(points, target)
    return (
        f"Chart of {len(rows)} dimensions scored from 0 to 100, the largest shortfall from {shown(target)}, "
        f"where the best verdict starts, first. {_sentences(rows)}"
    )


def verdict_scale_in_words(
    bands: Sequence[Band], low: float, score: float, high: float, *, verdict: str | None = None
) -> str:
    """Everything the verdict scale shows."""
    parts = [
        f"The overall score is {out_of_100(score, low, high)}.",
        f"Verdicts by score: {', '.join(f'{band.label} from {start:g}' for band, start, _ in segments(bands))}.",
        *(f"{band.label}: whatever the score." for band in bands if band.from_score is None),
        *(f"The verdict is {band.label}." for band in bands if band.id == verdict),
    ]
    return " ".join(parts)


def score_table(points: Sequence[ChartPoint]) -> list[dict[str, str]]:
    """The numbers beside the figures, a row for each point in the order given, under the headings to print."""
    return [
        {
            "Dimension": point.name,
            **dict(zip(("Score", "Possible range"), score_cells(point), strict=True)),
            "Answered": "" if point.high is None else f"{point.answered} of {point.asked}",
        }
        for point in points
    ]


def _sentences(points: Sequence[ChartPoint]) -> str:
    return " ".join(f"{point.name}: {score_in_words(point)}." for point in points)
