"""The money test as a whole: a central case beside many drawn ones."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.bank.money import MoneyPart
from detector.core.money.assumptions import Numbers, central, drawn
from detector.core.money.case import MoneyCase, MoneyNumber, money_case
from detector.core.money.paths import MOST_MONTHS, break_even_price, cash, months_alive, surplus, yearly
from detector.core.money.proposals import Found, Proposal, proposals

PATHS = 10_000
ALL_LOST = 100.0


@dataclass(frozen=True)
class Spread:
    """The central case, beside the 10th and the 90th of a hundred drawn ones."""

    central: float
    low: float
    high: float


@dataclass(frozen=True)
class Life:
    """How many months the cash lasts when `lost` percent of the core contract is lost from month 25, 36 at most."""

    lost: float
    months: Spread


@dataclass(frozen=True)
class MoneyTest:
    """What the numbers say. Sums are pounds of their year.

    `surplus` is by year; `in_the_black` the share (0-1) of paths whose five years are not a loss; `core` the core
    contract's price in the first year and `break_even` the one at which the five years come to nothing; `lowest_month`
    the month (0-60) of the central case's lowest cash.
    """

    numbers: Mapping[MoneyPart, MoneyNumber]
    surplus: tuple[Spread, ...]
    in_the_black: float
    core: float
    break_even: Spread
    lowest_cash: Spread
    lowest_month: int
    lives: tuple[Life, ...]
    proposals: tuple[Proposal, ...]

    @property
    def defaults(self) -> tuple[MoneyNumber, ...]:
        """The numbers that nobody gave."""
        return tuple(number for number in self.numbers.values() if number.is_default)


def stress_test(bank: Bank, sheet: AnswerSheet, *, paths: int = PATHS) -> MoneyTest | None:
    """What the numbers say; None where there are not enough of them (`case.missing_facts`) or the bank has no test."""
    case = money_case(bank, sheet)
    return None if case is None else _tested(bank, case, paths)


def _tested(bank: Bank, case: MoneyCase, paths: int) -> MoneyTest:
    likely, many = central(bank, case), drawn(bank, case, paths)
    sums, all_sums = yearly(likely), yearly(many)
    by_year, all_by_year = surplus(sums)[0], surplus(all_sums)
    path, all_paths = cash(likely, sums)[0], cash(many, all_sums).min(axis=1)
    losses = sorted({ALL_LOST, *(rule.lost for rule in bank.money_proposals if rule.lost is not None)})
    lives = {
        lost: (months_alive(cash(likely, sums, lost / 100)), months_alive(cash(many, all_sums, lost / 100)))
        for lost in losses
    }
    found = Found(
        case=case,
        central_surplus=float(by_year.sum()),
        in_the_black=_share(all_by_year.sum(axis=1) >= 0),
        central_lowest=float(path.min()),
        never_out=_share(all_paths >= 0),
        central_life={lost: float(one[0]) for lost, (one, _) in lives.items()},
        lasting={lost: _share(many_lives >= MOST_MONTHS) for lost, (_, many_lives) in lives.items()},
    )
    return MoneyTest(
        numbers=case.numbers,
        surplus=tuple(_spread(by_year[year], all_by_year[:, year]) for year in range(len(by_year))),
        in_the_black=found.in_the_black,
        core=float(likely.core[0]),
        break_even=_spread(break_even_price(sums)[0], break_even_price(all_sums)),
        lowest_cash=_spread(path.min(), all_paths),
        lowest_month=int(path.argmin()),
        lives=tuple(Life(lost, _spread(one[0], many_lives)) for lost, (one, many_lives) in lives.items()),
        proposals=proposals(bank, found),
    )


def _spread(likely: float, paths: Numbers) -> Spread:
    low, high = np.percentile(paths, (10, 90))
    return Spread(float(likely), float(low), float(high))


def _share(holds: np.ndarray) -> float:
    return float(np.mean(holds))
