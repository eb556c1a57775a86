"""Answer sheets as rows of numbers: what the rank of a verdict is worked out from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import TOP_LEVEL, Bank
from detector.core.gates import GateResult, GateState
from detector.core.scoring import DimensionScore

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
GateLevels = NDArray[np.int8]

OPEN = -1
"""A gate's level where it is not known."""
ABSENT = -2
"""A gate's level where it is waived, or its question is not asked: no rule counts it."""

LEVEL_OF = {
    GateState.FAILED: 0,
    GateState.WARNING: 1,
    GateState.PASSED: TOP_LEVEL,
    GateState.OPEN: OPEN,
    GateState.WAIVED: ABSENT,
}
"""A level at which a gate is in a state. Levels 2 and 3 are one state, so no rule tells them apart."""


@dataclass(frozen=True)
class Sheets:
    """Complete or partial sheets, a row each.

    By dimension, in the bank's order: `points` is what the known answers bring (0-1), each answer's value by its
    share of the dimension's applicable weight; `known` the part of that weight that is known (0-1): so `points` never
    exceeds `known`, a dimension's score is their quotient, and on a complete sheet `known` is 1. `applies` (one for
    all sheets) is False where nothing in a dimension applies; `points` and `known` are 0 there.

    `gates`, in the bank's order, hold counted levels 0-3, `OPEN` or `ABSENT`. An array of a single row stands for all
    sheets: a thousand weightings of one sheet need one row of each.
    """

    points: Numbers
    known: Numbers
    applies: Flags
    gates: GateLevels


def sheet_row(
    bank: Bank,
    dimensions: Sequence[DimensionScore],
    gates: Sequence[GateResult],
    unknown: Mapping[str, int] | None = None,
) -> Sheets:
    """One sheet as a row: all the bank's dimensions in its order, and the gates that exist for this sheet.

    `unknown` gives a level (0-3) to questions that are unknown, and to their gates: the sheet as it would then be.
    """
    filled = unknown or {}
    levels = {gate.gate_id: _gate_level(gate, filled) for gate in gates}
    return Sheets(
        points=np.array([[_points(part, filled) for part in dimensions]], dtype=np.float64),
        known=np.array([[_known(part, filled) for part in dimensions]], dtype=np.float64),
        applies=np.array([bool(part.contributions) for part in dimensions], dtype=np.bool_),
        gates=np.array([[levels.get(gate.id, ABSENT) for gate in bank.gates]], dtype=np.int8),
    )


def stacked(sheets: Sequence[Sheets]) -> Sheets:
    """Several sheets of the same questions as rows below each other; at least one."""
    return Sheets(
        points=np.concatenate([each.points for each in sheets]),
        known=np.concatenate([each.known for each in sheets]),
        applies=sheets[0].applies,
        gates=np.concatenate([each.gates for each in sheets]),
    )


def _gate_level(gate: GateResult, filled: Mapping[str, int]) -> int:
    if gate.state is GateState.OPEN:
        return filled.get(gate.question_id, OPEN)
    return LEVEL_OF[gate.state]


def _points(dimension: DimensionScore, filled: Mapping[str, int]) -> float:
    return fsum(
        [
            part.share * (filled.get(part.question_id, 0) / TOP_LEVEL if part.value is None else part.value)
            for part in dimension.contributions
        ]
    )


def _known(dimension: DimensionScore, filled: Mapping[str, int]) -> float:
    return fsum(
        [part.share for part in dimension.contributions if part.value is not None or part.question_id in filled]
    )
