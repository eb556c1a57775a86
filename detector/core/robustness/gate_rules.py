"""What the rules about gates ask for, so that a verdict can be reached: from the one table of ceilings."""

from collections.abc import Mapping
from dataclasses import dataclass

from detector.core.bank import LEVELS, CapRule, GateKind
from detector.core.gates import STATE_AT_LEVEL, GateState
from detector.core.robustness.baseline import Baseline
from detector.core.verdict.ceilings import GATE_POINTS

Points = tuple[int, ...]
"""Points by rule, in the order of the rules that are looked at."""


@dataclass(frozen=True)
class GateRules:
    """The rules about gates that keep a verdict from being reached, each from how many points on (`lines`).

    `levels` are the points that a movable question's gates give them at each level (0-3), by question; `fixed` those
    of all the gates that no step moves.
    """

    lines: Points
    levels: Mapping[str, tuple[Points, ...]]
    fixed: Points


def gate_rules(now: Baseline, target: int) -> GateRules:
    """The rules about gates whose limit is below a rank."""
    ceilings = [each for each in now.rules.ceilings if each.rule in GATE_POINTS and each.limit < target]
    rules = [each.rule for each in ceilings]
    movable = {each.question_id for each in now.movables}
    moved: dict[str, list[GateKind]] = {}
    for gate in now.gates:
        if gate.question_id in movable and gate.state is not GateState.WAIVED:
            moved.setdefault(gate.question_id, []).append(gate.kind)
    fixed = [_points(rules, gate.kind, gate.state) for gate in now.gates if gate.question_id not in moved]
    return GateRules(
        lines=tuple(int(each.line) for each in ceilings),
        levels={
            question_id: tuple(
                added(*(_points(rules, kind, STATE_AT_LEVEL[level]) for kind in kinds)) for level in range(LEVELS)
            )
            for question_id, kinds in moved.items()
        },
        fixed=added((0,) * len(rules), *fixed),
    )


def gates_no_step_moves(now: Baseline, target: int) -> tuple[str, ...]:
    """The ids of the gates that alone keep a rank from being reached, and that no step moves, in the bank's order.

    Their answer is not known, or is set by the law or the council's reorganisation.
    """
    movable = {each.question_id for each in now.movables}
    alone = [
        each.rule for each in now.rules.ceilings if each.rule in GATE_POINTS and each.limit < target and each.line == 1
    ]
    return tuple(
        gate.gate_id
        for gate in now.gates
        if gate.question_id not in movable and any(_points(alone, gate.kind, gate.state))
    )


def points_at(rules: GateRules, levels: Mapping[str, int]) -> Points:
    """The points that all gates give each rule where the movable questions stand at these levels."""
    return added(rules.fixed, *(points[levels[question_id]] for question_id, points in rules.levels.items()))


def levels_of(now: Baseline) -> dict[str, int]:
    """The counted level of each movable question."""
    return {each.question_id: each.level for each in now.movables}


def added(*parts: Points) -> Points:
    """Points added up, rule by rule."""
    return tuple(sum(each) for each in zip(*parts, strict=True))


def _points(rules: list[CapRule], kind: GateKind, state: GateState) -> Points:
    return tuple(GATE_POINTS[rule].get((kind, state), 0) for rule in rules)
