"""Rules between the entries of a bank: every problem at once."""

from collections.abc import Iterator

from detector.bank_files.checks.appraisal import appraisal_problems
from detector.bank_files.checks.appraisal_balance import unbalanced
from detector.bank_files.checks.caps import cap_problems, odd_counts
from detector.bank_files.checks.condition_order import looking_ahead
from detector.bank_files.checks.condition_reach import never_true
from detector.bank_files.checks.condition_subjects import double_scores, unfit_knowledge
from detector.bank_files.checks.condition_types import unfit_tests
from detector.bank_files.checks.contract_rules import contract_rule_problems
from detector.bank_files.checks.coverage import links, questions_without_action, unfit_actions
from detector.bank_files.checks.duplicates import doubles
from detector.bank_files.checks.fact_limits import unfit_limits
from detector.bank_files.checks.first_places import never_first
from detector.bank_files.checks.flags import flag_problems
from detector.bank_files.checks.guidance_rules import knowledge_problems
from detector.bank_files.checks.migrations import migration_problems
from detector.bank_files.checks.money import unfit_money
from detector.bank_files.checks.reachable_forms import unreachable_forms
from detector.bank_files.checks.references import unknown_uses, unused_entries
from detector.bank_files.checks.rules import verdict_rules
from detector.bank_files.checks.stale_dates import OldDate, old_dates
from detector.bank_files.checks.words import word_problems
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.errors import Problem

__all__ = ["OldDate", "find_problems", "never_first", "odd_counts", "old_dates"]

_CHECKS = (
    doubles,
    double_scores,
    unknown_uses,
    links,
    verdict_rules,
    cap_problems,
    migration_problems,
    unfit_tests,
    unfit_knowledge,
    looking_ahead,
    never_true,
    unused_entries,
    questions_without_action,
    unfit_actions,
    knowledge_problems,
    appraisal_problems,
    unbalanced,
    flag_problems,
    unfit_limits,
    contract_rule_problems,
    unreachable_forms,
    unfit_money,
    word_problems,
)


def find_problems(bank: Bank) -> Iterator[Problem[Path]]:
    """Every problem between the bank's entries, each placed by the path of keys and positions to its entry."""
    for check in _CHECKS:
        yield from check(bank)
