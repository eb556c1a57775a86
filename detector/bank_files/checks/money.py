"""The money test: complete, each number once, ranges in order, and lines that its rules can use."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from detector.bank_files.checks.conditions import everything_asked, is_number
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.money import MoneyDraw, MoneyInput, MoneyPart, MoneyProposal, MoneyRule
from detector.core.errors import Problem

# What is asked as a fact anyway, so that nobody types it twice.
_FACTS = (MoneyPart.INCOME, MoneyPart.CORE_SHARE)


def unfit_money(bank: Bank) -> Iterator[Problem[Path]]:
    """Everything that is wrong with the money test; a bank without one has no problem."""
    if not (bank.money_inputs or bank.money_ranges or bank.money_proposals):
        return
    yield from _once_each("money_inputs", [each.part for each in bank.money_inputs], MoneyPart)
    yield from _once_each("money_ranges", [each.varies for each in bank.money_ranges], MoneyDraw)
    yield from _doubled("money_proposals", [each.rule for each in bank.money_proposals])
    for at, entry in enumerate(bank.money_inputs):
        yield from _input(bank, entry, ("money_inputs", at))
    for at, spread in enumerate(bank.money_ranges):
        if not spread.low <= spread.likely <= spread.high:
            remedy = "Put 'likely' between 'low' and 'high'."
            yield Problem(("money_ranges", at), "'low', 'likely' and 'high' do not rise.", remedy)
    for at, proposal in enumerate(bank.money_proposals):
        yield from _proposal(proposal, ("money_proposals", at))
    yield from _unmarked(bank)


def _once_each(key: str, found: list[StrEnum], needed: Iterable[StrEnum]) -> Iterator[Problem[Path]]:
    yield from _doubled(key, found)
    for each in needed:
        if each not in found:
            yield Problem((key,), f"'{each.value}' is missing.", "Add an entry for it, or take the money test away.")


def _doubled(key: str, found: Iterable[StrEnum]) -> Iterator[Problem[Path]]:
    seen: set[StrEnum] = set()
    for at, each in enumerate(found):
        if each in seen:
            yield Problem((key, at), f"another entry is about '{each.value}' too.", "Keep one of them.")
        seen.add(each)


def _input(bank: Bank, entry: MoneyInput, path: Path) -> Iterator[Problem[Path]]:
    if (entry.part in _FACTS) != (entry.fact is not None):
        fault = "this number is asked as a fact." if entry.part in _FACTS else "this number is not asked as a fact."
        yield Problem(path, fault, "Name it under 'fact'." if entry.part in _FACTS else "Take 'fact' away.")
    if (entry.fact is None) != (entry.default is not None):
        remedy = "Give a 'default'." if entry.fact is None else "Take 'default' away."
        yield Problem(path, "a number has either a default or a fact.", remedy)
    asked = everything_asked(bank).get(("fact", entry.fact or ""))
    if asked is not None and not is_number(asked):
        yield Problem((*path, "fact"), f"{asked.words} is no number.", "Name a fact that is one.")


def _proposal(proposal: MoneyProposal, path: Path) -> Iterator[Problem[Path]]:
    is_of_loss = proposal.rule is MoneyRule.LOST_CONTRACT
    if is_of_loss != (proposal.lost is not None):
        fault = "this rule needs 'lost'." if is_of_loss else "only the rule lost_contract has 'lost'."
        yield Problem(path, fault, "Write how many percent are lost." if is_of_loss else "Take it away.")
    has_line = proposal.rule is not MoneyRule.CASH
    if has_line != (proposal.level_1 is not None):
        fault = "this rule needs 'level_1'." if has_line else "the rule cash has no 'level_1'."
        yield Problem(path, fault, "Write the line for level 1." if has_line else "Take it away.")


def _unmarked(bank: Bank) -> Iterator[Problem[Path]]:
    for key, entries in (
        ("money_inputs", bank.money_inputs),
        ("money_ranges", bank.money_ranges),
        ("money_proposals", bank.money_proposals),
    ):
        for at, entry in enumerate(entries):
            if not (entry.judgement or entry.sources):
                remedy = "Mark it 'judgement: true', or add 'sources'."
                yield Problem((key, at), "nothing stands behind this number.", remedy)
