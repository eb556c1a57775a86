"""From scores and gates to a verdict, with what holds it, what still could, and what it could still become."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from detector.core.bank import TOP_LEVEL, Bank, GateKind
from detector.core.bank.index import index_of
from detector.core.gates import STATE_AT_LEVEL, GateResult, GateState
from detector.core.scoring import DimensionScore, WeightedScore
from detector.core.verdict.bands import reaches
from detector.core.verdict.caps import CapFired, caps_fired, notes
from detector.core.verdict.could_hold import CouldHold, could_hold, weak_gates
from detector.core.verdict.ranks import ranks, score_ranks, verdict_rules
from detector.core.verdict.sheets import Sheets, sheet_row, stacked

NO_VERDICT = "Too early to say"
NOTHING_ANSWERED = "Answer a question to see where the service stands."
PASSED_LEVEL = STATE_AT_LEVEL.index(GateState.PASSED)


@dataclass(frozen=True)
class Verdict:
    """The verdict's band id and label; None and "Too early to say" while too little is known to name one.

    `label` carries the notes of at most two caps ("Promising: fix before the business case"). `uncapped` is the band
    by score alone. `caps` hold it; `could_hold` would if what is unknown turned out weak, both empty while nothing is
    answered; `weak` are the gates at level 1 that do not hold it. `low` and `high` are the verdicts if every unknown
    turned out at level 0, and at level 3; `settled` is true where they agree. `unresolved` is true while a hard gate
    is open: then `if_passed` are low and high once all open hard gates are passed. `still_needed` is the least number
    of answers until a verdict is named.
    """

    id: str | None
    label: str
    meaning: str
    uncapped: str | None
    caps: tuple[CapFired, ...]
    low: str | None
    high: str | None
    settled: bool
    unresolved: bool
    if_passed: tuple[str, str] | None = None
    could_hold: tuple[CouldHold, ...] = ()
    weak: tuple[str, ...] = ()
    still_needed: int = 0


@dataclass(frozen=True)
class _Ways:
    """The sheet as it stands, with every unknown at level 0 and at 3, and at 0 with open hard gates just passed."""

    now: Sheets
    worst: Sheets
    best: Sheets
    passed: Sheets


def decide(
    bank: Bank, overall: WeightedScore, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]
) -> Verdict:
    """The verdict as far as the answers go, with what caps it, and the worst and best it could still become.

    `dimensions` are all of the bank's in its order, with the weights in use, and `overall` what they come to.
    """
    if overall.low is None:
        return _nothing_applies(gates)
    rules = verdict_rules(bank)
    ways = _ways(bank, dimensions, gates)
    rows = stacked([ways.now, ways.worst, ways.best, ways.passed])
    weights = np.array([part.weight for part in dimensions], dtype=np.float64)
    found: list[int] = ranks(rules, rows, weights).tolist()
    now, low, high, passed = [rules.verdicts[rank] for rank in found]
    unresolved = any(_is_open_hard(gate) for gate in gates)
    is_named = overall.score is not None and (low == high or _is_known_enough(bank, overall))
    uncapped = None if overall.score is None else _by_score(bank, overall.score)
    caps = () if uncapped is None else caps_fired(bank, uncapped, ways.now, dimensions, gates)
    verdict_id = now if is_named else None
    needed = 0 if is_named else answers_needed(bank, overall, dimensions)
    unknown = sum(part.value is None for score in dimensions for part in score.contributions)
    too_early = _too_early(overall, needed, unknown)
    label, meaning = (NO_VERDICT, too_early) if verdict_id is None else _words(bank, verdict_id, caps)
    return Verdict(
        id=verdict_id,
        label=label,
        meaning=meaning,
        uncapped=uncapped,
        caps=caps,
        low=low,
        high=high,
        settled=is_named and low == high,
        unresolved=unresolved,
        if_passed=(passed, high) if unresolved else None,
        could_hold=() if uncapped is None else could_hold(bank, ways.now, ways.worst, dimensions, gates, high),
        weak=weak_gates(gates, caps),
        still_needed=needed,
    )


def answers_needed(bank: Bank, overall: WeightedScore, dimensions: Sequence[DimensionScore]) -> int:
    """The least number of answers until enough is known to name a verdict: the heaviest unknown ones first."""
    total = sum(part.weight for part in dimensions if part.contributions)
    unknown = sorted(
        (
            score.weight * part.share / total
            for score in dimensions
            for part in score.contributions
            if part.value is None
        ),
        reverse=True,
    )
    line = bank.verdict_from_coverage / 100
    return sum(not reaches(known, line) for known in accumulate(unknown, initial=overall.coverage))


def _ways(bank: Bank, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]) -> _Ways:
    unknown = [part.question_id for score in dimensions for part in score.contributions if part.value is None]
    at_worst = dict.fromkeys(unknown, 0)
    just_passed = {gate.question_id: PASSED_LEVEL for gate in gates if _is_open_hard(gate)}

    def row(filled: Mapping[str, int]) -> Sheets:
        return sheet_row(bank, dimensions, gates, filled)

    worst = row(at_worst)
    return _Ways(
        now=row({}),
        worst=worst,
        best=row(dict.fromkeys(unknown, TOP_LEVEL)),
        passed=row(at_worst | just_passed) if just_passed else worst,
    )


def _is_open_hard(gate: GateResult) -> bool:
    return gate.kind is GateKind.HARD and gate.state is GateState.OPEN


def _is_known_enough(bank: Bank, overall: WeightedScore) -> bool:
    return reaches(overall.coverage, bank.verdict_from_coverage / 100)


def _by_score(bank: Bank, score: float) -> str:
    rules = verdict_rules(bank)
    return rules.verdicts[int(score_ranks(rules, np.array([score]))[0])]


def _nothing_applies(gates: Sequence[GateResult]) -> Verdict:
    return Verdict(
        id=None,
        label=NO_VERDICT,
        meaning=NOTHING_ANSWERED,
        uncapped=None,
        caps=(),
        low=None,
        high=None,
        settled=False,
        unresolved=any(_is_open_hard(gate) for gate in gates),
    )


def _too_early(overall: WeightedScore, needed: int, unknown: int) -> str:
    if overall.score is None:
        return NOTHING_ANSWERED
    takes = f"at least {needed} of the {unknown} answers"
    if needed == unknown:
        takes = "the one answer" if unknown == 1 else f"all {unknown} answers"
    return f"Too little is known to name a verdict: it takes {takes} not known yet."


def _words(bank: Bank, verdict_id: str, caps: Sequence[CapFired]) -> tuple[str, str]:
    band = index_of(bank).bands[verdict_id]
    said = "; ".join(notes(verdict_id, caps))
    return (f"{band.label}: {said}" if said else band.label), band.meaning
