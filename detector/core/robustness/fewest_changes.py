"""The fewest one-level steps on known answers that lead to another verdict."""

from dataclasses import dataclass

from detector.core.bank import TOP_LEVEL
from detector.core.robustness.baseline import Baseline, Movable
from detector.core.robustness.gate_steps import Taken, count, failing_steps, freeing_steps
from detector.core.robustness.places import moved
from detector.core.verdict.bands import reaches
from detector.core.verdict.ceilings import UNKNOWN_COUNTS_AS
from detector.core.verdict.ranks import VerdictRules, ranks

UP, DOWN = 1, -1


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
    """The fewest steps to any better verdict, or None.

    What a verdict needs includes what the one below it needs, and every step of a question adds the same. So it is
    exact to take first what the gates need, then for each headline dimension, and then for the overall score the
    largest steps, and to compare all the choices that gates leave.
    """
    target = now.rank + 1
    floor = overall_floor(now.rules, target)
    if floor is None:
        return None
    demands = [*_headline_demands(now, target), Demand(None, now.overall, floor)]
    found = [_crossed_all(now, demands, taken) for taken in freeing_steps(now, target)]
    return _shortest(now, [taken for taken in found if taken is not None], UP)


def fewest_changes_down(now: Baseline) -> FewestChanges | None:
    """The fewest steps to any worse verdict, or None.

    One rule that comes to hold, or too low an overall score, is enough: so the shortest of these is exact.
    """
    floor = overall_floor(now.rules, now.rank)
    demands = _headline_demands(now, now.rank)
    if floor is not None:
        demands.append(Demand(None, now.overall, floor))
    falls = [_cross(now, demand, DOWN, {}) for demand in demands]
    return _shortest(now, [*failing_steps(now), *(taken for taken in falls if taken is not None)], DOWN)


def overall_floor(rules: VerdictRules, target: int) -> float | None:
    """The overall score (0-1) that a rank needs, or None where no score gives it."""
    starts = zip(rules.starts.tolist(), rules.start_ranks.tolist(), strict=True)
    return min((start for start, rank in starts if rank >= target), default=None)


def _headline_demands(now: Baseline, target: int) -> list[Demand]:
    """What a rank needs of every headline dimension, its unknown answers counted as each rule counts them."""
    return [
        Demand(part.dimension_id, part.points + (1 - part.known) * UNKNOWN_COUNTS_AS[each.rule], float(each.line))
        for each in now.rules.ceilings
        if each.rule in UNKNOWN_COUNTS_AS and each.limit < target
        for part in now.parts
        if part.headline
    ]


def _crossed_all(now: Baseline, demands: list[Demand], taken: Taken) -> Taken | None:
    """The steps taken and the fewest more with which every demand is met, or None."""
    steps: Taken | None = taken
    for demand in demands:
        steps = None if steps is None else _cross(now, demand, UP, steps)
    return steps


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


def _shortest(now: Baseline, found: list[Taken], direction: int) -> FewestChanges | None:
    """The shortest of some ways, in order, and the verdict it reaches."""
    if not found:
        return None
    taken = min(found, key=count)
    movables = {each.question_id: each for each in now.movables}
    steps = tuple(_step(movables[question_id], direction * number) for question_id, number in taken.items())
    there = moved(now.row, now.known, {step.question_id: step.to_level for step in steps})
    rank = int(ranks(now.rules, there)[0])
    return FewestChanges(now.rules.verdicts[rank], steps, count(taken))


def _step(movable: Movable, levels: int) -> LevelChange:
    """A question moved by a number of levels."""
    reached = movable.level + levels
    return LevelChange(
        question_id=movable.question_id,
        from_level=movable.level,
        to_level=reached,
        needs_evidence=reached == TOP_LEVEL and movable.top_needs_evidence,
    )
