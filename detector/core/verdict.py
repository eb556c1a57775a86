"""From scores and gates to a verdict, with what caps it, and how much to trust it."""

from dataclasses import dataclass

from detector.core.bank import CapRule


@dataclass(frozen=True)
class CapFired:
    """A cap that holds the verdict down, and in words why; `about` is the gate or dimension id that caused it."""

    rule: CapRule
    at_most: str
    about: str
    because: str


@dataclass(frozen=True)
class Verdict:
    """The verdict's band id and label, None and words for "no verdict yet" while nothing is answered.

    `label` carries the cap's note ("Promising: fix before the business case"). `uncapped` is the band by score
    alone. `low` and `high` are the verdicts if every unknown turned out at level 0, and at level 3; `settled` is
    true where they agree. `unresolved` is true while a hard gate is open.
    """

    id: str | None
    label: str
    meaning: str
    uncapped: str | None
    caps: tuple[CapFired, ...]
    low: str | None
    high: str | None
    settled: bool
    unresolved: bool


@dataclass(frozen=True)
class Confidence:
    """How much stands behind the answers, parts and total from 0 to 1; `agreement` None is unmeasured."""

    total: float
    coverage: float
    evidence: float
    agreement: float | None
    provisional: bool
