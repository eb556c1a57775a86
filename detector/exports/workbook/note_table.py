"""The notes beside the verdict: what each rule that made it what it is adds to its words, at most two of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detector.core.bank import Cap, GateKind
from detector.core.bank.index import index_of
from detector.core.gates import GateResult, GateState, waits_for_text
from detector.core.verdict.bands import rank, reaches
from detector.core.verdict.caps import MOST_NOTES, is_known_low, listed
from detector.core.verdict.ceilings import GATE_POINTS
from detector.exports.workbook.cap_table import headline_range, headline_scores, holds
from detector.exports.workbook.cells import Cell, Column, Formula, Layout, Row, Style
from detector.exports.workbook.context import NO, YES, Weighing, WorkbookContext, name
from detector.exports.workbook.gates_sheet import state_words
from detector.exports.workbook.verdict_table import rank_at

_DIMENSIONS = "{dimensions}"


@dataclass(frozen=True)
class _Cause:
    """What can make a rule hold, and the note it then has; `about` is the id of a gate or dimension, or empty."""

    cap: Cap
    cap_row: dict[str, str]
    about: str = ""
    name: str = ""
    note: str = ""


def columns(sets: Sequence[Weighing]) -> tuple[Column, ...]:
    """The columns, with three for each set of weights."""
    own = (
        column
        for each in sets
        for column in (
            Column(f"{each.prefix}counts", f"Note that counts{each.said}", 14, is_working=True),
            Column(f"{each.prefix}told", f"Notes up to here{each.said}", 14, Style.WHOLE, is_working=True),
            Column(f"{each.prefix}said", f"Notes so far, two at most{each.said}", 14, is_working=True),
        )
    )
    return (
        Column("rule", "Rule and its note", 28, Style.STRONG),
        Column("name", "What makes it hold", 48),
        Column("holds", "Holds now", 18, Style.STRONG),
        Column("unknown", "Not known to be sound", 12, is_working=True),
        Column("unknowns", "How many so far", 12, Style.WHOLE, is_working=True),
        Column("note", "Note beside the verdict", 24),
        Column("list", "Named so far", 12, is_working=True),
        *own,
    )


def note_rows(context: WorkbookContext, sets: Sequence[Weighing], place: Layout, caps: Layout) -> list[Row]:
    """A row for everything that can make a rule hold, in the order in which notes are told."""
    first = place.header + 1
    rows: list[dict[str, Cell]] = []
    for number, cap in enumerate(context.bank.caps):
        causes = list(_causes(context, cap, caps.cells(caps.header + 1 + number)))
        start = first + len(rows)
        at = [place.cells(row) for row in range(start, start + len(causes))]
        for cause in causes:
            row = _row(context, cause, causes, at)
            for each in sets:
                row.update(_counted(context, cause, rows, row, each, place))
            rows.append(row)
    return list(rows)


def _causes(context: WorkbookContext, cap: Cap, cap_row: dict[str, str]) -> Iterator[_Cause]:
    bank = context.bank
    if cap.note_if_unknown is not None and cap.rule not in GATE_POINTS:
        for dimension in bank.dimensions:
            if dimension.headline:
                yield _Cause(cap, cap_row, dimension.id, dimension.name)
    elif cap.count is None and (GateKind.HARD, GateState.OPEN) in GATE_POINTS.get(cap.rule, {}):
        found = {gate.gate_id: gate for gate in context.assessment.gates}
        for gate in bank.gates:
            if gate.kind is GateKind.HARD:
                yield _Cause(cap, cap_row, gate.id, gate.name, _gate_note(context, cap, found.get(gate.id)))
    else:
        yield _Cause(cap, cap_row, note=cap.note)


def _gate_note(context: WorkbookContext, cap: Cap, found: GateResult | None) -> str:
    if found is None or found.waits_for is None:
        return cap.note
    return f"answer “{waits_for_text(context.bank, found.waits_for)}”"


def _row(
    context: WorkbookContext, cause: _Cause, causes: Sequence[_Cause], at: Sequence[dict[str, str]]
) -> dict[str, Cell]:
    here = causes.index(cause)
    row: dict[str, Cell] = {"rule": cause.cap.rule.value, "name": cause.name}
    if not cause.about:
        is_held = holds(context, cause.cap, "now")
        text = f"={cause.cap_row['fires_now']}"
        return {**row, "note": cause.note, "holds": Formula(text, YES if is_held else NO)}
    if cause.note:
        return {**row, "note": cause.note, "holds": _gate_holds(context, cause)}
    return {**row, **_headline(context, cause, causes, at, here)}


def _gate_holds(context: WorkbookContext, cause: _Cause) -> Formula:
    place = list(index_of(context.bank).gates).index(cause.about) + 1
    state = state_words(GateState.OPEN)
    found = next((gate.state for gate in context.assessment.gates if gate.gate_id == cause.about), None)
    return Formula(f'=IF(INDEX(Gate_state,{place})="{state}","Yes","No")', YES if found is GateState.OPEN else NO)


def _headline(
    context: WorkbookContext, cause: _Cause, causes: Sequence[_Cause], at: Sequence[dict[str, str]], here: int
) -> dict[str, Cell]:
    """A headline dimension: whether it is under the line, and whether what is known of it already is."""
    cell, under, cap = at[here], cause.cap_row["under"], cause.cap
    place = list(index_of(context.bank).dimensions).index(cause.about) + 1
    value, exact = f"INDEX({headline_range(cap.rule, 'now')},{place})", f"INDEX(Dimension_exact,{place})"
    holds_now = f'=IF(ISNUMBER({value}),IF({value}<{under}/100-Tolerance,"Yes","No"),"No")'
    known = f"IF(ISNUMBER({exact}),{exact}<{under}/100-Tolerance,FALSE)"
    unknown = f'=IF(AND({cell["holds"]}="Yes",NOT({known})),{_text(cause.name)},"")'
    before = at[here - 1] if here else None
    count = f'=IF({cell["unknown"]}="",0,1)' + (f"+{before['unknowns']}" if before else "")
    total, last = at[-1]["unknowns"], at[-1]["list"]
    joined = f'=IF({cell["unknown"]}="","",{cell["unknown"]})'
    if before:
        joined = (
            f'=IF({cell["unknown"]}="",{before["list"]},IF({before["list"]}="",{cell["unknown"]},'
            f'{before["list"]}&IF({cell["unknowns"]}={total}," and ",", ")&{cell["unknown"]}))'
        )
    begins, _, ends = (cap.note_if_unknown or "").partition(_DIMENSIONS)
    note = f'=IF({cell["unknown"]}="",{cause.cap_row["note"]},{_text(begins)}&{last}&{_text(ends)})'
    names = [_unknown_name(context, each) for each in causes]
    listed_now = listed([each for each in names if each])
    so_far = [each for each in names[: here + 1] if each]
    is_all = len(so_far) == len([each for each in names if each])
    return {
        "holds": Formula(holds_now, YES if _is_low(context, cause) else NO),
        "unknown": Formula(unknown, names[here]),
        "unknowns": Formula(count, len(so_far)),
        "list": Formula(joined, listed(so_far) if is_all else ", ".join(so_far)),
        "note": Formula(note, f"{begins}{listed_now}{ends}" if names[here] else cap.note),
    }


def _is_low(context: WorkbookContext, cause: _Cause) -> bool:
    value = headline_scores(context, cause.cap.rule, "now").get(cause.about)
    return value is not None and not reaches(value, (cause.cap.under or 0) / 100)


def _unknown_name(context: WorkbookContext, cause: _Cause) -> str:
    """The dimension's name where it is under the line only because too little is known of it."""
    score = next(each for each in context.assessment.dimensions if each.dimension_id == cause.about)
    is_unknown = _is_low(context, cause) and not is_known_low(score, (cause.cap.under or 0) / 100)
    return cause.name if is_unknown else ""


def _counted(
    context: WorkbookContext, cause: _Cause, rows: Sequence[Row], row: Row, each: Weighing, place: Layout
) -> Iterator[tuple[str, Cell]]:
    """The note where this rule made the verdict what it is, each wording once, and two of them at most up to here."""
    first = place.header + 1
    here = first + len(rows)
    at, prefix = place.cells(here), each.prefix
    counts, told, said = f"{prefix}counts", f"{prefix}told", f"{prefix}said"
    applies = f'AND({at["holds"]}="Yes",{cause.cap_row["rank"]}={name(prefix, "verdict_rank")})'
    above = f"{place.cells(first)[counts]}:{place.cells(here - 1)[counts]}"
    once = f'IF(SUMPRODUCT(--({above}={at["note"]}))>0,"",{at["note"]})' if rows else at["note"]
    before = place.cells(here - 1)
    number = f'=IF({at[counts]}="",0,1)' + (f"+{before[told]}" if rows else "")
    joined = (
        f'=IF(OR({at[counts]}="",{at[told]}>{MOST_NOTES}),{before[said]},'
        f'IF({before[said]}="",{at[counts]},{before[said]}&"; "&{at[counts]}))'
    )
    earlier = [text for other in rows if (text := _value(other[counts]))]
    value = _note_now(context, cause, row, each, earlier)
    now = [*earlier, *([value] if value else [])]
    yield counts, Formula(f'=IF({applies},{once},"")', value)
    yield told, Formula(number, len(now))
    yield said, Formula(joined if rows else f"={at[counts]}", "; ".join(now[:MOST_NOTES]))


def _note_now(context: WorkbookContext, cause: _Cause, row: Row, each: Weighing, earlier: Sequence[str]) -> str:
    note, limit = _value(row["note"]), rank(context.bank, cause.cap.at_most)
    is_its_verdict = _value(row["holds"]) == YES and limit == rank_at(context, each, "now")
    return note if is_its_verdict and note not in earlier else ""


def _value(cell: Cell) -> str:
    return str(cell.value) if isinstance(cell, Formula) else str(cell or "")


def _text(words: str) -> str:
    quoted = words.replace('"', '""')
    return f'"{quoted}"'
