"""The causes for which a result is not for decision, each with whether it holds."""

from collections.abc import Sequence

from detector.core.bank import GateKind
from detector.core.gates import GateState
from detector.core.verdict.provisional import ProvisionalCause
from detector.exports.workbook.cells import Cell, Column, Formula, Layout, Row, Style
from detector.exports.workbook.context import NO, YES, WorkbookContext
from detector.exports.workbook.gates_sheet import state_words
from detector.wording.result import CLASH

COLUMNS = (
    Column("name", "Not ready while", 28, Style.STRONG),
    Column("meaning", "What it looks at", 48),
    Column("holds", "Holds now", 18, Style.STRONG),
    Column("said", "Causes so far", 12, is_working=True),
)
NONE_HOLDS = "Nothing named here"
CAUSES = {
    ProvisionalCause.NO_VERDICT: ("no verdict is named", "The first table of this sheet."),
    ProvisionalCause.HARD_GATE_OPEN: ("a hard gate is open", "The states on Gates."),
    ProvisionalCause.HARD_GATE_ASSERTED: (
        "a hard gate rests on assertion",
        "The evidence grade behind each hard gate: 0 is assertion.",
    ),
    ProvisionalCause.COVERAGE_LOW: ("too little is answered", "Coverage, against its line under Settings."),
    ProvisionalCause.EVIDENCE_LOW: ("too little is evidenced", "Evidence, against its line under Settings."),
    ProvisionalCause.CONFIDENCE_LOW: ("confidence is low", "Confidence, against its line under Settings."),
    ProvisionalCause.BROUGHT_OVER: (
        "nobody has looked yet at all that came over from an older question bank",
        "As exported: it does not follow a change here.",
    ),
    ProvisionalCause.ANSWERS_CLASH: (
        CLASH,
        "As exported: it does not follow a change here.",
    ),
}
_HARD = GateKind.HARD.value
_HOLDS = {
    ProvisionalCause.NO_VERDICT: 'Verdict_named<>"Yes"',
    ProvisionalCause.HARD_GATE_OPEN: f'COUNTIFS(Gate_kind,"{_HARD}",Gate_state,"{state_words(GateState.OPEN)}")>0',
    ProvisionalCause.HARD_GATE_ASSERTED: f'COUNTIFS(Gate_kind,"{_HARD}",Gate_asserted,"Yes")>0',
    ProvisionalCause.COVERAGE_LOW: "Overall_coverage<Provisional_under_coverage-Tolerance",
    ProvisionalCause.EVIDENCE_LOW: "Confidence_evidence<Provisional_under_evidence-Tolerance",
    ProvisionalCause.CONFIDENCE_LOW: "Confidence_total<Provisional_under-Tolerance",
}


def provisional_rows(context: WorkbookContext, cells: Sequence[dict[str, str]]) -> list[Row]:
    """A row for each cause, in the order in which they are told; `cells` are the addresses of each row."""
    held = {reason.cause for reason in context.assessment.provisional}
    rows: list[Row] = []
    for number, (cause, (words, meaning)) in enumerate(CAUSES.items()):
        at, before = cells[number], cells[number - 1]["said"] if number else '""'
        said = f'=IF({at["holds"]}<>"Yes",{before},IF({before}="",{at["name"]},{before}&"; "&{at["name"]}))'
        is_held, test = YES if cause in held else NO, _HOLDS.get(cause)
        row: dict[str, Cell] = {
            "name": words,
            "meaning": meaning,
            "holds": is_held if test is None else Formula(f'=IF({test},"Yes","No")', is_held),
            "said": Formula(said, "; ".join(CAUSES[each][0] for each in list(CAUSES)[: number + 1] if each in held)),
        }
        rows.append(row)
    return rows


def causes_in_words(context: WorkbookContext) -> str:
    """The causes that hold on the answers as exported, or that none does."""
    held = {reason.cause for reason in context.assessment.provisional}
    return "; ".join(words for cause, (words, _) in CAUSES.items() if cause in held) or NONE_HOLDS


def provisional_name(place: Layout) -> dict[str, str]:
    """The defined name of all causes in words."""
    return {"Provisional_causes": place.cell("said", place.header + len(CAUSES))}
