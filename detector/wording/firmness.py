"""How firm a verdict is, in sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.gates import GateState
from detector.core.robustness.draws import Assumption
from detector.core.robustness.firmness import Driver, Firmness, LevelChange, WeightThreshold
from detector.core.robustness.outlook import Shares
from detector.core.scoring import shown
from detector.core.verdict.bands import bands_by_rank
from detector.wording.plain import counted, percent
from detector.wording.result import band_label

BETTER, WORSE = "better", "worse"

LITTLE = 0.05
"""Under this share of the ways, nothing changes the verdict much."""
UNKNOWN, WEIGHTS, LINES = "What is not known yet", "Other weights", "Other lines"
IN_A_LIST = {UNKNOWN: "The open answers"}
"""Names that read better as one of several than by themselves."""
ASSUMED = {
    Assumption.INDEPENDENT: "each on its own",
    Assumption.TOGETHER: "all well or badly together",
    Assumption.ALIKE: "like those known",
}
"""What is assumed of the unknown answers: how they turn out."""
NEARNESS = (
    "Steps to another verdict are a measure, not advice. Each is one level on a known answer; answers that the law or "
    "the council's reorganisation sets are left out."
)
HOW_DRAWN = (
    "Unknown answers were drawn under three assumptions: each on its own, all well or badly together, and like those "
    "known so far. "
)
HOW_VARIED = (
    "Weights were moved by up to {limit}, the lines between verdicts by up to 5 points, and counts of "
    "gates by one. Each was tried with the rest as it is."
)


@dataclass(frozen=True)
class DriverInWords:
    """One thing that may vary, and how often it changes the verdict; `can` where some way surely does."""

    name: str
    driver: Driver
    can: bool = False

    @property
    def range(self) -> str:
        """From the least to the most, by what is assumed: "6 to 70", or one number."""
        return "" if self.low == self.high else f"{self.low} to {self.high}"

    @property
    def low(self) -> str:
        """The least."""
        return of_100(self.driver.low, can=self.can)

    @property
    def said(self) -> str:
        """The figure that is said where it takes one."""
        return of_100(self.driver.said, can=self.can)

    @property
    def high(self) -> str:
        """The most."""
        return of_100(self.driver.high, can=self.can)


def of_100(share: float, *, can: bool = False) -> str:
    """In how many of 100 ways, from a share of draws; `can` where one way does and another does not, drawn or not."""
    if share < 0.01:
        return "under 1" if share > 0 or can else "0"
    if share > 0.99:
        return "over 99" if share < 1 or can else "100"
    return str(shown(share))


def firmness_sentences(bank: Bank, assessment: Assessment) -> Iterator[str]:
    """All that is said of how firm the verdict is, in the order of every document; nothing before a verdict."""
    found = assessment.firmness
    if found is None:
        return
    yield drivers_sentence(bank, assessment)
    yield from outlook_sentences(bank, assessment)
    yield gates_sentence(bank, found)
    yield NEARNESS
    for steps, way in ((found.up, BETTER), (found.down, WORSE)):
        yield fewest_changes_sentence(bank, assessment, way)
        yield from (change_sentence(bank, step) for step in (steps.steps if steps else ()))
    yield from weight_sentences(bank, found.weight_thresholds)


def drivers(bank: Bank, assessment: Assessment) -> tuple[DriverInWords, ...]:
    """What may vary, in a fixed order; what is not known only where something is not. Nothing before a verdict."""
    found = assessment.firmness
    if found is None:
        return ()
    open_still = not assessment.verdict.settled
    near = bool(near_thresholds(bank, found.weight_thresholds))
    unknown = (DriverInWords(UNKNOWN, found.unknown, can=open_still),) if assessment.unknowns else ()
    return (*unknown, DriverInWords(WEIGHTS, found.weights, can=near), DriverInWords(LINES, found.lines))


def drivers_sentence(bank: Bank, assessment: Assessment) -> str:
    """In how many of 100 ways each thing that may vary changes the verdict, the one that may most first."""
    ordered = sorted(drivers(bank, assessment), key=lambda each: -each.driver.high)
    if not ordered:
        return ""
    if all(each.driver.high < LITTLE for each in ordered):
        return f"{_names(ordered)} hardly change this. {_of_100_ways(ordered)}"
    first, *rest = ordered
    most = {
        UNKNOWN: "What is not known yet matters most: it changes",
        WEIGHTS: "The weights matter most: other weights change",
        LINES: "The lines between verdicts matter most: other lines change",
    }[first.name]
    spread = f" ({first.range}, depending on what is assumed of it)" if first.range else ""
    return f"{most} the verdict in {first.said} of 100 ways{spread}. {_of_100_ways(rest)}"


def outlook_sentences(bank: Bank, assessment: Assessment) -> Iterator[str]:
    """What the verdict becomes once everything is known, where that is open; twice where a hard gate is open, too."""
    if assessment.verdict.settled:
        return
    found = assessment.outlook
    as_it_is = shares_listed(bank, found.shares[Assumption.ALIKE])
    yield f"If the answers not known yet are like those known, it ends as {as_it_is} of 100 ways."
    if found.if_hard_gates_pass is not None:
        passed = shares_listed(bank, found.if_hard_gates_pass[Assumption.ALIKE])
        yield f"If every open hard gate passes: {passed} of 100 ways."


def shares_listed(bank: Bank, shares: Shares) -> str:
    """How often each verdict comes out, the commonest first: "“Promising” in 56 and “Weak” in 44"."""
    ordered = sorted(shares.items(), key=lambda part: -part[1])
    return listed([f"“{band_label(bank, verdict)}” in {of_100(share)}" for verdict, share in ordered])


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Parts as people list them: "A, B and C"."""
    return f" {last} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def gates_sentence(bank: Bank, found: Firmness) -> str:
    """What the verdict were without a gate, or how many hold it together."""
    gates = index_of(bank).gates
    if found.gates.without:
        by_verdict: dict[str, list[str]] = {}
        for gate, verdict in found.gates.without.items():
            by_verdict.setdefault(verdict, []).append(f"“{gates[gate].name}”")
        return " ".join(
            f"Without the gate {listed(names, 'or')} it would be “{band_label(bank, verdict)}”."
            for verdict, names in by_verdict.items()
        )
    holding = [f"“{gates[gate].name}”" for gate in found.gates.holding]
    if not holding:
        return "Taking a gate away changes nothing."
    number = counted(len(holding), "gate")
    return f"{number} hold it together: {listed(holding)}. Taking one away changes nothing."


def fewest_changes_sentence(bank: Bank, assessment: Assessment, way: str) -> str:
    """How near a better or a worse verdict is, in one-level steps, or why no step gives one; nothing before a verdict.

    `way` is "better" or "worse".
    """
    found = assessment.firmness
    if found is None:
        return ""
    steps = found.up if way == BETTER else found.down
    if steps is not None:
        return (
            f"A {way} verdict is {counted(steps.count, 'level')} on {counted(len(steps.steps), 'answer')} away: "
            f"“{band_label(bank, steps.verdict)}”."
        )
    ends = bands_by_rank(bank)
    if assessment.verdict.id == (ends[-1] if way == BETTER else ends[0]).id:
        return f"There is no {way} verdict."
    if way == WORSE:
        return "No weaker answer of those that a project can change by itself gives a worse verdict."
    first = _must_change(bank, assessment, found)
    return f"No step that a project can take by itself gives a better verdict{first}."


def _must_change(bank: Bank, assessment: Assessment, found: Firmness) -> str:
    """Which gates must change before any step helps, and which must be known; nothing where none alone holds it."""
    gates = index_of(bank).gates
    is_open = {each.gate_id for each in assessment.gates if each.state is GateState.OPEN}
    parts = [
        f"{listed([f'“{gates[each].name}”' for each in held])} must {then}"
        for then, held in (
            ("change", [each for each in found.up_needs if each not in is_open]),
            ("be known", [each for each in found.up_needs if each in is_open]),
        )
        if held
    ]
    return f": first {listed(parts)}" if parts else ""


def change_sentence(bank: Bank, step: LevelChange) -> str:
    """One question moved from one level to another, with what the new level says."""
    question = index_of(bank).questions[step.question_id]
    evidence = " with a document behind it" if step.needs_evidence else ""
    return (
        f"{question.id}, {question.text} From level {step.from_level} to level {step.to_level}{evidence}: "
        f"“{question.levels[step.to_level]}”."
    )


def weight_sentences(bank: Bank, thresholds: Iterable[WeightThreshold]) -> Iterator[str]:
    """What single weights that a council may choose change the verdict, and for how many dimensions none does."""
    found = tuple(thresholds)
    yield from (threshold_sentence(bank, threshold) for threshold in near_thresholds(bank, found))
    far = far_thresholds_sentence(bank, found)
    if far:
        yield far


def threshold_sentence(bank: Bank, threshold: WeightThreshold) -> str:
    """Which weight of one dimension would change the verdict."""
    dimension = index_of(bank).dimensions[threshold.dimension_id]
    return (
        f"{dimension.name}: a weight of {threshold.weight:.1f} instead of {dimension.weight:g} "
        f"gives “{band_label(bank, threshold.verdict)}”."
    )


def near_thresholds(bank: Bank, thresholds: Iterable[WeightThreshold]) -> tuple[WeightThreshold, ...]:
    """The changes of a single weight that a council may make itself."""
    dimensions, limit = index_of(bank).dimensions, bank.scale.local_weight_limit
    return tuple(
        threshold
        for threshold in thresholds
        if abs(threshold.weight - dimensions[threshold.dimension_id].weight)
        <= limit * dimensions[threshold.dimension_id].weight
    )


def far_thresholds_sentence(bank: Bank, thresholds: Iterable[WeightThreshold]) -> str:
    """For how many dimensions no weight that a council may choose changes the verdict; nothing where for none."""
    others = len(bank.dimensions) - len(near_thresholds(bank, thresholds))
    if not others:
        return ""
    limit = percent(bank.scale.local_weight_limit)
    if others == len(bank.dimensions):
        return f"No single weight within {limit} of the bank's changes it."
    return f"For {counted(others, 'dimension')} no weight within {limit} of the bank's changes it."


def how_tried(bank: Bank, assessment: Assessment) -> str:
    """What was varied, and by how much; how unknown answers were drawn only where there are any."""
    varied = HOW_VARIED.format(limit=percent(bank.scale.local_weight_limit))
    return f"{HOW_DRAWN}{varied}" if assessment.unknowns else varied


def _names(ordered: Sequence[DriverInWords]) -> str:
    """What was varied, by name: "Other weights and other lines"."""
    first, *rest = (IN_A_LIST.get(each.name, each.name) for each in ordered)
    return listed([first, *(f"{name[0].lower()}{name[1:]}" for name in rest)])


def _of_100_ways(ordered: Sequence[DriverInWords]) -> str:
    """The drivers that are not said first, in one sentence."""
    parts = [_briefly(each, first=place == 0) for place, each in enumerate(ordered)]
    return f"{listed(parts)} of 100."


def _briefly(each: DriverInWords, *, first: bool) -> str:
    name = each.name if first else each.name[0].lower() + each.name[1:]
    verb = "" if not first else " changes it" if each.name == UNKNOWN else " change it"
    spread = f" ({each.range})" if each.range else ""
    return f"{name}{verb} in {each.said}{spread}"
