"""From one kept state of an assessment to the next: how much answers, bank and weights each changed the score."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, permutations
from math import floor
from typing import TypeVar

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.gates import gate_results
from detector.core.scoring import combine, score_dimensions, shown, weights_in_use
from detector.core.verdict.verdict import decide

Value = TypeVar("Value")


class Change(StrEnum):
    """What can have changed between two states."""

    ANSWERS = "answers"
    BANK = "bank"
    WEIGHTS = "weights"


Mixture = frozenset[Change]
"""Which changes have been made; what is not in it is as it was before."""


@dataclass(frozen=True)
class State:
    """A bank, the answers and facts given to it, and the council's own weights for it."""

    bank: Bank
    sheet: AnswerSheet


@dataclass(frozen=True)
class Trend:
    """What each change brought to the overall score (0-1); the parts add up to `after - before`.

    `shown` are whole numbers of 100 that add up to the difference of the whole numbers shown. Verdicts are band ids,
    None where too little is known to name one: `verdict_before`, `verdict_after`, and `alone` with one change only.
    """

    before: float
    after: float
    parts: Mapping[Change, float]
    shown: Mapping[Change, int]
    verdict_before: str | None
    verdict_after: str | None
    alone: Mapping[Change, str | None]


def trend(before: State, after: State, migrated: AnswerSheet, renamed: Mapping[str, str]) -> Trend | None:
    """What each change brought; None where one of the mixtures has no score.

    `migrated` are the answers of `before` brought to the bank of `after`; `renamed` gives, by id of the old bank, the
    id under which the new one asks the same. With one bank, they are the sheet itself and nothing.
    """
    states = {mixture: _mixed(before, after, migrated, renamed, mixture) for mixture in mixtures()}
    found = {mixture: _scored(state) for mixture, state in states.items()}
    scores = {mixture: score for mixture, (score, _) in found.items() if score is not None}
    if len(scores) < len(found):
        return None
    start, end = scores[frozenset()], scores[frozenset(Change)]
    parts = shapley(scores)
    return Trend(
        before=start,
        after=end,
        parts=parts,
        shown=whole_parts(parts, shown(end) - shown(start)),
        verdict_before=found[frozenset()][1],
        verdict_after=found[frozenset(Change)][1],
        alone={change: found[frozenset({change})][1] for change in Change},
    )


def mixtures() -> tuple[Mixture, ...]:
    """All eight: nothing changed, each by itself, each pair, and all three."""
    return tuple(frozenset(made) for count in range(len(Change) + 1) for made in combinations(Change, count))


def shapley(values: Mapping[Mixture, float]) -> dict[Change, float]:
    """What each change adds, the mean over all orders in which the changes could have come."""
    orders = list(permutations(Change))
    parts = dict.fromkeys(Change, 0.0)
    for order in orders:
        for place, change in enumerate(order):
            made = frozenset(order[:place])
            parts[change] += (values[made | {change}] - values[made]) / len(orders)
    return parts


def whole_parts(parts: Mapping[Change, float], total: int) -> dict[Change, int]:
    """The parts (0-1) as whole numbers of 100 that add up to the total, by largest remainder."""
    exact = {change: part * 100 for change, part in parts.items()}
    told = {change: floor(each) for change, each in exact.items()}
    rest = total - sum(told.values())
    order = sorted(exact, key=lambda change: told[change] - exact[change], reverse=rest < 0)
    step = 1 if rest > 0 else -1
    for place in range(abs(rest)):
        told[order[place % len(order)]] += step
    return told


def _mixed(before: State, after: State, migrated: AnswerSheet, renamed: Mapping[str, str], mixture: Mixture) -> State:
    bank = after.bank if Change.BANK in mixture else before.bank
    if Change.ANSWERS in mixture:
        sheet = after.sheet if Change.BANK in mixture else _in_old_bank(before, after, renamed)
    else:
        sheet = migrated if Change.BANK in mixture else before.sheet
    weights = (after if Change.WEIGHTS in mixture else before).sheet.weights
    return State(bank, AnswerSheet(bank.version, sheet.service, sheet.facts, weights, sheet.answers))


def _in_old_bank(before: State, after: State, renamed: Mapping[str, str]) -> AnswerSheet:
    """The new answers to what the old bank asks; the old ones where the new bank asks it no more."""
    old, new = index_of(before.bank), index_of(after.bank)
    facts, questions = ({key: renamed.get(key, key) for key in ids} for ids in (old.facts, old.questions))
    return AnswerSheet(
        before.bank.version,
        after.sheet.service,
        facts=_carried(before.sheet.facts, after.sheet.facts, facts, new.facts),
        answers=_carried(before.sheet.answers, after.sheet.answers, questions, new.questions),
    )


def _carried(
    old: Mapping[str, Value], new: Mapping[str, Value], ids: Mapping[str, str], asked: Collection[str]
) -> dict[str, Value]:
    """By old id the new value, or the old one where the new id is not asked; what is unknown is left out."""
    found = {key: new.get(now) if now in asked else old.get(key) for key, now in ids.items()}
    return {key: value for key, value in found.items() if value is not None}


def _scored(state: State) -> tuple[float | None, str | None]:
    """The overall score (0-1) and the verdict's id under the sheet's own weights."""
    bank, sheet = state.bank, state.sheet
    weights = weights_in_use(bank, sheet.weights)
    weighted = [replace(part, weight=weights[part.dimension_id]) for part in score_dimensions(bank, sheet)]
    overall = combine("overall", weighted)
    return overall.score, decide(bank, overall, weighted, gate_results(bank, sheet)).id
