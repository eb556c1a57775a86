"""The rules that hold a verdict down, and in words why each does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detector.core.bank import Band, Bank, Cap, CapRule, Dimension
from detector.core.bank.index import index_of
from detector.core.gates import GateResult, GateState, waits_for_text
from detector.core.scoring import DimensionScore, shown
from detector.core.verdict.bands import bands_by_rank, reaches
from detector.core.verdict.ceilings import GATE_POINTS, UNKNOWN_COUNTS_AS
from detector.core.verdict.ranks import VerdictRules, headline_values, holds, measured, verdict_rules
from detector.core.verdict.sheets import Sheets

MOST_NOTES = 2
GATE_WORDS = {
    GateState.FAILED: "has failed",
    GateState.WARNING: "is unclear",
    GateState.OPEN: "is still open",
    GateState.PASSED: "is passed",
    GateState.WAIVED: "is waived",
}

_AT = {GateState.FAILED: "at level 0", GateState.WARNING: "at level 1", GateState.OPEN: "not known"}


@dataclass(frozen=True)
class CapFired:
    """A cap that holds the verdict down, and in words why.

    `about` is the gate or dimension id that caused it, empty where several gates do together; `causes` are all of
    them. `note` are the words for the verdict's label, `briefly` a short sentence that says what is wrong.
    """

    rule: CapRule
    at_most: str
    about: str
    because: str
    causes: tuple[str, ...] = ()
    note: str = ""
    briefly: str = ""


@dataclass(frozen=True)
class _Cause:
    """A cap whose rule holds, and what made it hold."""

    cap: Cap
    causes: tuple[str, ...]
    briefly: str
    words: str
    note: str


@dataclass(frozen=True)
class _Found:
    """What the rules look at: the sheet as it stands, as a row and in full."""

    bank: Bank
    rules: VerdictRules
    row: Sheets
    dimensions: Sequence[DimensionScore]
    gates: Sequence[GateResult]


def caps_fired(
    bank: Bank, uncapped: str, row: Sheets, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]
) -> tuple[CapFired, ...]:
    """Every cap whose rule holds, the strictest first, whether or not it changes the verdict of the score alone."""
    bands = {band.id: band for band in bands_by_rank(bank)}
    ranks = {verdict: position for position, verdict in enumerate(bands)}
    causes = list(_causes(_Found(bank, verdict_rules(bank), row, dimensions, gates)))
    order = {id(cap): position for position, cap in enumerate(bank.caps)}
    causes.sort(key=lambda cause: (ranks[cause.cap.at_most], order[id(cause.cap)]))
    final = min([ranks[uncapped], *(ranks[cause.cap.at_most] for cause in causes)])
    return tuple(
        CapFired(
            rule=cause.cap.rule,
            at_most=cause.cap.at_most,
            about=cause.causes[0] if len(cause.causes) == 1 else "",
            because=f"{cause.words} {limit_in_words(bands[cause.cap.at_most])}"
            + _effect(ranks[uncapped], ranks[cause.cap.at_most], final),
            causes=cause.causes,
            note=cause.note,
            briefly=cause.briefly,
        )
        for cause in causes
    )


def notes(verdict_id: str, caps: Sequence[CapFired]) -> tuple[str, ...]:
    """The notes of the strictest caps that allow this verdict and none better, each once and two at most."""
    found = tuple(dict.fromkeys(cap.note for cap in caps if cap.at_most == verdict_id and cap.note))
    return found[:MOST_NOTES]


def limit_in_words(band: Band) -> str:
    """What a cap allows, as a sentence."""
    return f"The verdict can be no better than '{band.label}'."


def listed(names: Sequence[str]) -> str:
    """Names as people list them: "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _causes(found: _Found) -> Iterator[_Cause]:
    measures = measured(found.rules, found.row)
    for cap, ceiling in zip(found.bank.caps, found.rules.ceilings, strict=True):
        if not holds(ceiling, measures).any():
            continue
        if cap.rule in UNKNOWN_COUNTS_AS:
            yield from _headline_causes(found, cap)
        elif cap.count is None:
            yield from _gate_causes(found, cap)
        else:
            yield _counted_cause(found, cap)


def _gates_that_count(found: _Found, rule: CapRule) -> list[tuple[GateResult, int]]:
    """The gates that give a rule points, with how many."""
    points = GATE_POINTS[rule]
    return [(gate, points[gate.kind, gate.state]) for gate in found.gates if (gate.kind, gate.state) in points]


def _gate_causes(found: _Found, cap: Cap) -> Iterator[_Cause]:
    gates = index_of(found.bank).gates
    for result, _ in _gates_that_count(found, cap.rule):
        gate = gates[result.gate_id]
        briefly = f"The {gate.kind.value} gate '{gate.name}' {GATE_WORDS[result.state]}."
        yield _Cause(cap, (gate.id,), briefly, f"{briefly} {result.because}.", _gate_note(found.bank, cap, result))


def _gate_note(bank: Bank, cap: Cap, result: GateResult) -> str:
    # While nobody has said whether the gate exists at all, it is no gate that is unresolved.
    return cap.note if result.waits_for is None else f"answer “{waits_for_text(bank, result.waits_for)}”"


def _counted_cause(found: _Found, cap: Cap) -> _Cause:
    counted = _gates_that_count(found, cap.rule)
    total = sum(points for _, points in counted)
    states = (_in_state(found.bank, [gate for gate, _ in counted if gate.state is state], state) for state in _AT)
    said = f"There are {total} {counted_as(cap.rule, total)}, and {cap.count} are enough"
    words = f"{said}: {'; '.join(filter(None, states))}."
    return _Cause(cap, tuple(gate.gate_id for gate, _ in counted), f"{said}.", words, cap.note)


def counted_as(rule: CapRule, number: int) -> str:
    """What a rule that counts gates counts, as it reads after a number."""
    of_one = {True: "gate in doubt", False: "weak point at the gates"}
    of_many = {True: "gates in doubt", False: "weak points at the gates"}
    return (of_one if number == 1 else of_many)[rule is CapRule.GATES_IN_DOUBT]


def _in_state(bank: Bank, gates: Sequence[GateResult], state: GateState) -> str:
    names = index_of(bank).gates
    return f"{listed([f'“{names[gate.gate_id].name}”' for gate in gates])} {_AT[state]}" if gates else ""


def _headline_causes(found: _Found, cap: Cap) -> Iterator[_Cause]:
    under = (cap.under or 0.0) / 100
    values = headline_values(found.rules, found.row, UNKNOWN_COUNTS_AS[cap.rule])[0]
    low = [
        (score, float(value))
        for score, value in zip(found.dimensions, values, strict=True)
        if not reaches(float(value), under)
    ]
    names = index_of(found.bank).dimensions
    unknown = [names[score.dimension_id].name for score, _ in low if not is_known_low(score, under)]
    for score, value in low:
        dimension = names[score.dimension_id]
        if is_known_low(score, under):
            words = f"{dimension.name} scores {_number(score, under)}."
            yield _Cause(cap, (dimension.id,), words, words, cap.note)
        else:
            words = _unknown_words(dimension, score, value, under)
            note = cap.note if cap.note_if_unknown is None else cap.note_if_unknown.format(dimensions=listed(unknown))
            yield _Cause(cap, (dimension.id,), f"Too little of {dimension.name} is known.", words, note)


def is_known_low(score: DimensionScore, under: float) -> bool:
    """Whether the answers known in a dimension are themselves under a line (0-1), whatever the others may be."""
    return score.score is not None and not reaches(score.score, under)


def _number(score: DimensionScore, under: float) -> str:
    # A score of 39.7 is shown as 40, and "40 is under 40" would puzzle anybody.
    line, number = under * 100, shown(score.score or 0.0)
    return f"just under {line:g}" if number >= line else f"{number}, under {line:g}"


def _unknown_words(dimension: Dimension, score: DimensionScore, value: float, under: float) -> str:
    known = sum(part.value is not None for part in score.contributions)
    line, number = under * 100, shown(value)
    comes_to = f"just under {line:g}" if number >= line else f"{number}"
    count = f"Only {known}" if known else "None"
    verb = "are" if known > 1 else "is"
    return (
        f"{count} of {len(score.contributions)} {dimension.name} answers {verb} known. If the rest are weak, it comes "
        f"to {comes_to}; {line:g} is needed."
    )


def _effect(uncapped_rank: int, limit: int, final: int) -> str:
    return " A stricter rule holds it lower still." if final < limit < uncapped_rank else ""
