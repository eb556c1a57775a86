"""The gates, each in the state that the answer to its question puts it in."""

from detector.core.answers import counted_level
from detector.core.bank.index import stakeholder_name
from detector.core.gates import GateResult, GateState
from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Column, Formula, Layout, Row, Style
from detector.exports.workbook.context import WorkbookContext

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
    ),
)
FORMULAS = {
    "level": "=INDEX(Answer_level,MATCH({question},Answer_question,0))",
    "state": '=IF(OR(INDEX(Answer_asked,MATCH({question},Answer_question,0))<>"Yes",'
    'INDEX(Answer_answer,MATCH({question},Answer_question,0))="Not applicable"),"Waived",'
    'IF({level}="","Open",INDEX(State_at_level,{level}+1)))',
}


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
    sheet.set_up_page(context.margin, header=1, last_column=len(LAYOUT.columns) - 1, last_row=last)
    book.define({"Gate_kind": LAYOUT.range("kind", 2, last), "Gate_state": LAYOUT.range("state", 2, last)})
    book.mark_states(sheet, LAYOUT.range("state", 2, last))


def _rows(context: WorkbookContext) -> list[Row]:
    rows: list[Row] = []
    for gate, found in zip(context.bank.gates, context.assessment.gates, strict=True):
        cells = LAYOUT.cells(len(rows) + 2)
        rows.append(
            {
                "id": gate.id,
                "name": gate.name,
                "kind": gate.kind.value,
                "question": gate.question,
                "level": Formula(FORMULAS["level"].format_map(cells), _level(context, found)),
                "state": Formula(FORMULAS["state"].format_map(cells), state_words(found.state)),
                "was": state_words(found.state),
                "because": found.because,
                "why": gate.why,
                "clears": gate.clears_when,
                "who": ", ".join(stakeholder_name(context.bank, each) for each in gate.cleared_by),
                "sources": ", ".join(str(number) for number in gate.sources),
            }
        )
    return rows


def _level(context: WorkbookContext, found: GateResult) -> int | str:
    answer = context.sheet.answers.get(found.question_id)
    level = None if answer is None or found.state is GateState.WAIVED else counted_level(context.bank, answer)
    return "" if level is None else level
