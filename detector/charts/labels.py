"""The words that stand in a figure, whoever draws it."""

from detector.charts.points import ChartPoint
from detector.core.bank import Band
from detector.core.scoring import shown

RANGE = "Possible range"
SERVICE = "This service"
SCORE_AXIS = "Score out of 100"
OVERALL_AXIS = "Overall score out of 100"
OUTLINE_MEANS = "Heavy outline: the verdict"
WAYS_AXIS = "Ways of 100 that give another verdict"
TICKS = (0, 25, 50, 75, 100)
"""Where an axis from 0 to 100 has its numbers."""


def target_label(target: float) -> str:
    """What the dashed line (0-1) means."""
    return f"Best verdict from {shown(target)}"


def on_axis(point: ChartPoint) -> str:
    """A score beside its axis, or in few letters why there is none."""
    if point.score is not None:
        return str(shown(point.score))
    return "No answer" if point.high is not None else "N/A"


def stop_label(band: Band) -> str:
    """The name of a verdict that no score reaches."""
    return f"{band.label}, whatever the score"


def overall_axis(verdict: str | None) -> str:
    """The title under the verdict scale; it explains the outline where a band has one."""
    return OVERALL_AXIS if verdict is None else f"{OVERALL_AXIS}. {OUTLINE_MEANS}"
