"""What the firmness bars show, from an assessment, and the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.wording.firmness import drivers


@dataclass(frozen=True)
class FirmnessBar:
    """One thing that may vary: from the least to the most share (0-1) of ways it changes the verdict, and in words."""

    name: str
    low: float
    high: float
    said: str


def firmness_bars(bank: Bank, assessment: Assessment) -> tuple[FirmnessBar, ...]:
    """A bar for each thing that may vary; none before a verdict."""
    return tuple(
        FirmnessBar(each.name, each.driver.low, each.driver.high, each.range or each.said)
        for each in drivers(bank, assessment)
    )


def firmness_in_words(bars: Sequence[FirmnessBar]) -> str:
    """Everything the bars show."""
    said = " ".join(f"{bar.name}: {bar.said}." for bar in bars)
    return f"{len(bars)} bars on one axis: in how many of 100 ways the verdict would be another. {said}"
