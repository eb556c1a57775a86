"""What the formulas of the Scores sheet give on the answers as exported."""

from collections.abc import Collection, Iterable
from math import fsum

from detector.core.bank import TOP_LEVEL, Bank, CapRule, Dimension
from detector.core.scoring import DimensionScore, WeightedScore
from detector.core.verdict.ceilings import UNKNOWN_COUNTS_AS
from detector.core.verdict.verdict import PASSED_LEVEL
from detector.exports.workbook.context import Weighing, number, whole
from detector.exports.workbook.scores_layout import SUMMED

Values = dict[str, str | float]


def dimension_values(
    bank: Bank,
    dimension: Dimension,
    score: DimensionScore,
    sets: Iterable[Weighing],
    total: dict[str, float],
    gates: Collection[str],
) -> Values:
    """A dimension's row; `total` is the weight answered, by prefix, `gates` the questions of open hard gates."""
    known = [part for part in score.contributions if part.value is not None]
    passing = fsum(
        [part.weight * PASSED_LEVEL / TOP_LEVEL for part in score.contributions if part.question_id in gates]
    )
    exact = {"exact": number(score.score), "exact_low": number(score.low), "exact_high": number(score.high)}
    shown: Values = {"score": whole(score.score), "low": whole(score.low), "high": whole(score.high)}
    sums: Values = {
        "applies": fsum([part.weight for part in score.contributions]),
        "known": fsum([part.weight for part in known]),
        "earned": fsum([part.weight * (part.value or 0.0) for part in known]),
        "passing": passing,
        "coverage": score.coverage,
    }
    exact["exact_passed"] = number(if_passed(score, gates))
    headline: Values = {
        "headline_doubt": number(in_doubt(score)) if dimension.headline else "",
        "headline_low": exact["exact_low"] if dimension.headline else "",
        "headline_high": exact["exact_high"] if dimension.headline else "",
        "headline_passed": exact["exact_passed"] if dimension.headline else "",
    }
    other: Values = {
        "chart": "#N/A" if score.score is None else shown["score"],
        "target": max(band.from_score for band in bank.bands if band.from_score is not None),
        "remark": _remark(score),
    }
    weighed: Values = {}
    for each in sets:
        own = _weighed(score, each.weights[dimension.id], total[each.prefix], if_passed(score, gates))
        weighed.update({f"{each.prefix}{key}": value for key, value in own.items()})
    return {**exact, **shown, **sums, **headline, **other, **weighed}


def in_doubt(score: DimensionScore) -> float | None:
    """A dimension's score (0-1) with every unknown answer weak, None where nothing applies."""
    return None if score.low is None else score.low + (1 - score.coverage) * UNKNOWN_COUNTS_AS[CapRule.HEADLINE_LOW]


def if_passed(score: DimensionScore, gates: Collection[str]) -> float | None:
    """A dimension's lowest score (0-1) if these questions, of open hard gates, turn out to pass."""
    more = fsum([part.share * PASSED_LEVEL / TOP_LEVEL for part in score.contributions if part.question_id in gates])
    return None if score.low is None else score.low + more


def _remark(score: DimensionScore) -> str:
    if not score.contributions:
        return "Nothing applies here, so its weight is given up"
    return "Nothing answered yet" if score.score is None else ""


def _weighed(score: DimensionScore, weight: float, total: float, passed: float | None) -> Values:
    scored = 0.0 if score.score is None else weight * score.coverage
    share = scored / total if scored else ""
    return {
        "share": share,
        "points": "" if share == "" else float(share) * (score.score or 0.0) * 100,
        "scored": scored,
        "applied": 0.0 if score.low is None else weight,
        "weighted": scored * (score.score or 0.0),
        "weighted_low": weight * (score.low or 0.0),
        "weighted_high": weight * (score.high or 0.0),
        "weighted_passed": weight * (passed or 0.0),
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
    applied, passed = sums[f"{prefix}applied"], sums[f"{prefix}weighted_passed"]
    exact["exact_passed"] = float(passed) / float(applied) if applied else ""
    exact["coverage"] = found.coverage
    return {**sums, **exact, "score": whole(found.score), "low": whole(found.low), "high": whole(found.high)}
