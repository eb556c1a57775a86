"""Other values a fact could have, as far as conditions can tell them apart."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import ceil, inf

from detector.core.answers import FactValue, fact_problems
from detector.core.bank import AnswerIs, FactKind, FactQuestion

# What people round such a number to: whole numbers, or tenths.
_PARTS = {FactKind.MONEY: 1, FactKind.COUNT: 1, FactKind.PERCENT: 1, FactKind.DECIMAL: 10}


def other_values(fact: FactQuestion, value: FactValue | None, tests: Iterable[AnswerIs]) -> tuple[FactValue, ...]:
    """The values worth trying in place of the one known (None where none is), in the order of the options.

    Of several choices one is added or taken away; with none known, each stands alone. A number moves only as far as
    the tests' thresholds make it. A text has none, for no condition tests it; nor has a service code, which must
    honestly describe the contract, nor a day, which others set.
    """
    found = [other for other in _values(fact, value, tests) if other != value]
    return tuple(other for other in found if not fact_problems(fact, other))


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
            number = value if isinstance(value, int | float) else None
            yield from _beside(sorted(_thresholds(fact, tests)), number, _PARTS[fact.kind])
        case FactKind.TEXT | FactKind.CODE | FactKind.DATE:
            return


def _thresholds(fact: FactQuestion, tests: Iterable[AnswerIs]) -> set[float]:
    limits = [limit for test in tests if test.fact == fact.id for limit in (test.at_least, test.under)]
    return {limit for limit in limits if limit is not None}


def _beside(thresholds: list[float], number: float | None, parts: int) -> Iterator[float]:
    """For every stretch between thresholds that the number is not in, a round value at its end nearest the number.

    Where no number is known, a value of every stretch. `parts` is into how many one is divided.
    """
    for below, limit in pairwise([-inf, *thresholds]):
        if (number is None and below == -inf) or (number is not None and number >= limit):
            yield max(below, _round(_first_from(limit, parts) - 1, parts))
    for limit, above in pairwise([*thresholds, inf]):
        if number is None or number < limit:
            rounded = _round(_first_from(limit, parts), parts)
            yield rounded if rounded < above else limit


def _first_from(number: float, parts: int) -> int:
    # Rounded first, because tenths have no exact value: ten times 1.1 is a little over 11.
    return ceil(round(number * parts, 6))


def _round(count: int, parts: int) -> float:
    return count if parts == 1 else count / parts
