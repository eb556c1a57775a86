"""How far a room agrees: van der Eijk's A, made for answers on ordered levels."""

from collections.abc import Sequence
from itertools import combinations


def agreement(counts: Sequence[int]) -> float | None:
    """Van der Eijk's A of the answers at each level, lowest level first, or None of no answers.

    1 where all chose one level, 0 where the levels were chosen equally often, -1 where half chose one end and half
    the other. Source: C. van der Eijk, Measuring agreement in ordered rating scales, Quality & Quantity 35 (2001).
    """
    left, total, found = list(counts), sum(counts), 0.0
    if not total:
        return None
    while any(left):
        layer = [count > 0 for count in left]
        height = min(count for count in left if count)
        found += height * sum(layer) / total * _of_layer(layer)
        left = [count - height if count else 0 for count in left]
    return found


def _of_layer(layer: Sequence[bool]) -> float:
    """A of a layer in which every chosen level was chosen equally often."""
    levels, chosen = len(layer), sum(layer)
    if chosen == levels:
        return 0.0
    return _unimodality(layer) * (1 - (chosen - 1) / (levels - 1))


def _unimodality(layer: Sequence[bool]) -> float:
    """From 1 where the chosen levels lie together, down to below -1 where they lie at the ends."""
    chosen, levels = sum(layer), len(layer)
    if chosen == 1:
        return 1.0
    triples = [tuple(triple) for triple in combinations(layer, 3)]
    together = sum(triple in {(True, True, False), (False, True, True)} for triple in triples)
    apart = sum(triple == (True, False, True) for triple in triples)
    return ((levels - 2) * together - (levels - 1) * apart) / ((levels - 2) * (together + apart))
