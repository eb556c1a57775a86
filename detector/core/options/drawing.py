"""Ways of weighing the criteria, and levels within their range, drawn at random and valued."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import TOP_LEVEL, Bank
from detector.core.options.results import Levels

DRAWS = 10_000
OWN_SPREAD = 0.5

# Seven digits are far more than levels of judgement bear, and take half the time.
Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Draws:
    """A column a draw: a weight for each criterion, adding up to 1, and for each model and criterion a place.

    `places` (model, criterion, draw) lie from 0 to 1: how far up its range a level lies, by the chance of it.
    """

    weights: Numbers
    places: Numbers


@dataclass(frozen=True)
class Valued:
    """What models are worth in each draw: `weights` (criterion, draw), `levels` (model, criterion, draw) and `values`.

    A value (model, draw) is the sum of weight x level / 3, from 0 to 1.
    """

    weights: Numbers
    levels: Numbers
    values: Numbers


def draw(
    bank: Bank, models: int, seed: int, *, draws: int = DRAWS, own_weights: Mapping[str, float] | None = None
) -> Draws:
    """Weights that a council might have, or its own within half of their value, and places for so many models.

    `own_weights` are by the id of a criterion, or of a family, whose criteria share it alike. They are in any unit,
    over nothing; a family that is not given counts as the bank says, 1 or a part of it.
    """
    random = np.random.default_rng(seed)
    weights = _any_weights(bank, random, draws) if own_weights is None else _own(bank, random, draws, own_weights)
    places = random.random((models, len(bank.appraisal_criteria), draws), dtype=np.float32)
    return Draws((weights / weights.sum(axis=0)).astype(np.float32), places)


def valued(draws: Draws, levels: Sequence[Sequence[Levels]]) -> Valued:
    """What each model is worth in each draw; `levels` are by model and criterion, in the order of the draws."""
    drawn = drawn_levels(draws.places, levels)
    return Valued(draws.weights, drawn, (drawn * draws.weights).sum(axis=1) / TOP_LEVEL)


def drawn_levels(places: Numbers, levels: Sequence[Sequence[Levels]]) -> Numbers:
    """The level (0-3) at each place of a triangle from low to high with its peak at the level."""
    found = np.empty_like(places)
    for model, row in enumerate(levels):
        for criterion, each in enumerate(row):
            found[model, criterion] = _on_triangle(places[model, criterion], each)
    return found


def _on_triangle(places: Numbers, levels: Levels) -> Numbers | int:
    if levels.low == levels.high:
        return levels.level
    width = levels.high - levels.low
    below, above = levels.level - levels.low, levels.high - levels.level
    if not below:
        return levels.high - width * np.sqrt(1 - places)
    if not above:
        return levels.low + width * np.sqrt(places)
    # How far from the nearer end: squared, so that one root is taken for both sides.
    is_rising = places < below / width
    from_end = np.sqrt(np.where(is_rising, places * (width * below), (1 - places) * (width * above)))
    return np.where(is_rising, levels.low + from_end, levels.high - from_end)


def _any_weights(bank: Bank, random: np.random.Generator, draws: int) -> NDArray[np.float64]:
    """Uniform over the families, each counted as the bank says, and uniform over the criteria of each."""
    families = random.standard_exponential((len(bank.appraisal_groups), draws))
    weights = random.standard_exponential((len(bank.appraisal_criteria), draws))
    families /= families.sum(axis=0)
    for at, group in enumerate(bank.appraisal_groups):
        rows = [place for place, each in enumerate(bank.appraisal_criteria) if each.group == group.id]
        weights[rows] *= families[at] * group.counts / weights[rows].sum(axis=0)
    return weights


def _own(bank: Bank, random: np.random.Generator, draws: int, own_weights: Mapping[str, float]) -> NDArray[np.float64]:
    """The council's own weights, each up to half more or less; a family's is shared by its criteria."""
    of_criterion = {
        group.id: own_weights.get(group.id, group.counts)
        / sum(1 for each in bank.appraisal_criteria if each.group == group.id)
        for group in bank.appraisal_groups
    }
    shared = [own_weights.get(each.id, of_criterion[each.group]) for each in bank.appraisal_criteria]
    return np.array(shared)[:, np.newaxis] * random.uniform(1 - OWN_SPREAD, 1 + OWN_SPREAD, (len(shared), draws))
