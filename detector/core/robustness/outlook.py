"""What a result becomes once everything is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from detector.core.robustness.drawn_sheets import CLEARED_LEVEL, DrawnSheets, ways
from detector.core.robustness.draws import Assumption, rows_under
from detector.core.robustness.places import Wholes
from detector.core.scoring import shown

Shares = Mapping[str, float]
"""How often (0-1, adding up to 1) each verdict comes out, worst first; only those that do."""

LIKELY = (0.1, 0.9)
"""Between which parts of the draws the likely range of the score lies."""
FIRST_VIEW = 5
"""In how many of 100 ways, as shown, open answers may not change the verdict where a first view is enough."""


@dataclass(frozen=True)
class Outlook:
    """What the result becomes once everything is known, by what is assumed of the unknown answers.

    `if_hard_gates_pass` is the same with every open hard gate passed, None where none is open. `likely` is where the
    overall score (0-1) lies in eight of ten draws if the unknown answers are like the known ones.
    """

    shares: Mapping[Assumption, Shares]
    if_hard_gates_pass: Mapping[Assumption, Shares] | None
    likely: tuple[float, float]


def outlook(drawn: DrawnSheets) -> Outlook:
    """What the result becomes once everything is known."""
    alike = drawn.drawn.measures.overall[rows_under(Assumption.ALIKE)]
    low, high = np.quantile(alike, LIKELY).tolist()
    passed = _ranks_if_hard_gates_pass(drawn)
    return Outlook(
        shares=_shares(drawn, drawn.drawn.ranks),
        if_hard_gates_pass=None if passed is None else _shares(drawn, passed),
        likely=(low, high),
    )


def is_first_view(found: Outlook, verdict: str, decides: Sequence[float]) -> bool:
    """Whether enough is known for a first view of a verdict; `decides` is how often (0-1) each unknown answer does.

    It is when no hard gate is open, and in fewer than 5 of 100 ways another verdict comes out if the unknown answers
    are like the known ones, and no unknown answer alone decides the verdict in as many.
    """
    others = sum(share for other, share in found.shares[Assumption.ALIKE].items() if other != verdict)
    return found.if_hard_gates_pass is None and all(shown(share) < FIRST_VIEW for share in (others, *decides))


def verdict_shares(verdicts: tuple[str, ...], ranks: Wholes) -> Shares:
    """How often each verdict comes out, worst first."""
    counts: list[int] = np.bincount(ranks).tolist()
    return {verdicts[rank]: count / len(ranks) for rank, count in enumerate(counts) if count}


def _shares(drawn: DrawnSheets, ranks: Wholes) -> Mapping[Assumption, Shares]:
    return {each: verdict_shares(drawn.rules.verdicts, ranks[rows_under(each)]) for each in Assumption}


def _ranks_if_hard_gates_pass(drawn: DrawnSheets) -> Wholes | None:
    """The ranks of the same draws with every open hard gate passed, None where none is open."""
    hard = [at for column, at in drawn.unknown.gates if drawn.rules.hard[column]]
    if not hard:
        return None
    levels = drawn.drawn.levels.copy()
    levels[:, hard] = np.maximum(levels[:, hard], CLEARED_LEVEL)
    return ways(drawn.rules, drawn.row, drawn.unknown, levels).ranks
