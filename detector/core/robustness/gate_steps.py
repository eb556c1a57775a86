"""Steps on gates: those that free a verdict from the rules about gates, and the fewest that make one hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

from detector.core.bank import TOP_LEVEL
from detector.core.robustness.baseline import Baseline
from detector.core.robustness.gate_rules import GateRules, Points, gate_rules, levels_of, points_at

Taken = dict[str, int]
"""How many one-level steps each question takes, in the order in which they are told."""


@dataclass(frozen=True)
class Alike:
    """Gates of one dimension, the weightiest first, on which each step relieves the rules by the same.

    `relief` is by how many points, a step after the other.
    """

    question_ids: tuple[str, ...]
    relief: tuple[Points, ...]


def freeing_steps(now: Baseline, target: int) -> Iterator[Taken]:
    """Choices of steps up with which no rule about gates keeps a rank from being reached, the fewest among them.

    First what each gate must reach. Then, where rules count gates together, so many single steps as they demand: over
    all the ways of sharing them out, because some dimensions need them more; in one dimension the weightiest first.
    """
    rules = gate_rules(now, target)
    must = _must(rules, levels_of(now))
    if must is None:
        return
    levels = {question_id: level + must.get(question_id, 0) for question_id, level in levels_of(now).items()}
    over = tuple(points - line + 1 for points, line in zip(points_at(rules, levels), rules.lines, strict=True))
    for chosen in _choices(_alike(now, rules, levels), over):
        yield {each: must.get(each, 0) + chosen.get(each, 0) for each in {**must, **chosen}}


def failing_steps(now: Baseline) -> Iterator[Taken]:
    """For each rule about gates that would worsen the verdict, the fewest steps down that make it hold."""
    rules, levels = gate_rules(now, now.rank), levels_of(now)
    for rule, (points, line) in enumerate(zip(points_at(rules, levels), rules.lines, strict=True)):
        found = _cheapest(rules, levels, rule, line - points)
        if found is not None:
            yield found


def _must(rules: GateRules, levels: Mapping[str, int]) -> Taken | None:
    """The steps without which some gate alone would hold the verdict; None where no step helps."""
    alone = [place for place, line in enumerate(rules.lines) if line == 1]
    if any(rules.fixed[place] for place in alone):
        return None
    must: Taken = {}
    for question_id, points in rules.levels.items():
        here = levels[question_id]
        free = (level for level in range(here, TOP_LEVEL + 1) if not any(points[level][place] for place in alone))
        reached = next(free, None)
        if reached is None:
            return None
        if reached > here:
            must[question_id] = reached - here
    return must


def _alike(now: Baseline, rules: GateRules, levels: Mapping[str, int]) -> list[Alike]:
    """The gates on which steps relieve some rule, those that can stand for each other together."""
    headline = {part.dimension_id for part in now.parts if part.headline}
    found: dict[tuple[str, tuple[Points, ...]], list[str]] = {}
    for each in now.movables:
        relief = _relief(rules.levels.get(each.question_id, ()), levels[each.question_id])
        if relief:
            steps = relief if len(set(relief)) > 1 else relief[:1]
            key = (each.dimension_id if each.dimension_id in headline else "", steps)
            # Where every step relieves by the same, a gate that can take two stands for two.
            found.setdefault(key, []).extend([each.question_id] * (len(relief) if len(steps) == 1 else 1))
    return [Alike(tuple(question_ids), steps) for (_, steps), question_ids in found.items()]


def _relief(points: Sequence[Points], level: int) -> tuple[Points, ...]:
    """By how much each step up from a level relieves the rules, up to the last that does."""
    steps = [
        tuple(before - after for before, after in zip(points[at], points[at + 1], strict=True))
        for at in range(level, len(points) - 1)
    ]
    while steps and not any(steps[-1]):
        steps.pop()
    return tuple(steps)


def _choices(alike: Sequence[Alike], over: Points) -> Iterator[Taken]:
    """Every way to take steps until no rule has points over what it allows; `over` is by how many each has now."""
    if all(points <= 0 for points in over):
        yield {}
    elif alike:
        first, *rest = alike
        for steps in combinations_with_replacement(range(len(first.relief) + 1), len(first.question_ids)):
            weightiest_first = steps[::-1]
            left = _relieved(over, first, weightiest_first)
            for others in _choices(rest, left):
                yield _taken(first, weightiest_first) | others
            if len(first.relief) == 1 and all(points <= 0 for points in left):
                return


def _taken(alike: Alike, steps: Sequence[int]) -> Taken:
    taken: Taken = {}
    for question_id, number in zip(alike.question_ids, steps, strict=True):
        if number:
            taken[question_id] = taken.get(question_id, 0) + number
    return taken


def _relieved(over: Points, alike: Alike, steps: Sequence[int]) -> Points:
    taken = [relief for number in steps for relief in alike.relief[:number]]
    return tuple(points - sum(relief[rule] for relief in taken) for rule, points in enumerate(over))


def _cheapest(rules: GateRules, levels: Mapping[str, int], rule: int, needed: int) -> Taken | None:
    """The fewest steps down that give a rule so many more points, or None: the best for each sum, gate by gate."""
    best: dict[int, Taken] = {0: {}}
    for question_id, points in rules.levels.items():
        here = levels[question_id]
        for reached, taken in list(best.items()):
            for level in range(here):
                total = min(needed, reached + points[level][rule] - points[here][rule])
                steps = {**taken, question_id: here - level}
                if total not in best or count(steps) < count(best[total]):
                    best[total] = steps
    return best.get(needed)


def count(taken: Taken) -> int:
    """How many one-level steps there are in all."""
    return sum(taken.values())
