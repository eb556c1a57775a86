"""What the formulas of the money sheets give on the numbers as exported: the central case, month by month."""

from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.money.assumptions import Assumptions, Numbers, central
from detector.core.money.case import MoneyCase, is_started, money_case
from detector.core.money.paths import Sums, cash, yearly
from detector.core.money.stress_test import MoneyTest, stress_test


@dataclass(frozen=True)
class MoneyFigures:
    """The money test with its central case: assumptions, sums by year, and cash by month, by the percent lost."""

    case: MoneyCase
    test: MoneyTest
    likely: Assumptions
    sums: Sums
    cash: Numbers
    lost: dict[float, Numbers]


def money_figures(bank: Bank, sheet: AnswerSheet) -> MoneyFigures | None:
    """Everything the money sheets show, None where nobody has given a number for the test or too few are known."""
    case = money_case(bank, sheet) if is_started(sheet) else None
    test = None if case is None else stress_test(bank, sheet)
    if case is None or test is None:
        return None
    likely = central(bank, case)
    sums = yearly(likely)
    lost = {life.lost: cash(likely, sums, life.lost / 100)[0] for life in test.lives}
    return MoneyFigures(case, test, likely, sums, cash(likely, sums)[0], lost)
