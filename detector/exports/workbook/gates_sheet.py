"""The gates, each in the state that the answer to its question puts it in."""

from detector.core.answers import counted_level
from detector.core.bank import Gate
from detector.core.bank.index import stakeholder_name
from detector.core.gates import GateResult, GateState
from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Column, Formula, Layout, Row, Style, Styled
from detector.exports.workbook.context import NO, YES, WorkbookContext

ABSENT = "Does not apply"
Plain = str | int | float | Formula | None
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
    ),
)
FORMULAS = {
    "level": "=INDEX(Answer_level,MATCH({question},Answer_question,0))",
    "asserted": '=IF({level}="","No",IF(N(INDEX(Answer_grade,MATCH({question},Answer_question,0)))=0,"Yes","No"))',
    "state": '=IF(INDEX(Answer_asked,MATCH({question},Answer_question,0))<>"Yes","' + ABSENT + '",'
    'IF(INDEX(Answer_answer,MATCH({question},Answer_question,0))="Not applicable","Waived",'
    'IF({level}="","Open",INDEX(State_at_level,{level}+1))))',
}
_NAMED = ("question", "kind", "state", "asserted")
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
    book.mark_states(sheet, LAYOUT.range("state", 2, last))


def _rows(context: WorkbookContext) -> list[Row]:
    """A row for each gate of the bank, greyed where the assessment does not have it."""
    found = {gate.gate_id: gate for gate in context.assessment.gates}
    rows: list[Row] = []
    for gate in context.bank.gates:
        row = _row(context, gate, found.get(gate.id), LAYOUT.cells(len(rows) + 2))
        rows.append(row if gate.id in found else {key: Styled(cell, Style.ABSENT) for key, cell in row.items()})
    return rows


def _row(context: WorkbookContext, gate: Gate, found: GateResult | None, cells: dict[str, str]) -> dict[str, Plain]:
    state = ABSENT if found is None else state_words(found.state)
    values = {"level": _level(context, found), "asserted": _asserted(context, found), "state": state}
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
    }


def _level(context: WorkbookContext, found: GateResult | None) -> int | str:
    answer = None if found is None else context.sheet.answers.get(found.question_id)
    level = None if answer is None else counted_level(context.bank, answer)
    return "" if level is None else level


def _asserted(context: WorkbookContext, found: GateResult | None) -> str:
    if _level(context, found) == "" or found is None:
        return NO
    return NO if context.sheet.answers[found.question_id].evidence else YES
