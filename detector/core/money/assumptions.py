"""The assumptions of each path through five years: the likely one, and many drawn ones."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detector.core.bank import Bank
from detector.core.bank.money import MoneyDraw, MoneyPart, MoneyRange
from detector.core.money.case import MoneyCase

Numbers = NDArray[np.float64]
# The same paths for every service: what differs between two results then comes from their numbers alone.
_SEED = 20262


@dataclass(frozen=True)
class Assumptions:
    """A row a path. Sums are pounds of the first year; rises, rates and shares are from 0 to 1; delays are months.

    `staff` is without pension, `bought` is running cost and overheads before VAT.
    """

    core: Numbers
    other: Numbers
    staff: Numbers
    bought: Numbers
    cash: Numbers
    price_rise: Numbers
    growth: Numbers
    pay_rise: Numbers
    cost_rise: Numbers
    pension: Numbers
    vat: Numbers
    saved_share: Numbers
    saved_after: Numbers


def central(bank: Bank, case: MoneyCase) -> Assumptions:
    """The likely assumptions, as one path."""
    return _assumptions(case, {each.varies: np.array([each.likely]) for each in bank.money_ranges})


def drawn(bank: Bank, case: MoneyCase, paths: int) -> Assumptions:
    """So many paths, the same ones for the same bank."""
    random = np.random.default_rng(_SEED)
    return _assumptions(case, {each.varies: triangular(each, random.random(paths)) for each in bank.money_ranges})


def triangular(spread: MoneyRange, uniform: Numbers) -> Numbers:
    """Numbers of the triangle, one for each uniform number from 0 to 1."""
    low, likely, high = spread.low, spread.likely, spread.high
    width = high - low
    rising = low + np.sqrt(uniform * width * (likely - low))
    falling = high - np.sqrt((1 - uniform) * width * (high - likely))
    return np.where(uniform * width <= likely - low, rising, falling)


def _assumptions(case: MoneyCase, drawn: Mapping[MoneyDraw, Numbers]) -> Assumptions:
    def times(draw: MoneyDraw) -> Numbers:
        return 1 + drawn[draw] / 100

    def rate(part: MoneyPart, draw: MoneyDraw) -> Numbers:
        return (case.value(part) + drawn[draw]) / 100

    core = case.value(MoneyPart.INCOME) * case.value(MoneyPart.CORE_SHARE) / 100
    other = case.value(MoneyPart.INCOME) - core
    running = case.value(MoneyPart.RUNNING) * times(MoneyDraw.RUNNING)
    overheads = case.value(MoneyPart.OVERHEADS) * times(MoneyDraw.OVERHEADS)
    return Assumptions(
        core=core * np.ones_like(running),
        other=other * times(MoneyDraw.OTHER_INCOME),
        staff=case.value(MoneyPart.STAFF) * times(MoneyDraw.STAFF),
        bought=running + overheads,
        cash=case.value(MoneyPart.CASH) - case.value(MoneyPart.SET_UP) * times(MoneyDraw.SET_UP),
        price_rise=drawn[MoneyDraw.PRICE_RISE] / 100,
        growth=rate(MoneyPart.GROWTH, MoneyDraw.GROWTH),
        pay_rise=drawn[MoneyDraw.PAY_RISE] / 100,
        cost_rise=drawn[MoneyDraw.COST_RISE] / 100,
        pension=np.maximum(rate(MoneyPart.PENSION, MoneyDraw.PENSION), 0),
        vat=np.maximum(rate(MoneyPart.VAT, MoneyDraw.VAT), 0),
        saved_share=drawn[MoneyDraw.SAVED_SHARE] / 100,
        saved_after=drawn[MoneyDraw.SAVED_AFTER],
    )
