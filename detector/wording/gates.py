"""Gates in words."""

from collections.abc import Iterable

from detector.core.bank import Bank, Gate, GateKind
from detector.core.bank.index import stakeholder_name
from detector.core.gates import GateResult, GateState

GATE_STATES = {
    GateState.PASSED: "Passed",
    GateState.WARNING: "Warning",
    GateState.FAILED: "Failed",
    GateState.OPEN: "Not known yet",
    GateState.WAIVED: "Waived: does not apply",
}
WORST_FIRST = (GateState.FAILED, GateState.OPEN, GateState.WARNING, GateState.WAIVED, GateState.PASSED)
NOT_PASSED = WORST_FIRST[:3]


def worst_first(results: Iterable[GateResult]) -> list[GateResult]:
    """Gates by state, the worst first, and hard ones before amber ones."""
    return sorted(results, key=lambda result: (WORST_FIRST.index(result.state), result.kind is not GateKind.HARD))


def gate_title(gate: Gate) -> str:
    """A gate's name with its kind and question."""
    return f"{gate.name} ({gate.kind.value}, {gate.question})"


def what_clears(bank: Bank, gate: Gate) -> str:
    """What clears a gate, and who can."""
    return f"{gate.clears_when} Who: {', '.join(stakeholder_name(bank, person) for person in gate.cleared_by)}."
