"""The money test in words."""

from collections.abc import Iterable
from datetime import date

from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.bank.money import MoneyInput, MoneyKind, MoneyPart, MoneyProposal
from detector.core.money.case import MoneyNumber
from detector.core.money.paths import LOST_FROM, MONTHS, MOST_MONTHS
from detector.core.money.stress_test import ALL_LOST, PATHS, Life, MoneyTest, Spread
from detector.wording.plain import counted, day, money, number, percent

TITLE = "Money: a small stress test"
INTRODUCTION = (
    "Five years, month by month, in pounds of each year. The central case takes the likeliest of everything; "
    f"{number(PATHS)} other paths vary prices, pay, income, cost, pensions, VAT and set-up. Ranges in brackets hold "
    "80 of 100 paths. The core contract is taken to be paid a month in arrears."
)
ONLY_PROPOSED = "It proposes answers and sets none: accept one yourself, or do not."
LEFT_OUT = (
    "Left out: corporation tax (it falls only on a surplus), the balance sheet, loans, redundancy, pension payments "
    "on leaving, VAT supply by supply, capital, cash within a month, and more than five years. It is no business "
    "plan. All defaults, ranges and lines are professional judgement."
)


def money_number(kind: MoneyKind, value: float) -> str:
    """A number as it was given: £1,700,000 or 20 %."""
    return f"{number(value)} %" if kind is MoneyKind.PERCENT else _pounds(value, money(abs(value)))


def about(value: float) -> str:
    """A worked out sum in pounds: to the nearest hundred from 1,000 on, and to the pound below that."""
    rounded = round(value, -2) if abs(value) >= 1_000 else round(value)
    return _pounds(rounded, f"{abs(rounded):,.0f}")


def _pounds(value: float, written: str) -> str:
    return f"-£{written}" if value < 0 else f"£{written}"


def about_range(spread: Spread) -> str:
    """The central sum with the range beside it."""
    return f"{about(spread.central)} ({about(spread.low)} to {about(spread.high)})"


def accepted_note(on: date) -> str:
    """What the note of an accepted answer says of where it is from."""
    return f"Proposed by the money test, and accepted on {day(on)}."


def missing_sentence(bank: Bank, fact_ids: Iterable[str]) -> str:
    """What must be known before there is a test."""
    facts = index_of(bank).facts
    asked = " ".join(facts[fact_id].text for fact_id in fact_ids)
    return f"There is no test yet. Answer this first, among the facts about the service: {asked}"


def defaults_sentence(bank: Bank, defaults: Iterable[MoneyNumber]) -> str:
    """Which numbers are defaults, or nothing where all were given."""
    names = [_in_a_sentence(_entry(bank, each.part)) for each in defaults]
    if not names:
        return ""
    return f"Nobody has given these numbers yet, so a default stands in: {_listed(names)}. A default is no evidence."


def result_sentences(test: MoneyTest) -> tuple[str, ...]:
    """What the test finds, beside the surplus of each year."""
    month = "at the start" if test.lowest_month == 0 else f"after month {test.lowest_month}"
    return (
        f"In {percent(test.in_the_black)} of paths the five years together are no loss.",
        f"They come to nothing at a price of {about_range(test.break_even)} for the core contract in year 1. "
        f"It is {about(test.core)} now.",
        f"Cash is lowest {month}: {about_range(test.lowest_cash)}.",
        *(_life(life) for life in test.lives),
    )


def _life(life: Life) -> str:
    lost = "all" if life.lost == ALL_LOST else f"{number(life.lost)} %"
    year = (LOST_FROM - 1) // MONTHS + 1
    when = f"If {lost} of the core contract is lost at the start of year {year}"
    between = f"({number(round(life.months.low))} to {number(round(life.months.high))})"
    if life.months.central == 0:
        return f"{when}, cash has run out by then {between}."
    return f"{when}, cash lasts {_months(life.months.central)} {between}."


def _months(months: float) -> str:
    return f"{MOST_MONTHS} months or more" if months >= MOST_MONTHS else counted(round(months), "month")


def nothing_proposed_sentence(bank: Bank, rule: MoneyProposal, test: MoneyTest) -> str:
    """Why nothing is proposed for a question: the numbers that are missing."""
    missing = [part for part in rule.needs if test.numbers[part].is_default]
    names = _listed([_in_a_sentence(_entry(bank, part)) for part in missing])
    return f"{index_of(bank).questions[rule.question].text} Nothing is proposed until these are given: {names}."


def _in_a_sentence(entry: MoneyInput) -> str:
    """A number's name with a small first letter, but for VAT and the like."""
    name = entry.name
    return name if name[:2].isupper() else name[0].lower() + name[1:]


def _entry(bank: Bank, part: MoneyPart) -> MoneyInput:
    return next(entry for entry in bank.money_inputs if entry.part is part)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
