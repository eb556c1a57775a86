"""The answers that a money test proposes. A person accepts one or does not: nothing here is an answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from detector.core.bank import Bank
from detector.core.bank.money import MoneyPart, MoneyProposal, MoneyRule
from detector.core.money.case import MoneyCase
from detector.core.money.paths import MOST_MONTHS

GRADE_OF_GIVEN = 1


@dataclass(frozen=True)
class Proposal:
    """A level (0-2) and an evidence grade for a question: 1 where every number was given, 0 where one is a default."""

    question_id: str
    level: int
    evidence: int
    rule: MoneyRule


@dataclass(frozen=True)
class Found:
    """What the proposals look at. Sums in pounds, shares of paths from 0 to 1, lives in months by percent lost."""

    case: MoneyCase
    central_surplus: float
    in_the_black: float
    central_lowest: float
    never_out: float
    central_life: Mapping[float, float]
    lasting: Mapping[float, float]


def proposals(bank: Bank, found: Found) -> tuple[Proposal, ...]:
    """What the bank's lines propose, for each question whose numbers were all given."""
    grade = GRADE_OF_GIVEN if all(found.case.is_given(part) for part in found.case.numbers) else 0
    return tuple(
        Proposal(rule.question, _level(rule, found), grade, rule.rule)
        for rule in bank.money_proposals
        if all(found.case.is_given(part) for part in rule.needs)
    )


def _level(rule: MoneyProposal, found: Found) -> int:
    """The level (0-2) that the rule's lines come to."""
    holds_2, holds_1 = _lines(rule, found)
    return 2 if holds_2 else 1 if holds_1 else 0


def _lines(rule: MoneyProposal, found: Found) -> tuple[bool, bool]:
    level_1 = rule.level_1 or 0.0
    match rule.rule:
        case MoneyRule.FIVE_YEARS:
            paths = found.in_the_black * 100
            return found.central_surplus >= 0 and paths >= rule.level_2, paths >= level_1
        case MoneyRule.LOST_CONTRACT:
            lost = rule.lost or 0.0
            life, lasting = found.central_life[lost], found.lasting[lost] * 100
            return lasting >= rule.level_2 and life >= MOST_MONTHS, life > level_1
        case MoneyRule.OVERHEADS:
            turnover = found.case.value(MoneyPart.INCOME)
            share = found.case.value(MoneyPart.OVERHEADS) / turnover * 100
            return share <= rule.level_2, share <= level_1
        case MoneyRule.CASH:
            return found.never_out * 100 >= rule.level_2, found.central_lowest >= 0
