"""The causes for which a result is not for decision, each with whether it holds."""

from collections.abc import Sequence

from detector.core.bank import GateKind
from detector.core.gates import GateState
from detector.core.verdict.provisional import ProvisionalCause
from detector.exports.workbook.cells import Cell, Column, Formula, Layout, Row, Style
from detector.exports.workbook.context import NO, YES, WorkbookContext
from detector.exports.workbook.gates_sheet import state_words
from detector.wording.result import FIXED_CAUSES, HALF, cause_in_words

COLUMNS = (
    Column("name", "Not ready while", 28, Style.STRONG),
    Column("meaning", "What it looks at", 48),
    Column("holds", "Holds now", 18, Style.STRONG),
    Column("words", "What it adds to the sentence", 12, is_working=True),
    Column("said", "Causes so far", 12, is_working=True),
)
CAUSES = {
    ProvisionalCause.NO_VERDICT: ("No verdict is named", "The first table of this sheet."),
    ProvisionalCause.HARD_GATE_OPEN: ("A hard gate is not known", "The states on Gates."),
    ProvisionalCause.HARD_GATE_ASSERTED: (
        "A hard gate rests on assertion",
        "The evidence grade behind each hard gate: 0 is assertion.",
    ),
    ProvisionalCause.COVERAGE_LOW: ("Too little is answered", "Coverage, against its line under Settings."),
    ProvisionalCause.EVIDENCE_LOW: ("Too little is evidenced", "Evidence, against its line under Settings."),
    ProvisionalCause.CONFIDENCE_LOW: ("Confidence is low", "Confidence, against its line under Settings."),
    ProvisionalCause.BROUGHT_OVER: (
        "Not all that came over is looked at",
        "Brought over from an older question bank. As exported: it does not follow a change here.",
    ),
    ProvisionalCause.ANSWERS_CLASH: (
        "Answers clash",
        "As exported: it does not follow a change here.",
    ),
}
NONE_HOLDS = "Nothing named here"
_HARD = GateKind.HARD.value
_HOLDS = {
    ProvisionalCause.NO_VERDICT: 'Verdict_named<>"Yes"',
    ProvisionalCause.HARD_GATE_OPEN: f'COUNTIFS(Gate_kind,"{_HARD}",Gate_state,"{state_words(GateState.OPEN)}")>0',
    ProvisionalCause.HARD_GATE_ASSERTED: f'COUNTIFS(Gate_kind,"{_HARD}",Gate_asserted,"Yes")>0',
    ProvisionalCause.COVERAGE_LOW: "Overall_coverage<Provisional_under_coverage-Tolerance",
    ProvisionalCause.EVIDENCE_LOW: "Confidence_evidence<Provisional_under_evidence-Tolerance",
    ProvisionalCause.CONFIDENCE_LOW: "Confidence_total<Provisional_under-Tolerance",
}


_ROUNDED = "INT({}*100+0.5+Tolerance)"
_COVERAGE, _EVIDENCE = (_ROUNDED.format(f"Provisional_under_{line}") for line in ("coverage", "evidence"))
_HOW_MANY = 'COUNTIF(Gate_hinders,"{}")'
_WORDS = {
    ProvisionalCause.HARD_GATE_OPEN: (
        '=IF(Gates_open="","",IF('
        + _HOW_MANY.format("open")
        + '=1,"the hard gate "&Gates_open&" is not known","the hard gates "&Gates_open&" are not known"))'
        '&IF(OR(Gates_open="",Gates_waits=""),"","; ")&Gates_waits'
    ),
    ProvisionalCause.HARD_GATE_ASSERTED: (
        "=IF(" + _HOW_MANY.format("asserted") + '=1,"the hard gate "&Gates_asserted&" rests on a bare assertion",'
        '"the hard gates "&Gates_asserted&" rest on bare assertions")'
    ),
    ProvisionalCause.COVERAGE_LOW: (
        f'=IF({_COVERAGE}={HALF},"less than half is answered","under "&{_COVERAGE}&" % is answered")'
    ),
    ProvisionalCause.EVIDENCE_LOW: f'="evidence is under "&{_EVIDENCE}&" out of 100"',
    ProvisionalCause.CONFIDENCE_LOW: f'="confidence is under "&{_ROUNDED.format("Provisional_under")}&" out of 100"',
}
"""What each cause adds to the sentence, as `wording/result.py` says it, following the answers and lines here."""


def provisional_rows(context: WorkbookContext, cells: Sequence[dict[str, str]]) -> list[Row]:
    """A row for each cause, in the order in which they are told; `cells` are the addresses of each row."""
    held = {reason.cause for reason in context.assessment.provisional}
    rows: list[Row] = []
    so_far: list[str] = []
    for number, (cause, (name, meaning)) in enumerate(CAUSES.items()):
        at, before = cells[number], cells[number - 1]["said"] if number else '""'
        said = f'=IF({at["words"]}="",{before},IF({before}="",{at["words"]},{before}&"; "&{at["words"]}))'
        is_held, test = YES if cause in held else NO, _HOLDS.get(cause)
        words = cause_in_words(context.bank, context.assessment, cause) if cause in held else ""
        so_far += [words] if words else []
        adds = _WORDS[cause][1:] if cause in _WORDS else f'"{FIXED_CAUSES.get(cause, "")}"'
        row: dict[str, Cell] = {
            "name": name,
            "meaning": meaning,
            "holds": is_held if test is None else Formula(f'=IF({test},"Yes","No")', is_held),
            # Names may be many, and a formula holds no text of more than 255 characters: what is fixed is no formula.
            "words": words if test is None else Formula(f'=IF({at["holds"]}="Yes",{adds},"")', words),
            "said": Formula(said, "; ".join(so_far)),
        }
        rows.append(row)
    return rows


def causes_in_words(context: WorkbookContext) -> str:
    """The causes that hold on the answers as exported, or that none does."""
    held = {reason.cause for reason in context.assessment.provisional}
    said = [cause_in_words(context.bank, context.assessment, cause) for cause in CAUSES if cause in held]
    return "; ".join(said) or NONE_HOLDS


def provisional_name(place: Layout) -> dict[str, str]:
    """The defined name of all causes in words."""
    return {"Provisional_causes": place.cell("said", place.header + len(CAUSES))}
