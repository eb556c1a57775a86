"""The verdict as it stands, at worst and at best, worked out from scores, gates and rules."""

from collections.abc import Iterator, Sequence

import numpy as np

from detector.core.bank import GateKind
from detector.core.gates import GateState
from detector.core.scoring import weighted_mean
from detector.core.verdict.bands import bands_by_rank, rank
from detector.core.verdict.ranks import score_ranks, verdict_rules
from detector.core.verdict.verdict import NO_VERDICT
from detector.exports.workbook.cap_table import SCENARIOS, holds
from detector.exports.workbook.cells import Column, Formula, Layout, Row, Style
from detector.exports.workbook.context import NO, YES, Weighing, WorkbookContext, name, number, open_hard_gates
from detector.exports.workbook.gates_sheet import state_words
from detector.exports.workbook.score_values import if_passed

COLUMNS = (
    Column("which", "Verdict", 28, Style.STRONG),
    Column("label", "In words", 48, Style.STRONG),
    Column("overall", "Overall score, 0 to 1", 18, Style.EXACT),
    Column("coverage", "Answered, by weight", 12, Style.PERCENT),
    Column("by_score", "Rank by the score", 12, Style.WHOLE),
    Column("alone", "Verdict by the score alone", 24),
    Column("by_caps", "Best rank the rules leave", 12, Style.WHOLE),
    Column("rank", "Rank", 12, Style.RESULT),
    Column("named", "Enough is known to name it", 14, Style.STRONG),
)
WHICH = {
    "now": "As it stands",
    "worst": "If every unknown turns out at level 0",
    "best": "If every unknown turns out at level 3",
    "passed": "The worst if the open hard gates pass",
}
_PART = {"now": "score", "worst": "low", "best": "high", "passed": "passed"}
_LABEL = "INDEX(Band_label,MATCH({rank},Band_rank,0))"
NO_OPEN_GATE = "No hard gate is open"


def verdict_rows(context: WorkbookContext, sets: Sequence[Weighing], place: Layout) -> list[Row]:
    """A row for each set of weights as it stands, at worst, at best, and at worst if the open hard gates pass."""
    rows: list[Row] = []
    for each in sets:
        first = place.header + 1 + len(rows)
        ends = [place.cells(first + SCENARIOS.index(scenario))["rank"] for scenario in ("worst", "best")]
        for scenario in SCENARIOS:
            at = place.cells(place.header + 1 + len(rows))
            texts, values = _texts(context, each.prefix, scenario, ends), _values(context, each, scenario)
            live = {key: Formula(text.format_map(at), values[key]) for key, text in texts.items()}
            rows.append({"which": f"{WHICH[scenario]}{each.said}", **live})
    return rows


def _texts(context: WorkbookContext, prefix: str, scenario: str, ends: Sequence[str]) -> dict[str, str]:
    texts = {
        "overall": f"={name(prefix, f'overall_{_PART[scenario]}')}",
        "by_score": '=IF({overall}="","",SUMPRODUCT(MAX(({overall}>=Band_start-Tolerance)*Band_rank)))',
        "alone": '=IF({by_score}="","' + NO_VERDICT + '",INDEX(Band_label,MATCH({by_score},Band_rank,0)))',
        "by_caps": f"=MIN(MAX(Band_rank),Cap_limit_{scenario})" if context.bank.caps else "=MAX(Band_rank)",
        "rank": '=IF({by_score}="","",MIN({by_score},{by_caps}))',
    }
    if scenario == "now":
        notes = name(prefix, "verdict_notes")
        label = f'{_LABEL}&IF({notes}="","",": "&{notes})' if context.bank.caps else _LABEL
        enough = f"OR({{coverage}}>=Verdict_from_coverage/100-Tolerance,{ends[0]}={ends[1]})"
        return {
            **texts,
            "coverage": f"={name(prefix, 'overall_coverage')}",
            "named": f'=IF({{by_score}}="","No",IF({enough},"Yes","No"))',
            "label": '=IF({named}="Yes",' + label + ',"' + NO_VERDICT + '")',
        }
    words = '=IF({rank}="","' + NO_VERDICT + '",' + _LABEL + ")"
    if scenario == "passed":
        count = f'COUNTIFS(Gate_kind,"{GateKind.HARD.value}",Gate_state,"{state_words(GateState.OPEN)}")'
        words = f'=IF({count}=0,"{NO_OPEN_GATE}",{words[1:]})'
    return {**texts, "label": words}


def _values(context: WorkbookContext, each: Weighing, scenario: str) -> dict[str, str | float]:
    overall, place = _overall(context, each, scenario), rank_at(context, each, scenario)
    labels = [band.label for band in bands_by_rank(context.bank)]
    by_score = None if overall is None else _by_score(context, overall)
    is_shown = scenario != "passed" or open_hard_gates(context.assessment.gates)
    words = NO_VERDICT if place is None else labels[place]
    return {
        "overall": number(overall),
        "coverage": each.overall.coverage,
        "by_score": number(by_score),
        "alone": NO_VERDICT if by_score is None else labels[by_score],
        "by_caps": _left(context, scenario),
        "rank": number(place),
        "named": NO if each.verdict.id is None else YES,
        "label": each.verdict.label if scenario == "now" else words if is_shown else NO_OPEN_GATE,
    }


def _overall(context: WorkbookContext, each: Weighing, scenario: str) -> float | None:
    known = {"now": each.overall.score, "worst": each.overall.low, "best": each.overall.high}
    if scenario in known:
        return known[scenario]
    gates = open_hard_gates(context.assessment.gates)
    found = [(if_passed(score, gates), each.weights[score.dimension_id]) for score in context.assessment.dimensions]
    return weighted_mean((value, weight) for value, weight in found if value is not None)


def _by_score(context: WorkbookContext, overall: float) -> int:
    return int(score_ranks(verdict_rules(context.bank), np.array([overall]))[0])


def rank_at(context: WorkbookContext, each: Weighing, scenario: str) -> int | None:
    """The rank of the verdict on the answers as exported, whether or not it is named; None without a score."""
    overall = _overall(context, each, scenario)
    return None if overall is None else min(_by_score(context, overall), _left(context, scenario))


def _left(context: WorkbookContext, scenario: str) -> int:
    limits = (rank(context.bank, cap.at_most) for cap in context.bank.caps if holds(context, cap, scenario))
    return min(limits, default=len(context.bank.bands) - 1)


def verdict_names(place: Layout, sets: Sequence[Weighing]) -> Iterator[tuple[str, str]]:
    """The defined names of the verdicts in words, of the rank as it stands, and of what the score alone gives."""
    for number_of_set, each in enumerate(sets):
        first = place.header + 1 + number_of_set * len(SCENARIOS)
        for row, scenario in enumerate(SCENARIOS, first):
            yield name(each.prefix, f"verdict_{scenario}"), place.cell("label", row)
        for key in ("rank", "alone", "named"):
            yield name(each.prefix, f"verdict_{key}"), place.cell(key, first)
