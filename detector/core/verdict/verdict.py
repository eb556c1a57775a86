"""From scores and gates to a verdict, with what caps it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detector.core.bank import Bank, GateKind
from detector.core.bank.index import index_of
from detector.core.gates import GateResult, GateState
from detector.core.scoring import DimensionScore, WeightedScore
from detector.core.verdict.bands import BandRules, band_rules, rank_by_score, verdict_rank
from detector.core.verdict.caps import CapFired, caps_fired, notes

Gates = Sequence[tuple[GateKind, GateState]]

NO_VERDICT = "No verdict yet"
NO_VERDICT_MEANING = "Answer a question to see where the service stands."


@dataclass(frozen=True)
class Verdict:
    """The verdict's band id and label, None and words for "no verdict yet" while nothing is answered.

    `label` carries the cap's note ("Promising: fix before the business case"). `uncapped` is the band by score
    alone. `low` and `high` are the verdicts if every unknown turned out at level 0, and at level 3; `settled` is
    true where they agree. `unresolved` is true while a hard gate is open.
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


def decide(
    bank: Bank, overall: WeightedScore, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]
) -> Verdict:
    """The verdict as far as the answers go, with what caps it, and the worst and best it could still become."""
    rules = band_rules(bank)
    headlines = headline_scores(bank, dimensions)
    states = [(gate.kind, gate.state) for gate in gates]
    now = _verdict_at(rules, overall.score, [score.score for score in headlines], states)
    low = _verdict_at(rules, overall.low, [score.low for score in headlines], _settle(states, GateState.FAILED))
    high = _verdict_at(rules, overall.high, [score.high for score in headlines], _settle(states, GateState.PASSED))
    uncapped = None if overall.score is None else rules.verdicts[rank_by_score(rules, overall.score)]
    caps = () if uncapped is None else caps_fired(bank, uncapped, dimensions, gates)
    label, meaning = _words(bank, now, caps)
    return Verdict(
        id=now,
        label=label,
        meaning=meaning,
        uncapped=uncapped,
        caps=caps,
        low=low,
        high=high,
        settled=now is not None and low == high,
        unresolved=(GateKind.HARD, GateState.OPEN) in states,
    )


def headline_scores(bank: Bank, dimensions: Iterable[DimensionScore]) -> tuple[DimensionScore, ...]:
    """The scores of the headline dimensions, in the order given."""
    headlines = {dimension.id for dimension in bank.dimensions if dimension.headline}
    return tuple(score for score in dimensions if score.dimension_id in headlines)


def _verdict_at(
    rules: BandRules, overall: float | None, headlines: Sequence[float | None], gates: Gates
) -> str | None:
    if overall is None:
        return None
    lowest = min((score for score in headlines if score is not None), default=None)
    return rules.verdicts[verdict_rank(rules, overall, lowest, gates)]


def _settle(gates: Gates, becomes: GateState) -> Gates:
    return [(kind, becomes if state is GateState.OPEN else state) for kind, state in gates]


def _words(bank: Bank, verdict_id: str | None, caps: Sequence[CapFired]) -> tuple[str, str]:
    if verdict_id is None:
        return NO_VERDICT, NO_VERDICT_MEANING
    band = index_of(bank).bands[verdict_id]
    said = "; ".join(notes(bank, verdict_id, caps))
    return (f"{band.label}: {said}" if said else band.label), band.meaning
