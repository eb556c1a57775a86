"""Rules between the entries of a bank: every mistake at once."""

from detector.core.bank import Bank
from detector.core.bank_checks.mistake import Mistake

__all__ = ["Mistake", "find_mistakes"]


def find_mistakes(_bank: Bank, _unread: frozenset[str] = frozenset()) -> tuple[Mistake, ...]:
    """Every mistake between entries."""
    return ()
