"""On which criteria a model does better, and worse, than the others that could stand beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from detector.core.options.results import Levels, ModelOption, Options, Standing

MOST_NAMED = 2


@dataclass(frozen=True)
class Strengths:
    """The criteria (ids) on which a model is furthest above, and below, the mean of the models that are not out."""

    best: tuple[str, ...]
    weakest: tuple[str, ...]


def strengths(options: Options) -> dict[str, Strengths]:
    """Each model's strengths by its id, two of a kind at most; models that are out, or not appraised, have none."""
    compared = [each for each in options.models if each.levels and each.standing.standing is not Standing.OUT]
    means = {
        each.criterion_id: fmean(_middle(other.levels[at].levels) for other in compared)
        for at, each in enumerate(compared[0].levels if compared else ())
    }
    return {each.model_id: _of(each, means) for each in compared}


def _of(option: ModelOption, means: dict[str, float]) -> Strengths:
    above = {each.criterion_id: _middle(each.levels) - means[each.criterion_id] for each in option.levels}
    by_distance = sorted(above, key=lambda criterion: -above[criterion])
    return Strengths(
        _first([each for each in by_distance if above[each] > 0]),
        _first([each for each in reversed(by_distance) if above[each] < 0]),
    )


def _first(criteria: Sequence[str]) -> tuple[str, ...]:
    return tuple(criteria[:MOST_NAMED])


def _middle(levels: Levels) -> float:
    """The mean of a triangle from low to high with its peak at the level."""
    return fmean((levels.low, levels.level, levels.high))
