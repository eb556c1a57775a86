"""What stands where in a result. Scores and confidence are 0-100, unrounded; None where there is none."""

from typing import TypedDict

from detector.files.result.advice_schema import Advice
from detector.files.result.firmness_schema import FindOutPart, FirmnessPart


class ServicePart(TypedDict):
    """The service as its officers named it."""

    name: str
    council: str


class Interval(TypedDict):
    """A score, and the least and the most it can still become."""

    score: float | None
    low: float | None
    high: float | None


class CapPart(TypedDict):
    """What holds the verdict down; `about` is the id of a gate or a dimension, empty where several gates do it."""

    rule: str
    at_most: str
    about: str
    because: str


class HeldPart(TypedDict):
    """What holds the verdict down, with every gate or dimension that causes it by id."""

    rule: str
    at_most: str
    causes: list[str]
    because: str


class ProvisionalPart(TypedDict):
    """Why the result is not ready for a decision; `about` is a gate's id, None where it is about none."""

    cause: str
    about: str | None


class VerdictPart(TypedDict):
    """The verdict, and those at the low and the high end.

    `id` is None, and `label` "Too early to say", until enough is known to name one; `still_needed` is then the least
    number of answers it takes, 0 once it is named. `uncapped` is None while nothing is answered, `low` and `high`
    where nothing applies. `if_passed` are low and high once every open hard gate is passed, None where none is open.
    `holds` are the caps in force, `could_hold` those that would be if what is unknown turned out weak, `weak` the
    gates at level 1 that hold nothing, by id.
    """

    id: str | None
    label: str
    meaning: str
    uncapped: str | None
    low: str | None
    high: str | None
    settled: bool
    unresolved: bool
    caps: list[CapPart]
    holds: list[HeldPart]
    could_hold: list[CapPart]
    weak: list[str]
    if_passed: list[str] | None
    still_needed: int


class WholeVerdictPart(VerdictPart):
    """The verdict under the bank's own weights, whether it is not ready for a decision, and every cause of that."""

    provisional: bool
    provisional_because: list[ProvisionalPart]


class ConfidenceParts(TypedDict):
    """What confidence is made of (0-100); `agreement` is None where no workshop measured it, on `measured` of all."""

    coverage: float
    evidence: float
    agreement: float | None
    measured: float


class ContributionPart(TypedDict):
    """What one question brings to its dimension; `share` (0-1) is its part of the dimension's weight."""

    question: str
    level: int | None
    counted_level: int | None
    value: float | None
    share: float


class DimensionPart(Interval):
    """One dimension; `coverage` is 0-1."""

    name: str
    weight: float
    coverage: float
    contributions: list[ContributionPart]


class GatePart(TypedDict):
    """One gate, and why it stands where it does."""

    gate: str
    name: str
    kind: str
    state: str
    because: str


class WeightThresholdPart(TypedDict):
    """The nearest weight, in the bank's units, at which the verdict becomes another."""

    weight: float
    verdict: str


# `from` is a word of Python's own, so this one cannot be written as a class.
StepPart = TypedDict("StepPart", {"question": str, "from": int, "to": int, "needs_evidence": bool})


class RobustnessPart(TypedDict):
    """What would change the verdict, for readers of the first version; `firmness` says more.

    `verdict_shares` are those of other weightings, over the known answers. Steps are empty, and their verdict None,
    where no steps change it.
    """

    weightings: int
    verdict_shares: dict[str, float]
    weight_flips: dict[str, WeightThresholdPart]
    fewest_steps_up: list[StepPart]
    fewest_steps_up_verdict: str | None
    fewest_steps_down: list[StepPart]
    fewest_steps_down_verdict: str | None


class UnknownPart(TypedDict):
    """A question nobody has answered yet, and by how much (0-100) knowing it narrows the overall interval."""

    question: str
    narrows: float


class ActionPart(TypedDict):
    """Something to do. `question` is None where it is part of every plan.

    `stage` is a letter, A first; `owner`, who the bank suggests, and `action` are ids of the bank.

    What the council plans stands beside it: `planned_owner` as typed, `due` as 2027-03-01, None where not set.
    `reopens` is what would open the plan again that a failed hard gate has ended.
    `find_out` is true while the answer is unknown: find it out first, and do `what` only if it is weak.
    """

    action: str
    question: str | None
    what: str
    owner: str
    stage: str
    because: str
    sources: list[int]
    order: int
    planned_owner: str | None
    due: str | None
    done: bool
    reopens: str | None
    find_out: bool


class LocalPart(Interval):
    """The same answers under the council's own weights."""

    weights: dict[str, float]
    groups: dict[str, Interval]
    verdict: VerdictPart


class SpreadPart(TypedDict):
    """The central case in pounds or months, beside the 10th and the 90th of a hundred drawn paths."""

    central: float
    low: float
    high: float


class LifePart(TypedDict):
    """How many months cash lasts, 36 at most, when so many percent of the core contract are lost."""

    lost: float
    months: SpreadPart


class ProposalPart(TypedDict):
    """An answer that the money test proposes, and nobody has accepted by that."""

    question: str
    level: int
    evidence: int


class MoneyTestPart(TypedDict):
    """The money test. `numbers` are pounds or percent; `defaults` names those that nobody gave; sums are pounds.

    `in_the_black` is how many of 100 paths are no loss over five years; `surplus` is by year.
    """

    numbers: dict[str, float]
    defaults: list[str]
    surplus: list[SpreadPart]
    in_the_black: float
    break_even: SpreadPart
    lowest_cash: SpreadPart
    lowest_month: int
    lives: list[LifePart]
    proposals: list[ProposalPart]


class Result(Interval, Advice):
    """Everything the answers say. `given_up` names the dimensions in which nothing applies.

    `money` is None where nobody has given a number for the money test, or where there are too few.
    """

    result_version: int
    bank_version: str
    service: ServicePart
    verdict: WholeVerdictPart
    confidence: float
    confidence_parts: ConfidenceParts
    given_up: list[str]
    groups: dict[str, Interval]
    dimensions: dict[str, DimensionPart]
    gates: dict[str, GatePart]
    firmness: FirmnessPart | None
    find_out_first: list[FindOutPart]
    robustness: RobustnessPart
    unknowns: list[UnknownPart]
    actions: list[ActionPart]
    local: LocalPart | None
    money: MoneyTestPart | None
    judgement_note: str
