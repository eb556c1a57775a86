"""What the formulas of the Scores sheet give on the answers as exported."""

from collections.abc import Iterable
from math import fsum

from detector.core.bank import Bank, Dimension
from detector.core.scoring import DimensionScore, WeightedScore
from detector.exports.workbook.context import Weighing, number, whole
from detector.exports.workbook.scores_layout import SUMMED

Values = dict[str, str | float]


def dimension_values(
    bank: Bank, dimension: Dimension, score: DimensionScore, sets: Iterable[Weighing], total: dict[str, float]
) -> Values:
    """A dimension's row; `total` is the weight of all dimensions that have a score, by prefix."""
    known = [part for part in score.contributions if part.value is not None]
    exact = {"exact": number(score.score), "exact_low": number(score.low), "exact_high": number(score.high)}
    shown: Values = {"score": whole(score.score), "low": whole(score.low), "high": whole(score.high)}
    sums: Values = {
        "applies": fsum([part.weight for part in score.contributions]),
        "known": fsum([part.weight for part in known]),
        "earned": fsum([part.weight * (part.value or 0.0) for part in known]),
        "coverage": score.coverage,
    }
    headline: Values = {
        "headline_score": exact["exact"] if dimension.headline else "",
        "headline_low": exact["exact_low"] if dimension.headline else "",
        "headline_high": exact["exact_high"] if dimension.headline else "",
    }
    other: Values = {
        "chart": "#N/A" if score.score is None else shown["score"],
        "target": max(band.from_score for band in bank.bands if band.from_score is not None),
        "remark": _remark(score),
    }
    weighed: Values = {}
    for each in sets:
        own = _weighed(score, each.weights[dimension.id], total[each.prefix])
        weighed.update({f"{each.prefix}{key}": value for key, value in own.items()})
    return {**exact, **shown, **sums, **headline, **other, **weighed}


def _remark(score: DimensionScore) -> str:
    if not score.contributions:
        return "Nothing applies here, so its weight is given up"
    return "Nothing answered yet" if score.score is None else ""


def _weighed(score: DimensionScore, weight: float, total: float) -> Values:
    scored = 0.0 if score.score is None else weight
    share = scored / total if scored else ""
    return {
        "share": share,
        "points": "" if share == "" else float(share) * (score.score or 0.0) * 100,
        "scored": scored,
        "applied": 0.0 if score.low is None else weight,
        "weighted": weight * (score.score or 0.0),
        "weighted_low": weight * (score.low or 0.0),
        "weighted_high": weight * (score.high or 0.0),
        "changed": "",
    }


def group_values(found: WeightedScore, rows: Iterable[Values], prefix: str) -> Values:
    """The row of a group or of the overall score, from the rows of its dimensions (which hold their weights)."""
    parts = list(rows)
    sums: Values = {
        f"{prefix}{key}": fsum([value for part in parts if isinstance(value := part[f"{prefix}{key}"], int | float)])
        for key in SUMMED
    }
    exact = {"exact": number(found.score), "exact_low": number(found.low), "exact_high": number(found.high)}
    return {**sums, **exact, "score": whole(found.score), "low": whole(found.low), "high": whole(found.high)}
