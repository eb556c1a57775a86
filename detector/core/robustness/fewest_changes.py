"""The fewest one-level steps on known answers that lead to another verdict."""

from dataclasses import dataclass, replace

from detector.core.bank import TOP_LEVEL
from detector.core.gates import GateState, gate_state
from detector.core.robustness.baseline import (
    Baseline,
    Movable,
    Scored,
    gate_holds,
    headline_floor,
    overall_floor,
    rank_now,
)
from detector.core.verdict.bands import reaches

UP, DOWN = 1, -1

Taken = dict[str, int]
"""How many one-level steps each question takes."""


@dataclass(frozen=True)
class LevelChange:
    """One question moved from one counted level to another, a level a step.

    `needs_evidence` where the new level counts only with better evidence than the answer has.
    """

    question_id: str
    from_level: int
    to_level: int
    needs_evidence: bool = False


@dataclass(frozen=True)
class FewestChanges:
    """The fewest one-level steps that reach another verdict; the same question may be stepped several times, merged
    into one LevelChange with its first and last level. `count` is the number of one-level steps.
    """

    verdict: str
    steps: tuple[LevelChange, ...]
    count: int


@dataclass(frozen=True)
class Demand:
    """A score (0-1) that has to cross a threshold: a dimension's, or the overall score where there is no id."""

    dimension_id: str | None
    score: float
    threshold: float


def fewest_changes_up(now: Baseline) -> FewestChanges | None:
    """The fewest steps to any better verdict, those a gate or a headline dimension needs first, or None.

    What a verdict needs includes what the one below it needs, and every step of a question adds the same:
    so taking what is needed first, and then the largest steps, is exact.
    """
    target = rank_now(now) + 1
    demands = _demands(now, target)
    taken = _out_of_failed_gates(now, target) if demands else None
    for demand in demands:
        if taken is not None and not _crossed(demand, demand.score, UP):
            taken = _cross(now, demand, UP, taken)
    return None if taken is None else _steps_to(now, taken, UP)


def fewest_changes_down(now: Baseline) -> FewestChanges | None:
    """The fewest steps to any worse verdict, or None.

    One gate failed, one headline dimension too low or too low an overall score is enough: so the shortest is exact.
    """
    target = rank_now(now)
    falls = [_cross(now, demand, DOWN, {}) for demand in _demands(now, target)]
    ways = [*_into_failed_gates(now, target), *(taken for taken in falls if taken is not None)]
    return _steps_to(now, min(ways, key=_count), DOWN) if ways else None


def _demands(now: Baseline, target: int) -> list[Demand]:
    """The scores a rank needs, headline dimensions first; none where no score gives that rank."""
    overall, headline = overall_floor(now.rules, target), headline_floor(now.rules, target)
    if overall is None:
        return []
    headlines = [Demand(each.dimension_id, each.score, headline) for each in now.scored if each.headline]
    return [*headlines, Demand(None, now.overall, overall)]


def _out_of_failed_gates(now: Baseline, target: int) -> Taken | None:
    """A step for each failed gate that keeps the verdict below a rank; None where an open one does, too."""
    holding = [gate for gate in now.gates if gate_holds(now.rules, gate.kind, gate.state, target)]
    if any(gate.state is GateState.OPEN for gate in holding):
        return None
    return {gate.question_id: 1 for gate in holding}


def _into_failed_gates(now: Baseline, target: int) -> list[Taken]:
    """For each gate that would keep the verdict below a rank if it failed, the steps that fail it."""
    levels = {each.question_id: each.level for each in now.movables}
    return [
        {gate.question_id: levels[gate.question_id]}
        for gate in now.gates
        if gate.question_id in levels and gate_holds(now.rules, gate.kind, GateState.FAILED, target)
    ]


def _cross(now: Baseline, demand: Demand, direction: int, taken: Taken) -> Taken | None:
    """The steps taken and the fewest more, the largest first, with which a demand is crossed, or None."""
    steps = dict(taken)
    pool = _pool(now, demand)
    score = demand.score + direction * sum(gain * taken.get(each.question_id, 0) for gain, each in pool)
    for gain, each in pool:
        room = TOP_LEVEL - each.level if direction == UP else each.level
        for _ in range(room - taken.get(each.question_id, 0)):
            if _crossed(demand, score, direction):
                return steps
            steps[each.question_id] = steps.get(each.question_id, 0) + 1
            score += direction * gain
    return steps if _crossed(demand, score, direction) else None


def _pool(now: Baseline, demand: Demand) -> list[tuple[float, Movable]]:
    """What one level is worth to a demand's score, for each question that counts in it, the largest first."""
    if demand.dimension_id is None:
        return [(each.adds_to_overall, each) for each in now.movables]
    return [(each.adds_to_dimension, each) for each in now.movables if each.dimension_id == demand.dimension_id]


def _crossed(demand: Demand, score: float, direction: int) -> bool:
    """Whether a score stands where a demand wants it: at or above its threshold going up, below it going down."""
    return reaches(score, demand.threshold) == (direction == UP)


def _count(taken: Taken) -> int:
    """How many one-level steps there are in all."""
    return sum(taken.values())


def _steps_to(now: Baseline, taken: Taken, direction: int) -> FewestChanges:
    """The steps taken, in order, and the verdict they reach."""
    movables = {each.question_id: each for each in now.movables}
    steps = tuple(_step(movables[question_id], direction * count) for question_id, count in taken.items())
    verdict = now.rules.verdicts[rank_now(changed(now, steps))]
    return FewestChanges(verdict, steps, _count(taken))


def _step(movable: Movable, levels: int) -> LevelChange:
    """A question moved by a number of levels."""
    reached = movable.level + levels
    return LevelChange(
        question_id=movable.question_id,
        from_level=movable.level,
        to_level=reached,
        needs_evidence=reached == TOP_LEVEL and movable.top_needs_evidence,
    )


def changed(now: Baseline, steps: tuple[LevelChange, ...]) -> Baseline:
    """Where scores and gates stand after some steps; `movables` still tell of the answers as they are."""
    rises = {step.question_id: step.to_level - step.from_level for step in steps}
    moved = [(each, rises[each.question_id]) for each in now.movables if each.question_id in rises]
    levels = {step.question_id: step.to_level for step in steps}
    return replace(
        now,
        overall=now.overall + sum(each.adds_to_overall * rise for each, rise in moved),
        scored=tuple(_risen(each, moved) for each in now.scored),
        gates=tuple(
            replace(gate, state=gate_state(levels[gate.question_id])) if gate.question_id in levels else gate
            for gate in now.gates
        ),
    )


def _risen(scored: Scored, moved: list[tuple[Movable, int]]) -> Scored:
    """A dimension with the score that some moved questions give it."""
    rise = sum(each.adds_to_dimension * levels for each, levels in moved if each.dimension_id == scored.dimension_id)
    return replace(scored, score=scored.score + rise)
