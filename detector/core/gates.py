"""Gates: passed, warning, failed, open or waived."""

from dataclasses import dataclass
from enum import StrEnum

from detector.core.bank import GateKind


class GateState(StrEnum):
    """Where a gate stands: levels 2-3, 1, 0, not known, not applicable."""

    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    OPEN = "open"
    WAIVED = "waived"


@dataclass(frozen=True)
class GateResult:
    """A gate with its state and, in words, why it is in it."""

    gate_id: str
    question_id: str
    kind: GateKind
    state: GateState
    because: str
