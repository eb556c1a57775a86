"""What each rule that can hold a verdict down looks at: the one table of them, in data."""

from detector.core.bank import TOP_LEVEL, CapRule, GateKind
from detector.core.gates import GateState

GATE_POINTS: dict[CapRule, dict[tuple[GateKind, GateState], int]] = {
    CapRule.HARD_GATE_FAILED: {(GateKind.HARD, GateState.FAILED): 1},
    CapRule.HARD_GATE_WARNING: {(GateKind.HARD, GateState.WARNING): 1},
    CapRule.HARD_GATE_OPEN: {(GateKind.HARD, GateState.OPEN): 1},
    CapRule.AMBER_GATE_FAILED: {(GateKind.AMBER, GateState.FAILED): 1},
    CapRule.GATES_IN_DOUBT: {
        (kind, state): 1 for kind in GateKind for state in (GateState.FAILED, GateState.WARNING, GateState.OPEN)
    },
    CapRule.WEAK_POINTS: {
        (kind, state): points for kind in GateKind for state, points in ((GateState.FAILED, 2), (GateState.WARNING, 1))
    },
}
"""How many points a gate gives a rule, by its kind and state: the rule holds from the cap's `count` on, 1 without."""

UNKNOWN_COUNTS_AS: dict[CapRule, float] = {CapRule.HEADLINE_LOW: 1 / TOP_LEVEL, CapRule.HEADLINE_VERY_LOW: 1.0}
"""What an unknown answer counts as (0-1) where a rule looks at the lowest headline dimension.

The first asks whether a dimension is known to be sound, the second whether it can still become so.
"""
