"""The planned contract: how its service may be bought, whether it reaches the threshold or outlasts the council."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detector.core.answers import AnswerSheet, FactValue, code_digits
from detector.core.bank import Bank, ContractRules, ContractTest, FactQuestion, ServiceMark
from detector.core.bank.index import find_fact, index_of

_DAYS_A_YEAR = 365.25


@dataclass(frozen=True)
class ContractFacts:
    """What is known of the facts that describe a contract; `is_asked` says whether a fact is asked at all."""

    bank: Bank
    sheet: AnswerSheet
    is_asked: Callable[[FactQuestion], bool]

    def asks(self, fact_id: str) -> bool:
        """Whether the bank asks for a fact, as far as is known."""
        fact = find_fact(self.bank, fact_id)
        return fact is not None and self.is_asked(fact)

    def value(self, fact_id: str) -> FactValue | None:
        """The value of a fact that is asked, or None."""
        return self.sheet.facts.get(fact_id) if self.asks(fact_id) else None

    def number(self, fact_id: str) -> float | None:
        """The same of a number."""
        value = self.value(fact_id)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def day(self, fact_id: str) -> date | None:
        """The same of a day."""
        value = self.value(fact_id)
        return date.fromisoformat(value) if isinstance(value, str) else None


def mark_of(bank: Bank, value: FactValue | None) -> ServiceMark | None:
    """How a contract with this service code may be bought; None where no code is known or the bank has no list."""
    digits = code_digits(value) if isinstance(value, str) else None
    if digits is None or bank.code_list is None:
        return None
    listed = index_of(bank).service_codes.get(digits)
    if listed is None:
        return ServiceMark.OTHER
    return ServiceMark.RESERVED if listed.reservable else ServiceMark.LIGHT_TOUCH


def contract_truth(rules: ContractRules | None, test: ContractTest, facts: ContractFacts) -> bool | None:
    """Whether a test of the contract holds; without rules it never can be known.

    A contract that does not begin before vesting day outlasts nobody.
    """
    if rules is None:
        return None
    return _over_threshold(rules, facts) if test is ContractTest.OVER_THRESHOLD else _past_vesting(rules, facts)


def contract_fact_ids(rules: ContractRules | None, test: ContractTest) -> tuple[str, ...]:
    """The facts that a test of the contract depends on."""
    if rules is None:
        return ()
    if test is ContractTest.OVER_THRESHOLD:
        return rules.value, rules.code
    return rules.starts, rules.years, rules.vesting


def deciding_facts(rules: ContractRules | None, test: ContractTest, facts: ContractFacts) -> Iterator[str]:
    """The facts that settle a test of the contract; where it is open, those that still have to be known."""
    is_settled = contract_truth(rules, test, facts) is not None
    for fact_id in contract_fact_ids(rules, test):
        if rules and fact_id == rules.code and is_settled and not _hangs_on_code(rules, facts.number(rules.value)):
            continue
        if facts.asks(fact_id) and (facts.value(fact_id) is not None) is is_settled:
            yield fact_id


def _hangs_on_code(rules: ContractRules, value: float | None) -> bool:
    return value is not None and not _is_over_all(rules, value) and not _is_under_all(rules, value)


def _is_over_all(rules: ContractRules, value: float) -> bool:
    return value >= max(rules.light_touch_from, rules.other_from)


def _is_under_all(rules: ContractRules, value: float) -> bool:
    return value < min(rules.light_touch_from, rules.other_from)


def _over_threshold(rules: ContractRules, facts: ContractFacts) -> bool | None:
    value = facts.number(rules.value)
    if value is None:
        return None
    if not _hangs_on_code(rules, value):
        return _is_over_all(rules, value)
    mark = mark_of(facts.bank, facts.value(rules.code))
    if mark is None:
        return None
    return value >= (rules.other_from if mark is ServiceMark.OTHER else rules.light_touch_from)


def _past_vesting(rules: ContractRules, facts: ContractFacts) -> bool | None:
    if not all(facts.asks(fact_id) for fact_id in (rules.starts, rules.years, rules.vesting)):
        return False
    start, years, vesting = facts.day(rules.starts), facts.number(rules.years), facts.day(rules.vesting)
    if start is not None and vesting is not None and start >= vesting:
        return False
    if start is None or years is None or vesting is None:
        return None
    return _years_after(start, years) > vesting


def _years_after(start: date, years: float) -> date:
    """The day after the last of so many years; the end of time where that lies beyond the calendar."""
    whole = int(min(years, date.max.year))
    if start.year + whole >= date.max.year:
        return date.max
    try:
        anniversary = start.replace(year=start.year + whole)
    except ValueError:  # 29 February, in a year without one
        anniversary = date(start.year + whole, 3, 1)
    return anniversary + timedelta(days=round((years - whole) * _DAYS_A_YEAR))
