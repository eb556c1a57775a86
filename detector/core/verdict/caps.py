"""The rules that hold a verdict down, and in words why each does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detector.core.bank import Band, Bank, Cap, CapRule, Dimension, Gate
from detector.core.bank.index import index_of
from detector.core.gates import GateResult, GateState
from detector.core.scoring import DimensionScore, shown
from detector.core.verdict.bands import GATE_RULES, bands_by_rank, reaches

GATE_WORDS = {GateState.FAILED: "has failed", GateState.OPEN: "is still open"}


@dataclass(frozen=True)
class CapFired:
    """A cap that holds the verdict down, and in words why; `about` is the gate or dimension id that caused it."""

    rule: CapRule
    at_most: str
    about: str
    because: str


@dataclass(frozen=True)
class _Cause:
    """A cap whose rule holds, and what made it hold."""

    cap: Cap
    about: str
    words: str


def caps_fired(
    bank: Bank, uncapped: str, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]
) -> tuple[CapFired, ...]:
    """Every cap whose rule holds, the strictest first, whether or not it changes the verdict of the score alone."""
    bands = {band.id: band for band in bands_by_rank(bank)}
    ranks = {verdict: position for position, verdict in enumerate(bands)}
    causes = [*_gate_causes(bank, gates), *_headline_causes(bank, dimensions)]
    order = {id(cap): position for position, cap in enumerate(bank.caps)}
    causes.sort(key=lambda cause: (ranks[cause.cap.at_most], order[id(cause.cap)]))
    final = min([ranks[uncapped], *(ranks[cause.cap.at_most] for cause in causes)])
    return tuple(
        CapFired(
            rule=cause.cap.rule,
            at_most=cause.cap.at_most,
            about=cause.about,
            because=f"{cause.words} {_limit(bands[cause.cap.at_most])} "
            + _effect(bands[uncapped], ranks[uncapped], ranks[cause.cap.at_most], final),
        )
        for cause in causes
    )


def notes(bank: Bank, verdict_id: str, caps: Sequence[CapFired]) -> tuple[str, ...]:
    """The notes of the caps that allow this verdict and none better, each once."""
    found = {(cap.rule, cap.at_most): cap.note for cap in bank.caps}
    return tuple(dict.fromkeys(found[cap.rule, cap.at_most] for cap in caps if cap.at_most == verdict_id))


def _gate_causes(bank: Bank, results: Sequence[GateResult]) -> Iterator[_Cause]:
    gates = index_of(bank).gates
    for result in results:
        rule = GATE_RULES.get((result.kind, result.state))
        for cap in bank.caps:
            if cap.rule == rule:
                yield _Cause(cap, result.gate_id, _gate_words(gates[result.gate_id], result))


def _gate_words(gate: Gate, result: GateResult) -> str:
    return f"The {gate.kind.value} gate '{gate.name}' {GATE_WORDS[result.state]}. {result.because}."


def _headline_causes(bank: Bank, scores: Sequence[DimensionScore]) -> Iterator[_Cause]:
    for score in scores:
        dimension = index_of(bank).dimensions[score.dimension_id]
        if not dimension.headline or score.score is None:
            continue
        for cap in bank.caps:
            if cap.under is not None and not reaches(score.score, cap.under / 100):
                words = _headline_words(dimension, score.score, cap.under)
                yield _Cause(cap, score.dimension_id, words)


def _headline_words(dimension: Dimension, score: float, under: float) -> str:
    # A score of 39.7 is shown as 40, and "40 is under 40" would puzzle anybody.
    number = f"just under {under:g}" if shown(score) >= under else f"{shown(score)}, under {under:g}"
    return f"{dimension.name} scores {number}."


def _limit(band: Band) -> str:
    return f"The verdict can be no better than '{band.label}'."


def _effect(uncapped: Band, uncapped_rank: int, limit: int, final: int) -> str:
    if limit >= uncapped_rank:
        return "The score alone gives no more than that."
    if limit > final:
        return "A stricter rule holds it lower still."
    return f"The score alone would give '{uncapped.label}'."
