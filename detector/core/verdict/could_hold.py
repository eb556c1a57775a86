"""What does not hold the verdict down yet: what is open and could, and what is weak and does not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detector.core.bank import Bank, Cap, CapRule
from detector.core.bank.index import index_of
from detector.core.gates import GateResult, GateState
from detector.core.scoring import DimensionScore, shown
from detector.core.verdict.bands import bands_by_rank, reaches
from detector.core.verdict.caps import CapFired, counted_as
from detector.core.verdict.ceilings import GATE_POINTS, UNKNOWN_COUNTS_AS
from detector.core.verdict.ranks import VerdictRules, headline_values, verdict_rules
from detector.core.verdict.sheets import Sheets


@dataclass(frozen=True)
class CouldHold:
    """A cap that does not hold, and would if what is not known turned out weak.

    `about` is the gate or dimension id, empty where several gates would do it together. `name` is what people call
    the gate or dimension, empty where there is none.
    """

    rule: CapRule
    at_most: str
    about: str
    because: str
    name: str = ""


def could_hold(
    bank: Bank,
    now: Sheets,
    worst: Sheets,
    dimensions: Sequence[DimensionScore],
    gates: Sequence[GateResult],
    best: str,
) -> tuple[CouldHold, ...]:
    """What could still hold the verdict down, the strictest first.

    `now` and `worst` are the sheet as a row, and with every unknown at level 0; what leaves the best verdict that is
    still possible (`best`) is not listed.
    """
    ranks = {band.id: position for position, band in enumerate(bands_by_rank(bank))}
    rules = verdict_rules(bank)
    found = [
        *_gates(bank, gates),
        *_headlines(bank, rules, now, worst, dimensions),
        *_counted(bank, gates),
    ]
    below = [each for each in found if ranks[each.at_most] < ranks[best]]
    return tuple(sorted(below, key=lambda each: ranks[each.at_most]))


def weak_gates(gates: Sequence[GateResult], caps: Sequence[CapFired]) -> tuple[str, ...]:
    """The ids of the gates at level 1 that no cap in force counts."""
    held = {cause for cap in caps for cause in cap.causes}
    return tuple(gate.gate_id for gate in gates if gate.state is GateState.WARNING and gate.gate_id not in held)


def _gates(bank: Bank, gates: Sequence[GateResult]) -> Iterator[CouldHold]:
    index = index_of(bank)
    for gate in gates:
        if gate.state is not GateState.OPEN:
            continue
        cap = _single_cap(bank, gate)
        if cap is not None:
            name, limit = index.gates[gate.gate_id].name, index.bands[cap.at_most].label
            said = f"The {gate.kind.value} gate '{name}' is not known. If it fails, the verdict is at most '{limit}'."
            yield CouldHold(cap.rule, cap.at_most, gate.gate_id, said, name)


def _single_cap(bank: Bank, gate: GateResult) -> Cap | None:
    """The cap that this gate alone would bring if it failed."""
    return next(
        (
            cap
            for cap in bank.caps
            if cap.count is None and (gate.kind, GateState.FAILED) in GATE_POINTS.get(cap.rule, {})
        ),
        None,
    )


def _headlines(
    bank: Bank, rules: VerdictRules, now: Sheets, worst: Sheets, dimensions: Sequence[DimensionScore]
) -> Iterator[CouldHold]:
    index = index_of(bank)
    for cap in bank.caps:
        unknown = UNKNOWN_COUNTS_AS.get(cap.rule)
        if unknown is None:
            continue
        under = (cap.under or 0.0) / 100
        values = zip(
            dimensions,
            headline_values(rules, now, unknown)[0].tolist(),
            headline_values(rules, worst, unknown)[0].tolist(),
            strict=True,
        )
        for score, value, lowest in values:
            if reaches(value, under) and not reaches(lowest, under):
                name = index.dimensions[score.dimension_id].name
                limit = index.bands[cap.at_most].label
                end = f"{name} can still end at {shown(lowest)}, under {under * 100:g}."
                said = f"{end} Then the verdict is at most '{limit}'."
                yield CouldHold(cap.rule, cap.at_most, score.dimension_id, said, name)


def _counted(bank: Bank, gates: Sequence[GateResult]) -> Iterator[CouldHold]:
    """The rules that count gates, where what is open could bring them to their line."""
    for cap in bank.caps:
        points = GATE_POINTS.get(cap.rule)
        if points is None or cap.count is None:
            continue
        now = sum(points.get((gate.kind, gate.state), 0) for gate in gates)
        then = sum(points.get((gate.kind, _failed_if_open(gate)), 0) for gate in gates)
        if now < cap.count <= then:
            limit = index_of(bank).bands[cap.at_most].label
            verb = "is" if now == 1 else "are"
            said = f"There {verb} {now} {counted_as(cap.rule, now)} so far. From {cap.count} on"
            if not now:
                said = f"With {cap.count} {counted_as(cap.rule, cap.count)}"
            said = f"{said}, the verdict is at most '{limit}'."
            yield CouldHold(cap.rule, cap.at_most, "", said)


def _failed_if_open(gate: GateResult) -> GateState:
    return GateState.FAILED if gate.state is GateState.OPEN else gate.state
