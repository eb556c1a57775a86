"""The verdict of one sheet or of many drawn ones: the only place that works it out.

Everything is a row a sheet. An array of one row, or of none where a rule's number is the same for every sheet, is
spread over all rows, as numpy does. Rank 0 is the worst verdict.
"""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import Bank, CapRule, GateKind
from detector.core.gates import GateState
from detector.core.scoring import TOLERANCE
from detector.core.verdict.bands import bands_by_rank
from detector.core.verdict.ceilings import GATE_POINTS, UNKNOWN_COUNTS_AS
from detector.core.verdict.sheets import LEVEL_OF, Flags, GateLevels, Numbers, Sheets

Wholes = NDArray[np.int64]

_COUNTED = tuple((kind, state) for kind in GateKind for state in (GateState.FAILED, GateState.WARNING, GateState.OPEN))
_POINTS = {rule: np.array([points.get(each, 0) for each in _COUNTED]) for rule, points in GATE_POINTS.items()}


@dataclass(frozen=True)
class Ceiling:
    """The best rank (`limit`) while a rule holds.

    A rule about gates holds where its points come to `line` or more; one about headline dimensions where the lowest of
    them is under `line` (0-1). `line` is one number, or one a sheet.
    """

    rule: CapRule
    limit: int
    line: float | Numbers


@dataclass(frozen=True)
class VerdictRules:
    """A bank's bands and ceilings as ranks, read once.

    `verdicts` are the ids by rank. `starts` are the scores (0-1) from which a score reaches a rank, worst first, with
    `start_ranks` beside them: one row for all sheets, or a row a sheet. `ceilings` stand in the bank's order.
    `weights` (bank units) and `headline` are by dimension, `hard` by gate, in the bank's order.

    To try other lines, `dataclasses.replace` `starts`, or a ceiling's `line`, by an array with a row a sheet.
    """

    verdicts: tuple[str, ...]
    starts: Numbers
    start_ranks: Wholes
    ceilings: tuple[Ceiling, ...]
    weights: Numbers
    headline: Flags
    hard: Flags


@dataclass(frozen=True)
class Measures:
    """All that the rules look at, by sheet: the overall score and, by rule, the gates' points and the lowest headline.

    Scores are from 0 to 1. The arrays are of one shape, or spread to one as numpy does: for many changes of one sheet
    it is quicker to change its measures than to make a sheet of each.
    """

    overall: Numbers
    points: Mapping[CapRule, Wholes]
    lowest: Mapping[CapRule, Numbers]


# By identity, because hashing a frozen bank walks every entry of it; forgotten together with the bank.
_rules: dict[int, VerdictRules] = {}


def verdict_rules(bank: Bank) -> VerdictRules:
    """The bank's bands and ceilings as ranks, made once for each bank."""
    known = _rules.get(id(bank))
    if known is None:
        weakref.finalize(bank, _rules.pop, id(bank), None)
        known = _rules[id(bank)] = _made(bank)
    return known


def ranks(rules: VerdictRules, sheets: Sheets, weights: Numbers | None = None) -> Wholes:
    """The rank of each sheet's verdict: what its score gives, held down by the strictest ceiling that holds.

    `weights` are by dimension, one row for all sheets or a row a sheet, in any unit; the bank's where none are given.
    One sheet under many weights, many sheets under one, and a row of each all work. A sheet without any known answer
    ranks worst: ask `coverage` first. Whether a verdict is named is not asked here either.
    """
    return judged(rules, measured(rules, sheets, weights))


def overall_scores(rules: VerdictRules, sheets: Sheets, weights: Numbers | None = None) -> Numbers:
    """Each sheet's overall score (0-1): the mean of the known answers by their own weight, NaN without any."""
    each = np.atleast_2d(rules.weights if weights is None else weights)
    known = (each * sheets.known).sum(axis=1)
    return (each * sheets.points).sum(axis=1) / np.where(known > 0, known, np.nan)


def coverage(rules: VerdictRules, sheets: Sheets, weights: Numbers | None = None) -> Numbers:
    """The part of each sheet's applicable own weight that is known (0-1); 0 where nothing applies."""
    each = np.atleast_2d(rules.weights if weights is None else weights)
    asked = (each * sheets.applies).sum(axis=1)
    return (each * sheets.known).sum(axis=1) / np.where(asked > 0, asked, 1)


def score_ranks(rules: VerdictRules, overall: Numbers) -> Wholes:
    """The rank that each overall score (0-1) gives by itself."""
    best = np.zeros(overall.shape, dtype=np.int64)
    for place, rank in enumerate(rules.start_ranks):
        best = np.maximum(best, np.where(overall >= rules.starts[..., place] - TOLERANCE, rank, 0))
    return best


def ceiling_ranks(rules: VerdictRules, sheets: Sheets) -> Wholes:
    """The best rank that the ceilings leave each sheet."""
    return np.broadcast_to(_ceilings(rules, measured(rules, sheets)), len(sheets.gates))


def measured(rules: VerdictRules, sheets: Sheets, weights: Numbers | None = None) -> Measures:
    """What the rules look at, of each sheet."""
    tallies = gate_tallies(rules, sheets.gates)
    named = {ceiling.rule for ceiling in rules.ceilings}
    return Measures(
        overall=overall_scores(rules, sheets, weights),
        points={rule: tallies @ points for rule, points in _POINTS.items() if rule in named},
        lowest={
            rule: headline_values(rules, sheets, unknown).min(axis=1, initial=np.inf)
            for rule, unknown in UNKNOWN_COUNTS_AS.items()
            if rule in named
        },
    )


def judged(rules: VerdictRules, found: Measures) -> Wholes:
    """The rank of the verdict that measures of any one shape give."""
    return np.minimum(score_ranks(rules, found.overall), _ceilings(rules, found))


def _ceilings(rules: VerdictRules, found: Measures) -> Wholes:
    """The best rank that the ceilings leave, in the shape of what they look at."""
    best = np.array(len(rules.verdicts) - 1)
    for ceiling in rules.ceilings:
        best = np.where(holds(ceiling, found), np.minimum(best, ceiling.limit), best)
    return best


def holds(ceiling: Ceiling, found: Measures) -> Flags:
    """Whether a ceiling's rule holds, in the shape of what was measured."""
    if ceiling.rule in found.points:
        return found.points[ceiling.rule] >= ceiling.line
    return found.lowest[ceiling.rule] < np.asarray(ceiling.line) - TOLERANCE


def headline_values(rules: VerdictRules, sheets: Sheets, unknown: float) -> Numbers:
    """Each headline dimension (0-1) of each sheet where an unknown answer counts as `unknown` (0-1).

    A column for every dimension: infinite where it is not a headline one or nothing in it applies.
    """
    counted = sheets.applies & rules.headline
    return np.where(counted, sheets.points + (1 - sheets.known) * unknown, np.inf)


def gate_tallies(rules: VerdictRules, gates: GateLevels) -> Wholes:
    """How many gates of each sheet stand in each state that some rule counts: a column for each of `_COUNTED`."""
    of_kind = {GateKind.HARD: gates[:, rules.hard], GateKind.AMBER: gates[:, ~rules.hard]}
    return np.stack([np.count_nonzero(of_kind[kind] == LEVEL_OF[state], axis=1) for kind, state in _COUNTED], axis=1)


def _made(bank: Bank) -> VerdictRules:
    bands = bands_by_rank(bank)
    position = {band.id: rank for rank, band in enumerate(bands)}
    starts = [(band.from_score / 100, position[band.id]) for band in bands if band.from_score is not None]
    return VerdictRules(
        verdicts=tuple(position),
        starts=np.array([start for start, _ in starts], dtype=np.float64),
        start_ranks=np.array([rank for _, rank in starts], dtype=np.int64),
        ceilings=tuple(
            Ceiling(cap.rule, position[cap.at_most], (cap.count or 1) if cap.under is None else cap.under / 100)
            for cap in bank.caps
        ),
        weights=np.array([dimension.weight for dimension in bank.dimensions], dtype=np.float64),
        headline=np.array([dimension.headline for dimension in bank.dimensions], dtype=np.bool_),
        hard=np.array([gate.kind is GateKind.HARD for gate in bank.gates], dtype=np.bool_),
    )
