"""The rules that hold a verdict down, each with whether it holds now, at worst and at best."""

from detector.core.bank import Cap, CapRule, GateKind
from detector.core.gates import GateState
from detector.core.verdict.bands import rank, reaches
from detector.core.verdict.ceilings import GATE_POINTS, UNKNOWN_COUNTS_AS
from detector.exports.workbook.cells import Cell, Column, Formula, Layout, Row, Style, Styled
from detector.exports.workbook.context import NO, YES, WorkbookContext, open_hard_gates
from detector.exports.workbook.gates_sheet import state_words
from detector.exports.workbook.score_values import if_passed, in_doubt

SCENARIOS = ("now", "worst", "best", "passed")
SAID = {
    CapRule.HARD_GATE_FAILED: "A hard gate has failed",
    CapRule.HARD_GATE_WARNING: "A hard gate is unclear: its answer counts as level 1",
    CapRule.HARD_GATE_OPEN: "A hard gate is open: its question has no known answer",
    CapRule.AMBER_GATE_FAILED: "An amber gate has failed",
    CapRule.GATES_IN_DOUBT: "So many gates are at level 0 or 1, or not known",
    CapRule.WEAK_POINTS: "So many weak points: 1 for each gate known at level 1, 2 for each at level 0",
    CapRule.HEADLINE_LOW: "A headline dimension is under the number beside, its unknown answers counted as level 1",
    CapRule.HEADLINE_VERY_LOW: "A headline dimension cannot reach the number beside any more",
}
_ENDS = {"worst": "low", "best": "high", "passed": "passed"}
_OPEN_BECOMES = {
    "now": dict.fromkeys(GateKind, GateState.OPEN),
    "worst": dict.fromkeys(GateKind, GateState.FAILED),
    "best": dict.fromkeys(GateKind, GateState.PASSED),
    "passed": {GateKind.HARD: GateState.PASSED, GateKind.AMBER: GateState.FAILED},
}
"""What an open gate turns out to be, by its kind; in the last case the hard ones pass and everything else fails."""


def columns() -> tuple[Column, ...]:
    """The columns."""
    return (
        Column("rule", "Rule that holds the verdict down", 28, Style.STRONG),
        Column("words", "It holds when", 48),
        Column("at_most", "At most this verdict (id)", 18, Style.INPUT),
        Column("rank", "Rank of it", 12, Style.WHOLE),
        Column("under", "Under", 12, Style.INPUT),
        Column("note", "Note beside the verdict", 24),
        Column("count", "From how many", 12, Style.INPUT),
        *(Column(f"fires_{each}", f"Holds {_at(each)}", 14, Style.STRONG) for each in SCENARIOS),
        *(
            Column(f"points_{each}", f"Gates or weak points {_at(each)}", 12, Style.WHOLE, is_working=True)
            for each in SCENARIOS
        ),
        *(
            Column(f"limit_{each}", f"Best rank left {_at(each)}", 12, Style.WHOLE, is_working=True)
            for each in SCENARIOS
        ),
        Column("was_at_most", "At most, as exported", 14, is_working=True),
        Column("was_under", "Under, as exported", 12, Style.WHOLE, is_working=True),
        Column("was_count", "From how many, as exported", 12, Style.WHOLE, is_working=True),
        Column("changed", "Changed since export", 12, Style.STRONG, is_working=True),
    )


def _at(scenario: str) -> str:
    return {
        "now": "now",
        "worst": "if all unknowns are level 0",
        "best": "if all unknowns are level 3",
        "passed": "if open hard gates pass, all else is level 0",
    }[scenario]


def cap_rows(context: WorkbookContext, place: Layout) -> list[Row]:
    """The rules in the bank's order."""
    return [_row(context, cap, place.cells(place.header + 1 + row)) for row, cap in enumerate(context.bank.caps)]


def _row(context: WorkbookContext, cap: Cap, at: dict[str, str]) -> Row:
    limit, best = rank(context.bank, cap.at_most), len(context.bank.bands) - 1
    row: dict[str, Cell] = {
        "rule": cap.rule.value,
        "words": SAID[cap.rule],
        "at_most": cap.at_most,
        "rank": Formula("=INDEX(Band_rank,MATCH({at_most},Band_id,0))".format_map(at), limit),
        "under": Styled(None, Style.TEXT) if cap.under is None else cap.under,
        "count": Styled(None, Style.TEXT) if cap.count is None else cap.count,
        "note": cap.note,
        "was_at_most": cap.at_most,
        "was_under": cap.under,
        "was_count": cap.count,
        "changed": Formula(
            '=IF(AND(EXACT({at_most},{was_at_most}),EXACT({under},{was_under}),EXACT({count},{was_count})),"","Changed")'.format_map(
                at
            ),
            "",
        ),
    }
    for each in SCENARIOS:
        is_held = holds(context, cap, each)
        if cap.rule in GATE_POINTS:
            row[f"points_{each}"] = Formula(_points_formula(cap.rule, each), _points(context, cap.rule, each))
        row[f"fires_{each}"] = Formula(_fires(cap, each, at), YES if is_held else NO)
        left = f'=IF({at[f"fires_{each}"]}="Yes",{at["rank"]},MAX(Band_rank))'
        row[f"limit_{each}"] = Formula(left, limit if is_held else best)
    return row


def headline_range(rule: CapRule, scenario: str) -> str:
    """The name of the headline scores that a rule looks at."""
    now = "doubt" if UNKNOWN_COUNTS_AS[rule] < 1 else "high"
    return f"Dimension_headline_{_ENDS.get(scenario, now)}"


def _fires(cap: Cap, scenario: str, at: dict[str, str]) -> str:
    if cap.rule in GATE_POINTS:
        enough = 1 if cap.count is None else at["count"]
        return f'=IF({at[f"points_{scenario}"]}>={enough},"Yes","No")'
    scores = headline_range(cap.rule, scenario)
    return f'=IF(COUNT({scores})=0,"No",IF(MIN({scores})<{at["under"]}/100-Tolerance,"Yes","No"))'


def _points_formula(rule: CapRule, scenario: str) -> str:
    counts = [
        f'{points}*COUNTIFS(Gate_kind,"{kind.value}",Gate_state,"{state_words(state)}")'
        for kind in GateKind
        for state in GateState
        if (points := _points_at(rule, scenario, kind, state))
    ]
    return f"={'+'.join(counts) or 0}"


def _points_at(rule: CapRule, scenario: str, kind: GateKind, state: GateState) -> int:
    """How many points a gate of this kind and state gives a rule."""
    becomes = _OPEN_BECOMES[scenario][kind] if state is GateState.OPEN else state
    return GATE_POINTS[rule].get((kind, becomes), 0)


def _points(context: WorkbookContext, rule: CapRule, scenario: str) -> int:
    return sum(_points_at(rule, scenario, gate.kind, gate.state) for gate in context.assessment.gates)


def holds(context: WorkbookContext, cap: Cap, scenario: str) -> bool:
    """Whether the rule holds on the answers as exported."""
    if cap.rule in GATE_POINTS:
        return _points(context, cap.rule, scenario) >= (cap.count or 1)
    lowest = min(headline_scores(context, cap.rule, scenario).values(), default=None)
    return lowest is not None and not reaches(lowest, (cap.under or 0) / 100)


def headline_scores(context: WorkbookContext, rule: CapRule, scenario: str) -> dict[str, float]:
    """The scores (0-1) of the headline dimensions in which anything applies, as a rule looks at them, by id."""
    gates = open_hard_gates(context.assessment.gates)
    headlines = {dimension.id for dimension in context.bank.dimensions if dimension.headline}
    known = "doubt" if UNKNOWN_COUNTS_AS[rule] < 1 else "high"
    part = _ENDS.get(scenario, known)
    return {
        score.dimension_id: value
        for score in context.assessment.dimensions
        if score.dimension_id in headlines
        and (
            value := {
                "doubt": in_doubt(score),
                "low": score.low,
                "high": score.high,
                "passed": if_passed(score, gates),
            }[part]
        )
        is not None
    }
