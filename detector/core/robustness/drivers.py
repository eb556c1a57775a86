"""How often other weights, other lines, or one gate less give another verdict, the known answers left as they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from detector.core.bank import Bank, Cap
from detector.core.gates import GateResult
from detector.core.robustness.outlook import Shares, verdict_shares
from detector.core.verdict.ceilings import GATE_POINTS
from detector.core.verdict.ranks import Ceiling, VerdictRules, ranks
from detector.core.verdict.sheets import ABSENT, Sheets

DRAWS = 4_000
"""How many weightings, and how many sets of lines, are drawn."""
LINE_SHIFT = 0.05
"""How far (0-1) the line of a band or of a headline dimension is moved."""
SEED = 20262
"""The same weightings and lines for every sheet: they depend on no answer."""


@dataclass(frozen=True)
class GateEffects:
    """What the gates do to a verdict.

    `without` is the verdict were a gate not there, by gate, for each that changes it by itself. `holding` are the
    gates that together hold the verdict where taking one away changes nothing.
    """

    without: dict[str, str]
    holding: tuple[str, ...]


def shares_by_weights(bank: Bank, rules: VerdictRules, row: Sheets) -> Shares:
    """How often each verdict comes out where every weight is up to the limit for councils more or less."""
    limit = bank.scale.local_weight_limit
    random = np.random.default_rng(SEED)
    weights = rules.weights * random.uniform(1 - limit, 1 + limit, (DRAWS, len(rules.weights)))
    return verdict_shares(rules.verdicts, ranks(rules, row, weights))


def shares_by_lines(bank: Bank, rules: VerdictRules, row: Sheets) -> Shares:
    """How often each verdict comes out where all lines are moved: of scores by up to 5 of 100, counts by one."""
    moved = moved_lines(bank, rules, np.random.default_rng(SEED), DRAWS)
    return verdict_shares(rules.verdicts, ranks(moved, row))


def moved_lines(bank: Bank, rules: VerdictRules, random: np.random.Generator, draws: int) -> VerdictRules:
    """The rules with a row of lines a draw: of scores up to 5 of 100 more or less, counts by one."""
    # The lowest band begins at nothing: a score under its line would have no verdict.
    shifts = random.uniform(-LINE_SHIFT, LINE_SHIFT, (draws, len(rules.starts))) * (rules.starts > 0)
    ceilings = [_moved(random, cap, each, draws) for cap, each in zip(bank.caps, rules.ceilings, strict=True)]
    return replace(rules, starts=rules.starts + shifts, ceilings=tuple(ceilings))


def gate_effects(bank: Bank, rules: VerdictRules, row: Sheets, gates: Sequence[GateResult]) -> GateEffects:
    """What the gates do to the verdict of a sheet."""
    columns = [column for column in range(len(bank.gates)) if row.gates[0, column] != ABSENT]
    without = np.repeat(row.gates, len(columns) + 1, axis=0)
    without[np.arange(len(columns)), columns] = ABSENT
    without[-1] = ABSENT
    now = int(ranks(rules, row)[0])
    found: list[int] = ranks(rules, replace(row, gates=without)).tolist()
    *each, none = found
    changed = {
        bank.gates[column].id: rules.verdicts[rank] for column, rank in zip(columns, each, strict=True) if rank != now
    }
    return GateEffects(changed, () if changed or none == now else _holding(rules, gates, none))


def _moved(random: np.random.Generator, cap: Cap, ceiling: Ceiling, draws: int) -> Ceiling:
    if cap.under is not None:
        return replace(ceiling, line=ceiling.line + random.uniform(-LINE_SHIFT, LINE_SHIFT, draws))
    if cap.count is not None:
        return replace(ceiling, line=np.maximum(1, ceiling.line + random.integers(-1, 2, draws)))
    return ceiling


def _holding(rules: VerdictRules, gates: Sequence[GateResult], without: int) -> tuple[str, ...]:
    """The gates that give points to a rule in force which keeps the verdict below what it is without any gate."""
    found: dict[str, None] = {}
    for ceiling in rules.ceilings:
        points = GATE_POINTS.get(ceiling.rule, {})
        giving = [gate for gate in gates if points.get((gate.kind, gate.state))]
        total = sum(points[gate.kind, gate.state] for gate in giving)
        if points and ceiling.limit < without and total >= ceiling.line:
            found |= dict.fromkeys(gate.gate_id for gate in giving)
    return tuple(found)
