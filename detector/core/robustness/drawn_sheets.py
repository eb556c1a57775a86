"""One sheet in every way its unknown answers may turn out: the one model of doubt behind all that is said of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from detector.core.bank import LEVELS, TOP_LEVEL, Bank
from detector.core.gates import GateResult
from detector.core.robustness.draws import MOST_COUNTED, Levels, drawn_levels, every_way
from detector.core.robustness.places import Places, Wholes, completed, picked, places, split_by_gates
from detector.core.scoring import Contribution, DimensionScore
from detector.core.verdict.ranks import Measures, VerdictRules, judged, measured, verdict_rules
from detector.core.verdict.sheets import Flags, Numbers, Sheets, sheet_row

CLEARED_LEVEL = 2
"""The level at which an answer is no longer weak, and its gate passed."""


@dataclass(frozen=True)
class Ways:
    """Ways that the unknown answers can turn out, a row each: levels (0-3), and the complete sheets they make."""

    levels: Levels
    sheets: Sheets
    measures: Measures
    ranks: Wholes


@dataclass(frozen=True)
class DrawnSheets:
    """One sheet with its unknown answers drawn.

    `row` is the sheet as it is. `unknown` are its unknown questions, `weak` those known to be under the level that
    counts as cleared. `drawn` are the draws under each assumption, as `rows_under` finds them; `all` the same, or,
    where few answers are unknown, every way there is.
    """

    rules: VerdictRules
    row: Sheets
    unknown: Places
    weak: Places
    drawn: Ways
    all: Ways


def drawn_sheets(bank: Bank, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]) -> DrawnSheets:
    """The sheet that has these scores and gates, with its unknown answers drawn; the same sheet draws the same."""
    rules, row = verdict_rules(bank), sheet_row(bank, dimensions, gates)
    unknown = places(bank, dimensions, gates, lambda part: part.counted_level is None)
    known = places(bank, dimensions, gates, lambda part: part.counted_level is not None)
    number = len(unknown.question_ids)
    drawn = ways(rules, row, unknown, drawn_levels(known.levels.tolist(), number, _seed(bank, dimensions)))
    return DrawnSheets(
        rules=rules,
        row=row,
        unknown=unknown,
        weak=places(bank, dimensions, gates, _is_weak),
        drawn=drawn,
        all=ways(rules, row, unknown, every_way(number)) if number <= MOST_COUNTED else drawn,
    )


def ways(rules: VerdictRules, row: Sheets, unknown: Places, levels: Levels) -> Ways:
    """The complete sheets that a sheet becomes as its unknown answers turn out as these levels, a row each."""
    sheets = completed(row, unknown, levels)
    measures = measured(rules, sheets)
    return Ways(levels, sheets, measures, judged(rules, measures))


def is_settled(drawn: DrawnSheets) -> bool:
    """Whether the verdict is the same however the unknown answers turn out."""
    ends = np.array([[0], [TOP_LEVEL]], dtype=np.int8).repeat(len(drawn.unknown.question_ids), axis=1)
    worst, best = ways(drawn.rules, drawn.row, drawn.unknown, ends).ranks
    return bool(worst == best)


def decides(drawn: DrawnSheets) -> dict[str, float]:
    """For each unknown question, in what share (0-1) of the ways the others turn out it alone decides the verdict.

    It does where the verdict with it at the top level is another than with it at the lowest.
    """
    worst, best = (_ranks_with(drawn, drawn.unknown, drawn.all.levels, level) for level in (0, TOP_LEVEL))
    return _shares(drawn.unknown, worst != best)


def lifts(drawn: DrawnSheets) -> dict[str, float]:
    """For each question known to be weak, in what share (0-1) of the ways clearing it alone lifts the verdict."""
    cleared = _ranks_with(drawn, drawn.weak, drawn.weak.levels[np.newaxis], CLEARED_LEVEL)
    return _shares(drawn.weak, cleared > drawn.all.ranks[:, np.newaxis])


def _ranks_with(drawn: DrawnSheets, chosen: Places, before: Levels, level: int) -> Wholes:
    """The rank of each drawn sheet once one of some questions has a level: a row a sheet, a column a question.

    `before` are the levels they have now, a row a sheet or one row for all.
    """
    ranks = np.empty((len(drawn.all.ranks), len(chosen.question_ids)), dtype=np.int64)
    for columns in split_by_gates(chosen):
        measures = _measures_with(drawn, picked(chosen, columns), before[:, columns], level)
        ranks[:, columns] = judged(drawn.rules, measures)
    return ranks


def _measures_with(drawn: DrawnSheets, chosen: Places, before: Levels, level: int) -> Measures:
    found = drawn.all.measures
    rise = (level - before) / TOP_LEVEL
    lowest = _lowest_with(drawn, chosen, rise)
    now = before + LEVELS * np.arange(len(chosen.question_ids))
    return Measures(
        overall=found.overall[:, np.newaxis] + chosen.own * rise,
        points={
            rule: points[:, np.newaxis] + _points_gained(chosen.points[rule], now, level)
            if chosen.gates
            else points[:, np.newaxis]
            for rule, points in found.points.items()
        },
        lowest=dict.fromkeys(found.lowest, lowest),
    )


def _points_gained(points: Wholes, now: Wholes, level: int) -> Wholes:
    """What a rule's points change by as each question moves to a level; `now` are places in the flattened points."""
    return points[:, level] - points.ravel().take(now)


def _lowest_with(drawn: DrawnSheets, chosen: Places, rise: Numbers) -> Numbers:
    """The lowest headline dimension (0-1) of each complete sheet once one question has risen by so much."""
    counted = np.flatnonzero(drawn.row.applies & drawn.rules.headline)
    scores = drawn.all.sheets.points[:, counted]
    lowest = np.repeat(scores.min(axis=1, initial=np.inf)[:, np.newaxis], len(chosen.question_ids), axis=1)
    for place, column in enumerate(counted):
        inside = np.flatnonzero(chosen.dimensions == column)
        others = np.delete(scores, place, axis=1).min(axis=1, initial=np.inf)[:, np.newaxis]
        raised = scores[:, [place]] + chosen.shares[inside] * rise[:, inside]
        lowest[:, inside] = np.minimum(others, raised)
    return lowest


def _shares(chosen: Places, happens: Flags) -> dict[str, float]:
    shares: list[float] = happens.mean(axis=0).tolist()
    return dict(zip(chosen.question_ids, shares, strict=True))


def _is_weak(part: Contribution) -> bool:
    return part.counted_level is not None and part.counted_level < CLEARED_LEVEL


def _seed(bank: Bank, dimensions: Sequence[DimensionScore]) -> int:
    """A number that belongs to the bank's version and to what every applicable question counts as.

    Levels go in by their order, not by an id or a place in the bank: neither renaming a question nor taking out what
    does not apply changes a number.
    """
    levels = [part.counted_level for each in dimensions for part in each.contributions]
    return int.from_bytes(sha256(json.dumps([bank.version, levels]).encode()).digest())
