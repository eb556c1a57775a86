"""Other values a fact could have, as far as conditions can tell them apart."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import ceil

from detector.core.answers import FactValue, fact_problems
from detector.core.bank import AnswerIs, Bank, FactKind, FactQuestion

# How far beside a threshold a number is set, where no other threshold is nearer.
_STEP = {FactKind.MONEY: 1, FactKind.COUNT: 1, FactKind.PERCENT: 1, FactKind.DECIMAL: 0.1}


def other_values(
    bank: Bank, fact: FactQuestion, value: FactValue | None, tests: Iterable[AnswerIs]
) -> tuple[FactValue, ...]:
    """The values worth trying in place of the one known (None where none is), in the order of the options.

    Of several choices one is added or taken away; with none known, each stands alone. A number moves only as far as
    the tests' thresholds make it. A text has none: no condition tests it.
    """
    found = [other for other in _values(fact, value, tests) if other != value]
    return tuple(other for other in found if not fact_problems(bank, fact.id, other))


def _values(fact: FactQuestion, value: FactValue | None, tests: Iterable[AnswerIs]) -> Iterator[FactValue]:
    options = [option.id for option in fact.options]
    match fact.kind:
        case FactKind.CHOICE:
            yield from options
        case FactKind.CHOICES:
            chosen = value if isinstance(value, tuple) else ()
            for option in options:
                yield tuple(each for each in options if (each in chosen) != (each == option))
        case FactKind.YES_NO:
            yield from (True, False)
        case FactKind.MONEY | FactKind.COUNT | FactKind.PERCENT | FactKind.DECIMAL:
            # Where no number is known, the first threshold is passed both ways.
            thresholds, step = sorted(_thresholds(fact, tests)), _STEP[fact.kind]
            if isinstance(value, int | float):
                yield from _beside(thresholds, value, step)
            else:
                yield from (*(limit - step for limit in thresholds[:1]), *thresholds)
        case FactKind.TEXT:
            return


def _thresholds(fact: FactQuestion, tests: Iterable[AnswerIs]) -> set[float]:
    named = [limit for test in tests if test.fact == fact.id for limit in (test.at_least, test.under)]
    limits = {limit for limit in named if limit is not None}
    return {ceil(limit) for limit in limits} if fact.kind is FactKind.COUNT else limits


def _beside(thresholds: list[float], number: float, step: float) -> Iterator[float]:
    """For every stretch between thresholds that the number is not in, its value nearest to the number."""
    for below, limit in pairwise([thresholds[0] - step, *thresholds] if thresholds else []):
        yield limit if number < limit else max(below, limit - step)
