"""What the folder of words must hold: words for every entry, short and unlike, without a code."""

from collections.abc import Iterator

from detector.bank_files.checks.words.completeness import missing_words
from detector.bank_files.checks.words.function_list import function_problems
from detector.bank_files.checks.words.likeness import alike
from detector.bank_files.checks.words.recommendations import recommendation_problems
from detector.bank_files.checks.words.terms import term_problems
from detector.bank_files.checks.words.texts import codes
from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.errors import Problem

_CHECKS = (missing_words, alike, function_problems, recommendation_problems, term_problems, codes)


def word_problems(bank: Bank) -> Iterator[Problem[Path]]:
    """Every problem of the words; a bank without that folder has none."""
    if bank.words is not None:
        for check in _CHECKS:
            yield from check(bank, bank.words)
