"""The gates, each in the state that the answer to its question puts it in."""

from collections.abc import Sequence

from detector.core.answers import counted_level
from detector.core.bank import Gate, GateKind
from detector.core.bank.index import stakeholder_name
from detector.core.gates import GateResult, GateState, waits_for_text
from detector.core.verdict.caps import listed
from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Column, Formula, Layout, Row, Style, Styled
from detector.exports.workbook.context import NO, YES, WorkbookContext

ABSENT = "Does not apply"
Plain = str | int | float | Formula | None
HINDERS = ("open", "waits", "asserted")
"""Why a hard gate keeps a result from a decision: not known, not known because something else is asked first, or
known by a bare assertion."""
LAYOUT = Layout(
    "Gates",
    (
        Column("id", "Gate id", 22),
        Column("name", "Gate", 30, Style.STRONG),
        Column("kind", "Kind", 9),
        Column("question", "Question", 10),
        Column("level", "Level counted", 9, Style.WHOLE),
        Column("state", "State", 11, Style.STRONG),
        Column("was", "State as exported", 11),
        Column("because", "Because, as exported", 44),
        Column("why", "Why there is a gate", 40),
        Column("clears", "What would clear it", 40),
        Column("who", "Who can clear it", 28),
        Column("sources", "Sources", 12),
        Column("asserted", "Rests on assertion", 10, is_working=True),
        Column("waits", "Asked first, as exported", 14, is_working=True),
        Column("hinders", "What it adds to not ready", 10, is_working=True),
        *(Column(f"{why}_said", f"Not ready, {why}: so far", 14, is_working=True) for why in HINDERS),
    ),
)
FORMULAS = {
    "level": "=INDEX(Answer_level,MATCH({question},Answer_question,0))",
    "asserted": '=IF({level}="","No",IF(N(INDEX(Answer_grade,MATCH({question},Answer_question,0)))=0,"Yes","No"))',
    "state": '=IF(INDEX(Answer_asked,MATCH({question},Answer_question,0))<>"Yes","' + ABSENT + '",'
    'IF(INDEX(Answer_answer,MATCH({question},Answer_question,0))="Not applicable","Waived",'
    'IF({level}="","Open",INDEX(State_at_level,{level}+1))))',
    "hinders": f'=IF({{kind}}<>"{GateKind.HARD.value}","",'
    'IF({state}="Open",IF({waits}="","open","waits"),IF({asserted}="Yes","asserted","")))',
}
_NAMED = ("question", "kind", "state", "asserted", "hinders")
_ABSENT_BECAUSE = "Its question is not asked of this council"


def state_words(state: GateState) -> str:
    """The state as it stands in the cells."""
    return state.value.capitalize()


def gates_sheet(book: Book, context: WorkbookContext) -> None:
    """Write the sheet, and name the kinds and states."""
    rows = _rows(context)
    sheet = book.sheet(LAYOUT.sheet)
    last = max(sheet.rows(LAYOUT, rows), 2)
    sheet.widths(LAYOUT)
    sheet.worksheet.freeze_panes(1, 2)
    sheet.set_up_page(context.margin, header=1, last_column=LAYOUT.index("sources"), last_row=last)
    book.define({f"Gate_{key}": LAYOUT.range(key, 2, last) for key in _NAMED})
    book.define({f"Gates_{why}": LAYOUT.cell(f"{why}_said", last) for why in HINDERS})
    book.mark_states(sheet, LAYOUT.range("state", 2, last))


def _rows(context: WorkbookContext) -> list[Row]:
    """A row for each gate of the bank, greyed where the assessment does not have it."""
    found = {gate.gate_id: gate for gate in context.assessment.gates}
    rows: list[Row] = []
    hindering = [(_hinders(context, gate, found.get(gate.id)), gate) for gate in context.bank.gates]
    for place, gate in enumerate(context.bank.gates):
        row = _row(context, gate, found.get(gate.id), LAYOUT.cells(len(rows) + 2))
        row |= {f"{why}_said": _said(context, why, hindering, place) for why in HINDERS}
        rows.append(row if gate.id in found else {key: Styled(cell, Style.ABSENT) for key, cell in row.items()})
    return rows


def _row(context: WorkbookContext, gate: Gate, found: GateResult | None, cells: dict[str, str]) -> dict[str, Plain]:
    state = ABSENT if found is None else state_words(found.state)
    values = {
        "level": _level(context, found),
        "asserted": _asserted(context, found),
        "state": state,
        "hinders": _hinders(context, gate, found),
    }
    return {
        "id": gate.id,
        "name": gate.name,
        "kind": gate.kind.value,
        "question": gate.question,
        **{key: Formula(text.format_map(cells), values[key]) for key, text in FORMULAS.items()},
        "was": state,
        "because": _ABSENT_BECAUSE if found is None else found.because,
        "why": gate.why,
        "clears": gate.clears_when,
        "who": ", ".join(stakeholder_name(context.bank, each) for each in gate.cleared_by),
        "sources": ", ".join(str(number) for number in gate.sources),
        "waits": _waits(context, found),
    }


def _level(context: WorkbookContext, found: GateResult | None) -> int | str:
    answer = None if found is None else context.sheet.answers.get(found.question_id)
    level = None if answer is None else counted_level(context.bank, answer)
    return "" if level is None else level


def _asserted(context: WorkbookContext, found: GateResult | None) -> str:
    if _level(context, found) == "" or found is None:
        return NO
    return NO if context.sheet.answers[found.question_id].evidence else YES


def _waits(context: WorkbookContext, found: GateResult | None) -> str:
    return "" if found is None or found.waits_for is None else waits_for_text(context.bank, found.waits_for)


def _hinders(context: WorkbookContext, gate: Gate, found: GateResult | None) -> str:
    if gate.kind is not GateKind.HARD or found is None:
        return ""
    if found.state is GateState.OPEN:
        return "waits" if found.waits_for else "open"
    return "asserted" if _asserted(context, found) == YES else ""


def _said(context: WorkbookContext, why: str, hindering: Sequence[tuple[str, Gate]], place: int) -> Formula:
    """The gates up to here that keep a result from a decision in one way, as they are listed in its sentence."""
    at, below = LAYOUT.cells(place + 2), LAYOUT.cells(place + 3)
    end = LAYOUT.cells(len(hindering) + 2)["hinders"]
    before = LAYOUT.cells(place + 1)[f"{why}_said"] if place else '""'
    name = f'"“"&{at["waits"]}&"” is not answered"' if why == "waits" else f'"“"&{at["name"]}&"”"'
    between = '"; "' if why == "waits" else f'IF(COUNTIF({below["hinders"]}:{end},"{why}")=0," and ",", ")'
    text = f'=IF({at["hinders"]}<>"{why}",{before},IF({before}="",{name},{before}&{between}&{name}))'
    here = [gate for is_why, gate in hindering[: place + 1] if is_why == why]
    if why == "waits":
        found = {gate.gate_id: gate for gate in context.assessment.gates}
        return Formula(text, "; ".join(f"“{_waits(context, found[gate.id])}” is not answered" for gate in here))
    names = [f"“{gate.name}”" for gate in here]
    is_all = not any(is_why == why for is_why, _ in hindering[place + 1 :])
    return Formula(text, listed(names) if is_all else ", ".join(names))
