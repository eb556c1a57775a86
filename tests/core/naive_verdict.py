"""The rules of the verdict told once more, slowly and in other words: what the product's arithmetic is held to.

Levels by question id (counted, None where unknown), for sheets whose questions all apply.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

from detector.core.bank import Bank, CapRule, GateKind

Levels = Mapping[str, int | None]


def naive_verdict(bank: Bank, levels: Levels) -> str:
    """The verdict on these answers, of which at least one is known, whether or not enough is known to name it."""
    allowed = [_by_score(bank, naive_score(bank, levels)), *_allowed_by_caps(bank, levels)]
    return min(allowed, key=_worst_first(bank).index)


def naive_range(bank: Bank, levels: Levels) -> tuple[str, str]:
    """The worst and the best verdict over every way in which the unknown answers can turn out."""
    unknown = [key for key, level in levels.items() if level is None]
    found = [
        naive_verdict(bank, {**levels, **dict(zip(unknown, way, strict=True))})
        for way in product(range(4), repeat=len(unknown))
    ]
    order = _worst_first(bank).index
    return min(found, key=order), max(found, key=order)


def naive_score(bank: Bank, levels: Levels) -> Fraction:
    """The mean of the known answers, each by its own weight, from 0 to 100."""
    own: dict[str, Fraction] = {}
    for part in bank.dimensions:
        total = sum((Fraction(question.weight) for question in part.questions), Fraction())
        own |= {each.id: Fraction(part.weight) * Fraction(each.weight) / total for each in part.questions}
    known = {key: level for key, level in levels.items() if level is not None}
    points = sum((own[key] * Fraction(level, 3) for key, level in known.items()), Fraction())
    return 100 * points / sum((own[key] for key in known), Fraction())


def _worst_first(bank: Bank) -> list[str]:
    by_score = sorted(bank.bands, key=lambda band: -1 if band.from_score is None else band.from_score)
    return [band.id for band in by_score]


def _by_score(bank: Bank, score: Fraction) -> str:
    reached = [band for band in bank.bands if band.from_score is not None and score >= Fraction(band.from_score)]
    return max(reached, key=lambda band: band.from_score or 0).id


def _allowed_by_caps(bank: Bank, levels: Levels) -> Iterator[str]:
    hard = [levels[gate.question] for gate in bank.gates if gate.kind is GateKind.HARD]
    amber = [levels[gate.question] for gate in bank.gates if gate.kind is GateKind.AMBER]
    every = hard + amber
    for cap in bank.caps:
        count, under = cap.count or 1, Fraction(cap.under or 0)
        holds = {
            CapRule.HARD_GATE_FAILED: 0 in hard,
            CapRule.HARD_GATE_WARNING: 1 in hard,
            CapRule.HARD_GATE_OPEN: None in hard,
            CapRule.AMBER_GATE_FAILED: 0 in amber,
            CapRule.GATES_IN_DOUBT: sum(level in {0, 1, None} for level in every) >= count,
            CapRule.WEAK_POINTS: every.count(1) + 2 * every.count(0) >= count,
            CapRule.HEADLINE_LOW: any(score < under for score in _headlines(bank, levels, unknown_as=1)),
            CapRule.HEADLINE_VERY_LOW: any(score < under for score in _headlines(bank, levels, unknown_as=3)),
        }
        if holds[cap.rule]:
            yield cap.at_most


def _headlines(bank: Bank, levels: Levels, unknown_as: int) -> Iterator[Fraction]:
    for part in bank.dimensions:
        if part.headline:
            weights = [Fraction(question.weight) for question in part.questions]
            found = [levels[question.id] for question in part.questions]
            filled = [unknown_as if level is None else level for level in found]
            points = sum((weight * level for weight, level in zip(weights, filled, strict=True)), Fraction())
            yield 100 * points / (3 * sum(weights, Fraction()))
