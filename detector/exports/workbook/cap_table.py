"""The rules that hold a verdict down, each with whether it holds now, at worst and at best."""

from collections.abc import Iterable, Iterator, Sequence

from detector.core.bank import Cap, CapRule
from detector.core.verdict.bands import GATE_RULES, rank, reaches
from detector.core.verdict.verdict import headline_scores
from detector.exports.workbook.cells import Cell, Column, Formula, Layout, Row, Style, Styled
from detector.exports.workbook.context import NO, YES, Weighing, WorkbookContext, name

SCENARIOS = ("now", "worst", "best")
SAID = {
    CapRule.HARD_GATE_FAILED: "A hard gate has failed",
    CapRule.HARD_GATE_OPEN: "A hard gate is open: its question has no known answer",
    CapRule.AMBER_GATE_FAILED: "An amber gate has failed",
    CapRule.HEADLINE_LOW: "The lowest headline dimension scores under the number beside",
    CapRule.HEADLINE_VERY_LOW: "The lowest headline dimension scores under the number beside",
}
_HEADLINE = {"now": "score", "worst": "low", "best": "high"}
_STATES = {
    CapRule.HARD_GATE_FAILED: {"now": ("Failed",), "worst": ("Failed", "Open"), "best": ("Failed",)},
    CapRule.AMBER_GATE_FAILED: {"now": ("Failed",), "worst": ("Failed", "Open"), "best": ("Failed",)},
    CapRule.HARD_GATE_OPEN: {"now": ("Open",), "worst": (), "best": ()},
}
_KINDS = {rule: kind for (kind, _), rule in GATE_RULES.items()}


def columns(sets: Iterable[Weighing]) -> tuple[Column, ...]:
    """The columns, with two for each set of weights."""
    own = (
        column
        for each in sets
        for column in (
            Column(f"{each.prefix}counts", f"Note that counts{each.said}", 14, is_working=True),
            Column(f"{each.prefix}said", f"Notes so far{each.said}", 14, is_working=True),
        )
    )
    return (
        Column("rule", "Rule that holds the verdict down", 28, Style.STRONG),
        Column("words", "It holds when", 48),
        Column("at_most", "At most this verdict (id)", 18, Style.INPUT),
        Column("rank", "Rank of it", 12, Style.WHOLE),
        Column("under", "Under", 12, Style.INPUT),
        Column("note", "Note beside the verdict", 24),
        *(Column(f"fires_{each}", f"Holds {_at(each)}", 14, Style.STRONG) for each in SCENARIOS),
        *(
            Column(f"limit_{each}", f"Best rank left {_at(each)}", 12, Style.WHOLE, is_working=True)
            for each in SCENARIOS
        ),
        *own,
        Column("was_at_most", "At most, as exported", 14, is_working=True),
        Column("was_under", "Under, as exported", 12, Style.WHOLE, is_working=True),
        Column("changed", "Changed since export", 12, Style.STRONG, is_working=True),
    )


def _at(scenario: str) -> str:
    return {"now": "now", "worst": "if all unknowns are level 0", "best": "if all unknowns are level 3"}[scenario]


def cap_rows(context: WorkbookContext, sets: Sequence[Weighing], place: Layout) -> list[Row]:
    """The rules in the bank's order."""
    first = place.header + 1
    best = len(context.bank.bands) - 1
    rows: list[Row] = []
    for cap in context.bank.caps:
        at = place.cells(first + len(rows))
        limit = rank(context.bank, cap.at_most)
        row: dict[str, Cell] = {
            "rule": cap.rule.value,
            "words": SAID[cap.rule],
            "at_most": cap.at_most,
            "rank": Formula("=INDEX(Band_rank,MATCH({at_most},Band_id,0))".format_map(at), limit),
            "under": Styled(None, Style.TEXT) if cap.under is None else cap.under,
            "note": cap.note,
            "was_at_most": cap.at_most,
            "was_under": cap.under,
            "changed": Formula(
                '=IF(AND(EXACT({at_most},{was_at_most}),EXACT({under},{was_under})),"","Changed")'.format_map(at), ""
            ),
        }
        for each in SCENARIOS:
            is_held = holds(context, cap, each)
            row[f"fires_{each}"] = Formula(_fires(cap, each, at), YES if is_held else NO)
            left = f'=IF({at[f"fires_{each}"]}="Yes",{at["rank"]},MAX(Band_rank))'
            row[f"limit_{each}"] = Formula(left, limit if is_held else best)
        for each in sets:
            row.update(_noted(rows, row, each, place, first))
        rows.append(row)
    return rows


def _noted(rows: Sequence[Row], row: Row, each: Weighing, place: Layout, first: int) -> Iterator[tuple[str, Cell]]:
    """The note where this rule made the verdict what it is, each wording once, and all of them up to here."""
    here = first + len(rows)
    at, counts, said = place.cells(here), f"{each.prefix}counts", f"{each.prefix}said"
    applies = f'AND({at["fires_now"]}="Yes",{at["rank"]}={name(each.prefix, "verdict_rank")})'
    above = f"{place.cells(first)[counts]}:{place.cells(here - 1)[counts]}"
    told_before = f"SUMPRODUCT(--({above}={at['note']}))>0"
    once = f'IF({told_before},"",{at["note"]})' if rows else at["note"]
    before = place.cells(here - 1)[said]
    joined = f'=IF({at[counts]}="",{before},IF({before}="",{at[counts]},{before}&"; "&{at[counts]}))'
    earlier = [_value(told[counts]) for told in rows]
    value = _note_now(row, each, earlier)
    yield counts, Formula(f'=IF({applies},{once},"")', value)
    texts = [text for text in (*earlier, value) if text]
    yield said, Formula(joined if rows else f"={at[counts]}", "; ".join(texts))


def _value(cell: Cell) -> str:
    return str(cell.value) if isinstance(cell, Formula) else ""


def _note_now(row: Row, each: Weighing, earlier: Sequence[str]) -> str:
    note = str(row["note"])
    fires = _value(row["fires_now"]) == YES
    return note if fires and row["at_most"] == each.verdict.id and note not in earlier else ""


def _fires(cap: Cap, scenario: str, at: dict[str, str]) -> str:
    if cap.under is not None:
        scores = f"Dimension_headline_{_HEADLINE[scenario]}"
        return f'=IF(COUNT({scores})=0,"No",IF(MIN({scores})<{at["under"]}/100-Tolerance,"Yes","No"))'
    kind = _KINDS[cap.rule].value
    counts = [f'COUNTIFS(Gate_kind,"{kind}",Gate_state,"{state}")' for state in _STATES[cap.rule][scenario]]
    return f'=IF({"+".join(counts) or 0}>0,"Yes","No")'


def holds(context: WorkbookContext, cap: Cap, scenario: str) -> bool:
    """Whether the rule holds on the answers as exported."""
    if cap.under is not None:
        found = headline_scores(context.bank, context.assessment.dimensions)
        parts = {"now": [each.score for each in found], "worst": [each.low for each in found]}
        lowest = min(
            (part for part in parts.get(scenario, [each.high for each in found]) if part is not None), default=None
        )
        return lowest is not None and not reaches(lowest, cap.under / 100)
    states = _STATES[cap.rule][scenario]
    kind = _KINDS[cap.rule]
    return any(gate.kind is kind and gate.state.value.capitalize() in states for gate in context.assessment.gates)
