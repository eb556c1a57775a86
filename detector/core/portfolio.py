"""Several services side by side: how often each stands before each other one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import fsum

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import Bank
from detector.core.robustness.drawn_sheets import DrawnSheets
from detector.core.robustness.draws import DRAWS as PER_ASSUMPTION
from detector.core.robustness.draws import Assumption, rows_under
from detector.core.robustness.drivers import moved_lines
from detector.core.verdict.ranks import VerdictRules, overall_scores, ranks, verdict_rules
from detector.core.verdict.sheets import Numbers, Sheets

DRAWS = 1_000
"""How many times weights, lines and unknown answers are drawn."""
FIRM_FROM = 0.8
"""From this share on one service is said to stand before another; under it, it is too close to call."""
_SEED = 20263
_DECIMALS = 9


@dataclass(frozen=True)
class Portfolio:
    """Services by key, the one that most often stands before others first.

    `before` is by pair the share (0-1) of draws in which the first stands before the second, a draw that ties counting
    half; `mean` is a service's mean share over all others, None where there is no other.
    """

    services: tuple[str, ...]
    before: Mapping[tuple[str, str], float]
    mean: Mapping[str, float | None]


def compare(bank: Bank, services: Mapping[str, DrawnSheets], draws: int = DRAWS) -> Portfolio:
    """How often each service stands before each other: with a better verdict, or the same and a higher score.

    In every draw weights and lines are other ones, the same for all services; each service's unknown answers turn out
    by themselves, a third of the draws under each assumption. Same services, same result, in whatever order they come.
    """
    random = np.random.default_rng(_SEED)
    limit = bank.scale.local_weight_limit
    rules = moved_lines(bank, verdict_rules(bank), random, draws)
    weights = rules.weights * random.uniform(1 - limit, 1 + limit, (draws, len(rules.weights)))
    places = {key: _places(rules, _chosen(key, drawn, draws), weights) for key, drawn in services.items()}
    before = _shares(places)
    mean = {key: _mean([before[key, other] for other in services if other != key]) for key in services}
    order = sorted(services, key=lambda key: (-(mean[key] or 0.0), key))
    return Portfolio(tuple(order), before, mean)


def is_firm(share: float) -> bool:
    """Whether one service can be said to stand before another, or after it."""
    return max(share, 1 - share) >= FIRM_FROM


def _chosen(key: str, drawn: DrawnSheets, draws: int) -> Sheets:
    """So many of a service's drawn sheets, a third under each assumption, in an order of the service's own."""
    random = np.random.default_rng(int.from_bytes(sha256(key.encode()).digest()[:8]))
    each = -(-draws // len(Assumption))
    rows = [rows_under(part).start + random.permutation(PER_ASSUMPTION)[:each] for part in Assumption]
    picked = random.permutation(np.stack(rows, axis=1).ravel()[:draws])
    sheets = drawn.drawn.sheets
    return replace(sheets, points=sheets.points[picked], gates=sheets.gates[picked])


def _places(rules: VerdictRules, sheets: Sheets, weights: Numbers) -> Numbers:
    """One number a draw, larger for a better verdict, and with the same verdict for a higher score."""
    score = np.nan_to_num(overall_scores(rules, sheets, weights))
    return np.round(2 * ranks(rules, sheets, weights) + score, _DECIMALS)


def _shares(places: Mapping[str, Numbers]) -> dict[tuple[str, str], float]:
    keys = list(places)
    whole: NDArray[np.float64] = np.stack([places[key] for key in keys]) if keys else np.empty((0, 0))
    found: dict[tuple[str, str], float] = {}
    for row, key in enumerate(keys):
        over = (whole[row] > whole).mean(axis=1) + (whole[row] == whole).mean(axis=1) / 2
        found |= {(key, other): float(share) for other, share in zip(keys, over, strict=True) if other != key}
    return found


def _mean(shares: Sequence[float]) -> float | None:
    return fsum(shares) / len(shares) if shares else None
