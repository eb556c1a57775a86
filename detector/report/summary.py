"""The two-page summary: what a reader with five minutes must know."""

from detector.core.bank import Gate, GateKind
from detector.core.bank.index import index_of
from detector.core.verdict.caps import listed
from detector.report.actions import ended, plan_columns, planned
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.report.gates import ALL_PASSED
from detector.report.legal_forms import ALL_ALIKE, stand_alike
from detector.report.method import method_in_short
from detector.report.result import ADVISES, panel
from detector.report.scores import has_radar, radar, score_rows
from detector.wording.actions import NOTHING_TO_DO, by_rule, told_in_short
from detector.wording.appraisal import headline
from detector.wording.gates import GATE_STATES, NOT_PASSED
from detector.wording.legal_forms import asks_first_in_words, strongest_first
from detector.wording.plain import counted
from detector.wording.result import clash_sentence, deciding_caps

MOST_CAPS = 3
FORMS_NAMED = 2
FIRST_ACTIONS = 5
IN_FULL_REPORT = "The full report says what to do about it."


def summary_sections(context: ReportContext) -> tuple[Section, ...]:
    """Everything the summary says, in the order of a cabinet paper."""
    parts = (
        _result(context),
        _gates(context),
        _scores(context),
        _ways(context),
        _actions(context),
        method_in_short(context),
    )
    return tuple(part for part in parts if part is not None)


def _result(context: ReportContext) -> Section:
    deciding, _ = deciding_caps(context.assessment.verdict)
    blocks: list[Block] = [panel(context)]
    clash = clash_sentence(context.assessment)
    if clash:
        blocks.append(Paragraph(f"{clash} {IN_FULL_REPORT}"))
    if deciding:
        named = [cap.briefly for cap in deciding[:MOST_CAPS]]
        more = len(deciding) - len(named)
        blocks += [
            Paragraph("What holds the verdict down:"),
            Bullets((*named, *([f"And {more} more."] if more else []))),
        ]
    return Section("result", "The result", (*blocks, Paragraph(ADVISES, Tone.QUIET)))


def _scores(context: ReportContext) -> Section:
    return Section(
        "scores",
        "Scores by dimension",
        (*([radar(context)] if has_radar(context) else []), *score_rows(context, brief=True)),
    )


def _gates(context: ReportContext) -> Section | None:
    if not context.assessment.gates:
        return None
    gates = index_of(context.bank).gates
    by_state = {
        state: [gates[each.gate_id] for each in context.assessment.gates if each.state is state]
        for state in NOT_PASSED
    }
    lines = [f"{GATE_STATES[state]}: {_in_short(found)}." for state, found in by_state.items() if found]
    return Section("gates", "Gates not passed", (Bullets(tuple(lines)) if lines else Paragraph(ALL_PASSED),))


def _in_short(gates: list[Gate]) -> str:
    """The hard gates by name, and how many amber ones: their names stand in the full report."""
    hard = [f"{gate.name} (hard)" for gate in gates if gate.kind is GateKind.HARD]
    amber = len(gates) - len(hard)
    return listed([*hard, *([counted(amber, "amber gate")] if amber else [])])


def _ways(context: ReportContext) -> Section | None:
    lines = [*_models(context), *_forms(context)]
    return Section("ways", "Delivery models and legal forms", (Bullets(tuple(lines)),)) if lines else None


def _models(context: ReportContext) -> list[str]:
    said = headline(context.bank, context.assessment)
    return [said] if said else []


def _forms(context: ReportContext) -> list[str]:
    advice = context.assessment.forms
    if advice is None:
        return []
    if advice.too_early:
        return [advice.too_early_because]
    if advice.too_few_because:
        return [advice.too_few_because]
    facts, forms = index_of(context.bank).facts, index_of(context.bank).forms
    if advice.asks_first:
        return [f"{asks_first_in_words(advice)} {' '.join(facts[each].text for each in advice.asks_first)}"]
    if stand_alike(advice):
        return [ALL_ALIKE]
    return [
        _form(forms[each.form_id].name, [reason.because for reason in strongest_first(each.reasons_for)])
        for each in advice.placed[:FORMS_NAMED]
    ]


def _form(name: str, reasons: list[str]) -> str:
    return f"{name}, to discuss with a lawyer. {reasons[0]}" if reasons else f"{name}, to discuss with a lawyer."


def _actions(context: ReportContext) -> Section:
    waiting = [group for group in by_rule(context.assessment.actions).values() if not planned(context, group).done]
    if not waiting:
        return Section("actions", "What to do first", (Paragraph(NOTHING_TO_DO),))
    first = waiting[:FIRST_ACTIONS]
    heads, cells = plan_columns(context, first)
    rows = tuple(
        (f"{number}. {told_in_short(group)}", *each)
        for number, (group, each) in enumerate(zip(first, cells, strict=True), 1)
    )
    blocks: list[Block] = [
        *ended(context),
        Table("actions-table", "The first actions", (Column("Action", 3.6), *heads), rows),
    ]
    more = len(waiting) - len(rows)
    if more:
        blocks.append(Paragraph(f"And {counted(more, 'more action')} in the full report."))
    return Section("actions", "What to do first", tuple(blocks))
