"""Levels for answers nobody knows yet, drawn under three assumptions, or every way they can turn out."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import product

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import LEVELS

Levels = NDArray[np.int8]

DRAWS = 2_000
"""How many are drawn under each assumption."""
CORRELATION = 0.6
"""How much two answers have in common where all turn out well or badly together."""
MOST_COUNTED = 6
"""Up to this many unknown answers, every way is counted instead of drawn."""
QUARTILES = (-0.6744897501960817, 0.0, 0.6744897501960817)
"""Where the normal distribution is cut so that every level is equally likely."""


class Assumption(StrEnum):
    """What is assumed of the answers nobody knows yet.

    Independent: every level equally likely, answers unrelated. Together: every level equally likely, all turning out
    well or badly together. Alike: like the answers known so far.
    """

    INDEPENDENT = "independent"
    TOGETHER = "together"
    ALIKE = "alike"


def drawn_levels(known: Sequence[int], unknown: int, seed: int) -> Levels:
    """A row a draw, first those under the first assumption, and a level (0-3) for each of the unknown answers.

    `known` are the counted levels of the known answers. The same seed always draws the same.
    """
    random = np.random.default_rng(seed)
    counts = np.bincount(np.array(known, dtype=np.int64), minlength=LEVELS)
    drawn = {
        Assumption.INDEPENDENT: random.integers(0, LEVELS, (DRAWS, unknown), dtype=np.int8),
        Assumption.TOGETHER: _together(random, unknown),
        Assumption.ALIKE: _alike(random, counts, unknown),
    }
    return np.concatenate([drawn[assumption] for assumption in Assumption])


def rows_under(assumption: Assumption) -> slice:
    """The rows of the draws that were made under an assumption."""
    first = list(Assumption).index(assumption) * DRAWS
    return slice(first, first + DRAWS)


def every_way(unknown: int) -> Levels:
    """Every way that the unknown answers can turn out, a row each."""
    ways = list(product(range(LEVELS), repeat=unknown))
    return np.array(ways, dtype=np.int8).reshape(len(ways), unknown)


def _together(random: np.random.Generator, unknown: int) -> Levels:
    """One factor that all share, beside one that each has alone; cut into four equal parts."""
    shared, own = random.standard_normal((DRAWS, 1)), random.standard_normal((DRAWS, unknown))
    drawn = CORRELATION**0.5 * shared + (1 - CORRELATION) ** 0.5 * own
    return _cut(drawn, np.array([QUARTILES]))


def _alike(random: np.random.Generator, counts: NDArray[np.int64], unknown: int) -> Levels:
    """For each draw, how common each level is (Dirichlet, one added to each count), and then levels by that."""
    upto = random.dirichlet(counts + 1.0, DRAWS).cumsum(axis=1)[:, : LEVELS - 1]
    return _cut(random.random((DRAWS, unknown)), upto)


def _cut(drawn: NDArray[np.float64], ends: NDArray[np.float64]) -> Levels:
    """The level that each drawn number falls in; `ends` are where each level but the top one ends, in one row or a
    row a draw.
    """
    levels = np.zeros(drawn.shape, dtype=np.int8)
    for level in range(LEVELS - 1):
        levels += drawn > ends[:, [level]]
    return levels
