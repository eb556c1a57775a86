"""The rules that hold a verdict down: each once, with the numbers it needs, and the worse never better."""

from collections.abc import Iterator
from itertools import pairwise

from detector.bank_files.tree import Path
from detector.core.bank import Bank, Cap, CapRule
from detector.core.errors import Problem
from detector.core.verdict.bands import bands_by_rank
from detector.core.verdict.ceilings import UNKNOWN_COUNTS_AS

COUNTING_RULES = (CapRule.GATES_IN_DOUBT, CapRule.WEAK_POINTS)
WORSE_FIRST = (CapRule.HARD_GATE_FAILED, CapRule.HARD_GATE_WARNING, CapRule.HARD_GATE_OPEN)
NAMES = "{dimensions}"


def cap_problems(bank: Bank) -> Iterator[Problem[Path]]:
    """What is missing from the caps, stands twice, or contradicts itself."""
    for check in (_missing, _twice, _numbers, _notes, _very_low, _order, _gates_outside_the_scan):
        yield from check(bank)


def odd_counts(bank: Bank) -> Iterator[str]:
    """What is sound and yet most likely not meant: a number of weak points far from half of the gates."""
    gates = len(bank.gates)
    for cap in bank.caps:
        if cap.rule is CapRule.WEAK_POINTS and cap.count is not None and not gates <= 3 * cap.count <= 2 * gates:
            yield (
                f"{cap.count} weak points hold the verdict, and there are {gates} gates: about half as many is meant, "
                "and no fewer than a third or more than two thirds."
            )


def _missing(bank: Bank) -> Iterator[Problem[Path]]:
    for rule in CapRule:
        if rule not in {cap.rule for cap in bank.caps}:
            yield Problem(("caps",), f"no cap has the rule '{rule}'.", "Add one.")


def _twice(bank: Bank) -> Iterator[Problem[Path]]:
    rules = [cap.rule for cap in bank.caps]
    for position, rule in enumerate(rules):
        if rule in rules[:position]:
            yield Problem(("caps", position), "another cap has this rule too.", "Keep one of them.")


def _numbers(bank: Bank) -> Iterator[Problem[Path]]:
    for position, cap in enumerate(bank.caps):
        path = ("caps", position)
        if cap.rule in UNKNOWN_COUNTS_AS and cap.under is None:
            yield Problem(path, "'under' is missing.", "Add the score (0 to 100) under which the cap holds.")
        if cap.rule not in UNKNOWN_COUNTS_AS and cap.under is not None:
            yield Problem((*path, "under"), "'under' is for headline caps only.", "Take it away.")
        if cap.rule in COUNTING_RULES and cap.count is None:
            yield Problem(path, "'count' is missing.", "Add how many it takes for the cap to hold.")
        if cap.rule not in COUNTING_RULES and cap.count is not None:
            fault = "'count' is for caps that count gates or weak points only."
            yield Problem((*path, "count"), fault, "Take it away.")


def _notes(bank: Bank) -> Iterator[Problem[Path]]:
    for position, cap in enumerate(bank.caps):
        path = ("caps", position, "note_if_unknown")
        if cap.note_if_unknown is None:
            continue
        if cap.rule not in UNKNOWN_COUNTS_AS:
            yield Problem(path, "'note_if_unknown' is for headline caps only.", "Take it away.")
        elif cap.note_if_unknown.count(NAMES) != 1 or set("{}") & set(cap.note_if_unknown.replace(NAMES, "")):
            fault = f"the words must hold {NAMES} once, and no other brace."
            yield Problem(path, fault, f"Write like 'not enough known of {NAMES}'.")


def _very_low(bank: Bank) -> Iterator[Problem[Path]]:
    under = {cap.rule: cap.under for cap in reversed(bank.caps)}
    low, very_low = under.get(CapRule.HEADLINE_LOW), under.get(CapRule.HEADLINE_VERY_LOW)
    if low is not None and very_low is not None and very_low >= low:
        position = [cap.rule for cap in bank.caps].index(CapRule.HEADLINE_VERY_LOW)
        fault = f"very low begins under {very_low:g}, which is not under {low:g}, where low begins."
        yield Problem(("caps", position, "under"), fault, "Make it smaller.")


def _order(bank: Bank) -> Iterator[Problem[Path]]:
    ranks = {band.id: position for position, band in enumerate(bands_by_rank(bank))}
    found: dict[CapRule, tuple[int, Cap]] = {}
    for position, cap in enumerate(bank.caps):
        if cap.at_most in ranks:
            found.setdefault(cap.rule, (position, cap))
    for worse, better in pairwise([found[rule] for rule in WORSE_FIRST if rule in found]):
        (position, cap), (_, other) = worse, better
        if ranks[cap.at_most] > ranks[other.at_most]:
            fault = f"'{cap.at_most}' is better than '{other.at_most}', which '{other.rule}' leaves."
            remedy = "What is known to be bad must never be better than what is not known."
            yield Problem(("caps", position, "at_most"), fault, remedy)


def _gates_outside_the_scan(bank: Bank) -> Iterator[Problem[Path]]:
    scanned = {question.id: question.quick_scan for part in bank.dimensions for question in part.questions}
    for position, gate in enumerate(bank.gates):
        if scanned.get(gate.question) is False:
            fault = f"{gate.question} is not in the quick scan."
            yield Problem(
                ("gates", position, "question"), fault, "Every gate is: give the question 'quick_scan: true'."
            )
