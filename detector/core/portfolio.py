"""Several services side by side: how often each stands before each other one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import fsum

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import Bank, Cap
from detector.core.robustness.drawn_sheets import DrawnSheets
from detector.core.robustness.draws import DRAWS as PER_ASSUMPTION
from detector.core.robustness.draws import Assumption, rows_under
from detector.core.verdict.ranks import Ceiling, VerdictRules, overall_scores, ranks, verdict_rules
from detector.core.verdict.sheets import Numbers, Sheets

DRAWS = 1_000
"""How many times weights, lines and unknown answers are drawn."""
FIRM_FROM = 0.8
"""From this share on one service is said to stand before another; under it, it is too close to call."""
LINE_SHIFT = 0.05
"""How far (0-1) the line of a band or of a headline dimension is moved."""
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
    rules = drawn_lines(bank, random, draws)
    weights = rules.weights * random.uniform(1 - limit, 1 + limit, (draws, len(rules.weights)))
    places = {key: _places(rules, _chosen(key, drawn, draws), weights) for key, drawn in services.items()}
    before = _shares(places)
    mean = {key: _mean([before[key, other] for other in services if other != key]) for key in services}
    order = sorted(services, key=lambda key: (-(mean[key] or 0.0), key))
    return Portfolio(tuple(order), before, mean)


def is_firm(share: float) -> bool:
    """Whether one service can be said to stand before another, or after it."""
    return max(share, 1 - share) >= FIRM_FROM


def drawn_lines(bank: Bank, random: np.random.Generator, draws: int) -> VerdictRules:
    """The bank's rules with a row of lines a draw: of scores up to 5 of 100 more or less, counts by one."""
    rules = verdict_rules(bank)
    # The lowest band begins at nothing: a score under its line would have no verdict.
    shifts = random.uniform(-LINE_SHIFT, LINE_SHIFT, (draws, len(rules.starts))) * (rules.starts > 0)
    ceilings = [_moved(random, cap, each, draws) for cap, each in zip(bank.caps, rules.ceilings, strict=True)]
    return replace(rules, starts=rules.starts + shifts, ceilings=tuple(ceilings))


def _moved(random: np.random.Generator, cap: Cap, ceiling: Ceiling, draws: int) -> Ceiling:
    if cap.under is not None:
        return replace(ceiling, line=ceiling.line + random.uniform(-LINE_SHIFT, LINE_SHIFT, draws))
    if cap.count is not None:
        return replace(ceiling, line=np.maximum(1, ceiling.line + random.integers(-1, 2, draws)))
    return ceiling


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
