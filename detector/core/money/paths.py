"""What the five years bring on each path: income, cost, cash, and how long it lasts when the contract is lost."""

from dataclasses import dataclass

import numpy as np

from detector.core.money.assumptions import Assumptions, Numbers

YEARS = 5
MONTHS = 12
# The contract is lost with the first month of year 3; from then on three years can be seen.
LOST_FROM = 25
MOST_MONTHS = YEARS * MONTHS - LOST_FROM + 1


@dataclass(frozen=True)
class Sums:
    """Pounds by path and year, not discounted. `price` is what one pound of the first year's price has become."""

    core: Numbers
    other: Numbers
    cost: Numbers
    price: Numbers


def yearly(at: Assumptions) -> Sums:
    """Income and cost of each year, a row a path."""
    years = np.arange(YEARS, dtype=np.float64)
    price = _risen(at.price_rise, years)
    staff = (at.staff * (1 + at.pension))[:, None] * _risen(at.pay_rise, years)
    bought = (at.bought * (1 + at.vat))[:, None] * _risen(at.cost_rise, years)
    other = at.other[:, None] * _risen(at.growth, years)
    return Sums(core=at.core[:, None] * price, other=other, cost=staff + bought, price=price)


def surplus(sums: Sums) -> Numbers:
    """Income less cost of each year, a row a path; below nothing it is a loss."""
    return sums.core + sums.other - sums.cost


def break_even_price(sums: Sums) -> Numbers:
    """The core contract's price in the first year at which the five years come to nothing, for each path."""
    return (sums.cost - sums.other).sum(axis=1) / sums.price.sum(axis=1)


def cash(at: Assumptions, sums: Sums, lost: float = 0.0) -> Numbers:
    """The cash at the start and after each of 60 months, a row a path, in pounds.

    The core contract is paid a month in arrears. `lost` is the share (0-1) of it that is lost from month 25 on; from
    `saved_after` months later on, `saved_share` of what was lost is saved.
    """
    core, other, cost = (np.repeat(part / MONTHS, MONTHS, axis=1) for part in (sums.core, sums.other, sums.cost))
    month = np.arange(1, YEARS * MONTHS + 1)
    gone = core * (lost * (month >= LOST_FROM))
    saved = gone * at.saved_share[:, None] * (month >= LOST_FROM + at.saved_after[:, None])
    paid = np.zeros_like(core)
    paid[:, 1:] = (core - gone)[:, :-1]
    moved = paid + other - cost + saved
    return np.cumsum(np.concatenate([at.cash[:, None], moved], axis=1), axis=1)


def months_alive(cash: Numbers) -> Numbers:
    """The months from the loss until cash is first below nothing, 36 at most, for each path."""
    below = cash[:, LOST_FROM:] < 0
    return np.where(below.any(axis=1), below.argmax(axis=1), MOST_MONTHS).astype(np.float64)


def _risen(rise: Numbers, years: Numbers) -> Numbers:
    return (1 + rise)[:, None] ** years
