"""Rules between the entries of a bank: every mistake at once."""

from collections.abc import Iterator

from detector.core.bank import Bank
from detector.core.bank_checks.doubles import doubles
from detector.core.bank_checks.form_reach import unreachable_forms
from detector.core.bank_checks.knowledge_rules import knowledge_mistakes
from detector.core.bank_checks.links import links, questions_without_action
from detector.core.bank_checks.migrations import migration_mistakes
from detector.core.bank_checks.mistake import Mistake, Unread
from detector.core.bank_checks.old_dates import OldDate, old_dates
from detector.core.bank_checks.references import unknown_uses, unused_entries
from detector.core.bank_checks.rules import rules_among_entries, rules_of_the_whole
from detector.core.bank_checks.when_fits import unfit_tests
from detector.core.bank_checks.when_knowledge import unfit_knowledge
from detector.core.bank_checks.when_order import looking_ahead
from detector.core.bank_checks.when_reach import never_true

__all__ = ["Mistake", "OldDate", "Unread", "find_mistakes", "old_dates"]

NOTHING_UNREAD = Unread()


def find_mistakes(bank: Bank, unread: Unread = NOTHING_UNREAD) -> Iterator[Mistake]:
    """Every mistake between the bank's entries; where some could not be read, every certain one."""
    yield from doubles(bank)
    yield from unknown_uses(bank, unread)
    yield from links(bank)
    yield from rules_among_entries(bank)
    yield from rules_of_the_whole(bank, unread)
    yield from migration_mistakes(bank, unread)
    yield from unfit_tests(bank, unread)
    yield from unfit_knowledge(bank, unread)
    yield from looking_ahead(bank)
    yield from never_true(bank)
    yield from unused_entries(bank, unread)
    yield from questions_without_action(bank, unread)
    yield from knowledge_mistakes(bank, unread)
    yield from unreachable_forms(bank, unread)
