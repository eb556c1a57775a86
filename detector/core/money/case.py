"""The numbers that a money test starts from: what was given, and defaults for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.bank.money import MoneyInput, MoneyKind, MoneyPart


@dataclass(frozen=True)
class MoneyNumber:
    """One number as it is counted with: pounds, or percent; `is_default` where nobody gave it."""

    part: MoneyPart
    value: float
    is_default: bool


@dataclass(frozen=True)
class MoneyCase:
    """Everything that a money test starts from, in the bank's order."""

    numbers: Mapping[MoneyPart, MoneyNumber]

    def value(self, part: MoneyPart) -> float:
        """A number in pounds or percent."""
        return self.numbers[part].value

    def is_given(self, part: MoneyPart) -> bool:
        """Whether somebody gave it."""
        return not self.numbers[part].is_default


def is_started(sheet: AnswerSheet) -> bool:
    """Whether any number of the money test's own was given."""
    return bool(sheet.money)


def money_case(bank: Bank, sheet: AnswerSheet) -> MoneyCase | None:
    """The numbers to count with; None where the bank has no money test, or turnover or the core share is unknown."""
    given = {entry.part: given_number(sheet, entry) for entry in bank.money_inputs}
    turnover = given.get(MoneyPart.INCOME)
    if not turnover or given.get(MoneyPart.CORE_SHARE) is None:
        return None
    return MoneyCase({entry.part: _number(entry, given[entry.part], turnover) for entry in bank.money_inputs})


def missing_facts(bank: Bank, sheet: AnswerSheet) -> tuple[str, ...]:
    """The facts without which there is no money test, by id, where they are unknown or nothing."""
    facts = [entry for entry in bank.money_inputs if entry.fact]
    unknown = [entry for entry in facts if given_number(sheet, entry) is None]
    empty = [entry for entry in facts if entry.part is MoneyPart.INCOME and given_number(sheet, entry) == 0]
    return tuple(entry.fact for entry in (*unknown, *empty) if entry.fact)


def given_number(sheet: AnswerSheet, entry: MoneyInput) -> float | None:
    """What was given for a number, or None."""
    if entry.fact is None:
        return sheet.money.get(entry.part.value)
    value = sheet.facts.get(entry.fact)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _number(entry: MoneyInput, given: float | None, turnover: float) -> MoneyNumber:
    if given is not None:
        return MoneyNumber(entry.part, given, is_default=False)
    default = entry.default or 0.0
    value = turnover * default / 100 if entry.kind is MoneyKind.POUNDS else default
    return MoneyNumber(entry.part, value, is_default=True)
