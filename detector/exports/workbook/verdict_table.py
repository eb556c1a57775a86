"""The verdict as it stands, at worst and at best, worked out from scores, gates and rules."""

from collections.abc import Iterator, Sequence

from detector.core.scoring import WeightedScore
from detector.core.verdict.bands import band_rules, bands_by_rank, rank, rank_by_score
from detector.core.verdict.verdict import NO_VERDICT, Verdict, headline_scores
from detector.exports.workbook.cap_table import SCENARIOS, holds
from detector.exports.workbook.cells import Column, Formula, Layout, Row, Style
from detector.exports.workbook.context import Weighing, WorkbookContext, name, number

COLUMNS = (
    Column("which", "Verdict", 28, Style.STRONG),
    Column("label", "In words", 48, Style.STRONG),
    Column("overall", "Overall score, 0 to 1", 18, Style.EXACT),
    Column("lowest", "Lowest headline dimension", 12, Style.EXACT),
    Column("by_score", "Rank by the score", 12, Style.WHOLE),
    Column("alone", "Verdict by the score alone", 24),
    Column("by_caps", "Best rank the rules leave", 12, Style.WHOLE),
    Column("rank", "Rank", 12, Style.RESULT),
)
WHICH = {
    "now": "As it stands",
    "worst": "If every unknown turns out at level 0",
    "best": "If every unknown turns out at level 3",
}
_PART = {"now": "score", "worst": "low", "best": "high"}
_LABEL = "INDEX(Band_label,MATCH({rank},Band_rank,0))"


def verdict_rows(context: WorkbookContext, sets: Sequence[Weighing], place: Layout) -> list[Row]:
    """A row for each set of weights as it stands, at worst and at best."""
    rows: list[Row] = []
    for each in sets:
        for scenario in SCENARIOS:
            at = place.cells(place.header + 1 + len(rows))
            texts = _texts(context, each.prefix, scenario)
            values = _values(context, each, scenario)
            live = {key: Formula(text.format_map(at), values[key]) for key, text in texts.items()}
            rows.append({"which": f"{WHICH[scenario]}{each.said}", **live})
    return rows


def _texts(context: WorkbookContext, prefix: str, scenario: str) -> dict[str, str]:
    part = _PART[scenario]
    headline = f"Dimension_headline_{part}"
    label = _LABEL
    if scenario == "now" and context.bank.caps:
        notes = name(prefix, "verdict_notes")
        label = f'{_LABEL}&IF({notes}="","",": "&{notes})'
    return {
        "overall": f"={name(prefix, f'overall_{part}')}",
        "lowest": f'=IF(COUNT({headline})=0,"",MIN({headline}))',
        "by_score": '=IF({overall}="","",SUMPRODUCT(MAX(({overall}>=Band_start-Tolerance)*Band_rank)))',
        "alone": '=IF({by_score}="","' + NO_VERDICT + '",INDEX(Band_label,MATCH({by_score},Band_rank,0)))',
        "by_caps": f"=MIN(MAX(Band_rank),Cap_limit_{scenario})" if context.bank.caps else "=MAX(Band_rank)",
        "rank": '=IF({by_score}="","",MIN({by_score},{by_caps}))',
        "label": '=IF({rank}="","' + NO_VERDICT + '",' + label + ")",
    }


def _values(context: WorkbookContext, each: Weighing, scenario: str) -> dict[str, str | float]:
    bank = context.bank
    overall, verdict = _part(each.overall, scenario), _verdict(each.verdict, scenario)
    labels = [band.label for band in bands_by_rank(bank)]
    by_score = None if overall is None else rank_by_score(band_rules(bank), overall)
    lowest = [
        part
        for score in headline_scores(bank, context.assessment.dimensions)
        if (part := {"now": score.score, "worst": score.low, "best": score.high}[scenario]) is not None
    ]
    place = None if verdict is None else rank(bank, verdict)
    words = NO_VERDICT if place is None else labels[place]
    return {
        "overall": number(overall),
        "lowest": number(min(lowest, default=None)),
        "by_score": number(by_score),
        "alone": NO_VERDICT if by_score is None else labels[by_score],
        "by_caps": _left(context, scenario),
        "rank": number(place),
        "label": each.verdict.label if scenario == "now" else words,
    }


def _part(overall: WeightedScore, scenario: str) -> float | None:
    return {"now": overall.score, "worst": overall.low, "best": overall.high}[scenario]


def _verdict(verdict: Verdict, scenario: str) -> str | None:
    return {"now": verdict.id, "worst": verdict.low, "best": verdict.high}[scenario]


def _left(context: WorkbookContext, scenario: str) -> int:
    limits = (rank(context.bank, cap.at_most) for cap in context.bank.caps if holds(context, cap, scenario))
    return min(limits, default=len(context.bank.bands) - 1)


def verdict_names(place: Layout, sets: Sequence[Weighing]) -> Iterator[tuple[str, str]]:
    """The defined names of the verdicts in words, of the rank as it stands, and of what the score alone gives."""
    for number_of_set, each in enumerate(sets):
        first = place.header + 1 + number_of_set * len(SCENARIOS)
        for row, scenario in enumerate(SCENARIOS, first):
            yield name(each.prefix, f"verdict_{scenario}"), place.cell("label", row)
        yield name(each.prefix, "verdict_rank"), place.cell("rank", first)
        yield name(each.prefix, "verdict_alone"), place.cell("alone", first)
