"""Days, numbers, counts and shares as people write them. Every page, document and data file uses these."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from detector.core.scoring import shown, shown_share


def day(moment: date) -> str:
    """A day as people write it: 21 November 2026."""
    return f"{moment.day} {moment:%B %Y}"


def day_in_full(written: str) -> str:
    """A kept day, 2026-11-22, as people write it: 22 November 2026; nothing where none is kept."""
    return day(date.fromisoformat(written)) if written else ""


def number(value: float) -> str:
    """A number as people read it, 4,200,000 or 9.5, in full: what is read back is the same number."""
    # Nought has no sign, though a binary fraction can give it one.
    written = f"{Decimal(repr(value or 0)):,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def in_pence(pounds: float) -> float:
    """A sum of money to the nearest penny; a sum of binary fractions can lie a hair beside it."""
    if isinstance(pounds, int):
        return pounds
    return float(Decimal(repr(pounds)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def money(pounds: float) -> str:
    """A sum of money without its sign, as people read it: whole pounds, 4,200,000, or pence, 12.50."""
    written = f"{Decimal(repr(in_pence(pounds) or 0)):,.2f}"
    return written.removesuffix(".00")


def counted(count: int, noun: str, nouns: str = "") -> str:
    """A count with its noun: "1 answer", "3 answers", or "3 people" where the plural is told."""
    return f"{number(count)} {noun if count == 1 else nouns or noun + 's'}"


def listed(names: Iterable[str]) -> str:
    """Names as a list in a sentence: "A, B and C"."""
    parts = list(names)
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def percent(share: float) -> str:
    """A share from 0 to 1 as people read it: "56 %". Only nothing is 0 % and only all is 100 %."""
    rounded, told = shown(share), shown_share(share)
    if rounded == told:
        return f"{told} %"
    return "under 1 %" if rounded < told else "over 99 %"
