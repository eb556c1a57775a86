"""Where questions stand in a sheet's numbers, and what a sheet becomes once they have other levels."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import LEVELS, TOP_LEVEL, Bank, CapRule, GateKind
from detector.core.gates import STATE_AT_LEVEL, GateResult
from detector.core.robustness.draws import Levels
from detector.core.scoring import Contribution, DimensionScore
from detector.core.verdict.ceilings import GATE_POINTS
from detector.core.verdict.sheets import Numbers, Sheets

Wholes = NDArray[np.int64]


@dataclass(frozen=True)
class Places:
    """Some applicable questions, in the bank's order, and what each does to a sheet's numbers.

    By question: `levels` as counted (0-3, -1 where unknown), `dimensions` the column of its dimension, `shares` its
    part (0-1) of that, `own` its part (0-1) of the whole sheet, and `points` what its gates give a rule at each level.
    `gates` are (gate column, question) pairs.
    """

    question_ids: tuple[str, ...]
    levels: Levels
    dimensions: Wholes
    shares: Numbers
    own: Numbers
    points: dict[CapRule, Wholes]
    gates: tuple[tuple[int, int], ...]


def places(
    bank: Bank,
    dimensions: Sequence[DimensionScore],
    gates: Sequence[GateResult],
    chosen: Callable[[Contribution], bool],
) -> Places:
    """The chosen ones among the applicable questions."""
    found = [(column, part) for column, each in enumerate(dimensions) for part in each.contributions if chosen(part)]
    total = fsum([each.weight for each in dimensions if each.contributions])
    position = {part.question_id: at for at, (_, part) in enumerate(found)}
    columns = {gate.id: column for column, gate in enumerate(bank.gates)}
    pairs = [(gate, position[gate.question_id]) for gate in gates if gate.question_id in position]
    return Places(
        question_ids=tuple(position),
        levels=np.array([-1 if part.counted_level is None else part.counted_level for _, part in found], np.int8),
        dimensions=np.array([column for column, _ in found], dtype=np.int64),
        shares=np.array([part.share for _, part in found], dtype=np.float64),
        own=np.array([part.share * dimensions[column].weight / total for column, part in found], dtype=np.float64),
        points={rule: _points(rule, [(gate.kind, at) for gate, at in pairs], len(found)) for rule in GATE_POINTS},
        gates=tuple((columns[gate.gate_id], at) for gate, at in pairs),
    )


def picked(chosen: Places, columns: Wholes) -> Places:
    """Some of the questions, by where they stand among them."""
    new = {int(old): at for at, old in enumerate(columns)}
    return Places(
        question_ids=tuple(chosen.question_ids[old] for old in new),
        levels=chosen.levels[columns],
        dimensions=chosen.dimensions[columns],
        shares=chosen.shares[columns],
        own=chosen.own[columns],
        points={rule: points[columns] for rule, points in chosen.points.items()},
        gates=tuple((gate, new[at]) for gate, at in chosen.gates if at in new),
    )


def split_by_gates(chosen: Places) -> tuple[Wholes, Wholes]:
    """Where the questions stand that have gates, and where those that have none."""
    gated = np.isin(np.arange(len(chosen.question_ids)), [at for _, at in chosen.gates])
    return np.flatnonzero(gated), np.flatnonzero(~gated)


def completed(row: Sheets, unknown: Places, levels: Levels) -> Sheets:
    """The sheet once its unknown answers have levels, a row for each row of levels."""
    # Column by column: a product of matrices would start threads that cost more than they save.
    points = np.repeat(row.points, len(levels), axis=0).T.copy()
    for at, dimension in enumerate(unknown.dimensions):
        points[dimension] += levels[:, at] * (unknown.shares[at] / TOP_LEVEL)
    gates = np.repeat(row.gates, len(levels), axis=0)
    for column, at in unknown.gates:
        gates[:, column] = levels[:, at]
    return Sheets(
        points=points.T,
        known=row.applies[np.newaxis].astype(np.float64),
        applies=row.applies,
        gates=gates,
    )


def moved(row: Sheets, known: Places, levels: Mapping[str, int]) -> Sheets:
    """The sheet once some of its known answers have other levels (0-3), by question."""
    points, gates = row.points.copy(), row.gates.copy()
    for at, question_id in enumerate(known.question_ids):
        rise = levels.get(question_id, known.levels[at]) - known.levels[at]
        points[0, known.dimensions[at]] += known.shares[at] * rise / TOP_LEVEL
    for column, at in known.gates:
        gates[0, column] = levels.get(known.question_ids[at], known.levels[at])
    return replace(row, points=points, gates=gates)


def _points(rule: CapRule, gates: Sequence[tuple[GateKind, int]], questions: int) -> Wholes:
    """What the gates of each question give a rule at each level: a row a question, a column a level."""
    given = np.zeros((questions, LEVELS), dtype=np.int64)
    for kind, at in gates:
        given[at] += [GATE_POINTS[rule].get((kind, state), 0) for state in STATE_AT_LEVEL]
    return given
