"""How wide columns of running text have to be, so that none becomes tall and thin."""

from collections.abc import Sequence
from math import sqrt

NARROWEST = 0.5


def text_widths(rows: Sequence[Sequence[str]], places: Sequence[int]) -> list[float]:
    """A share from 0.5 to 1 for each of these columns: more with more text, though less than in proportion."""
    said = [sqrt(sum(len(row[place]) for row in rows)) for place in places]
    most = max(said, default=0.0)
    return [max(NARROWEST, each / most) if most else 1.0 for each in said]
