"""What was checked against its source long ago, and should be checked again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from detector.bank_files.checks.guidance_entries import statements
from detector.bank_files.folder import WORDS
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.words import Term


@dataclass(frozen=True)
class OldDate:
    """An entry of the bank with dates more than 12 months old: how many they are, and the oldest."""

    kind: str
    id: str
    dates: int
    oldest: date


def old_dates(bank: Bank, today: date) -> tuple[OldDate, ...]:
    """Everything in the bank, entry by entry, that was checked more than 12 months before today."""
    found: dict[tuple[str, str], list[date]] = {}
    for kind, its_id, checked_on in _dates(bank):
        if _is_old(checked_on, today):
            found.setdefault((kind, its_id), []).append(checked_on)
    return tuple(OldDate(kind, its_id, len(dates), min(dates)) for (kind, its_id), dates in found.items())


def _is_old(checked_on: date, today: date) -> bool:
    # By year, month and day, because not every year has a 29 February.
    return (checked_on.year + 1, checked_on.month, checked_on.day) < (today.year, today.month, today.day)


def _dates(bank: Bank) -> Iterator[tuple[str, str, date]]:
    for form in bank.forms:
        yield "form", form.id, form.checked_on
        for rule in (*form.excluded_when, *form.favoured_when, *form.warned_when):
            if rule.checked_on is not None:
                yield "form", form.id, rule.checked_on
    for path, said in statements(bank):
        if said.checked_on is not None:
            yield *_named(bank, path), said.checked_on
    for conflict in bank.conflicts:
        yield "conflict", conflict.id, conflict.checked_on
    yield from _appraisal_dates(bank)
    yield from _contract_dates(bank)
    yield from (("term", term.term, term.checked_on) for term in _terms(bank) if term.checked_on is not None)
    yield from (("source", str(source.number), source.checked_on) for source in bank.sources)


def _appraisal_dates(bank: Bank) -> Iterator[tuple[str, str, date]]:
    if bank.public_interest_test is not None:
        yield "entry", "public_interest_test", bank.public_interest_test.checked_on
    if bank.appraisal_rules is not None:
        yield "appraisal", bank.version, bank.appraisal_rules.checked_on
    for rule in bank.out_when:
        if rule.checked_on is not None:
            yield "exclusion", rule.id, rule.checked_on


def _terms(bank: Bank) -> tuple[Term, ...]:
    return () if bank.words is None else bank.words.terms


def _contract_dates(bank: Bank) -> Iterator[tuple[str, str, date]]:
    for key, part in (("contract_rules", bank.contract_rules), ("code_list", bank.code_list)):
        if part is not None:
            yield "entry", key, part.checked_on


def _named(bank: Bank, path: Path) -> tuple[str, str]:
    key = path[0]
    if bank.words is not None and key == WORDS:
        options = bank.words.functions.lines[int(path[3])].when.is_one_of or ("",)
        return "functions of", str(options[0])
    position = int(path[1])
    return ("form", bank.forms[position].id) if key == "forms" else ("model", bank.models[position].id)
