"""Rules between the entries of a bank: every mistake at once."""

from collections.abc import Iterator

from detector.bank_files.checks.condition_order import looking_ahead
from detector.bank_files.checks.condition_reach import never_true
from detector.bank_files.checks.condition_subjects import unfit_knowledge
from detector.bank_files.checks.condition_types import unfit_tests
from detector.bank_files.checks.coverage import links, questions_without_action
from detector.bank_files.checks.duplicates import doubles
from detector.bank_files.checks.flags import flag_mistakes
from detector.bank_files.checks.guidance_rules import knowledge_mistakes
from detector.bank_files.checks.migrations import migration_mistakes
from detector.bank_files.checks.problem import Mistake, Unread
from detector.bank_files.checks.reachable_forms import unreachable_forms
from detector.bank_files.checks.references import unknown_uses, unused_entries
from detector.bank_files.checks.rules import rules_among_entries, rules_of_the_whole
from detector.bank_files.checks.score_names import double_scores
from detector.bank_files.checks.stale_dates import OldDate, old_dates
from detector.core.bank import Bank

__all__ = ["Mistake", "OldDate", "Unread", "find_mistakes", "old_dates"]

NOTHING_UNREAD = Unread()


def find_mistakes(bank: Bank, unread: Unread = NOTHING_UNREAD) -> Iterator[Mistake]:
    """Every mistake between the bank's entries; where some could not be read, every certain one."""
    yield from doubles(bank)
    yield from double_scores(bank)
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
    yield from flag_mistakes(bank, unread)
    yield from unreachable_forms(bank, unread)
