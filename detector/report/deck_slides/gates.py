"""What would stop the idea: the gates that are not passed."""

from detector.core.bank import Gate, GateKind
from detector.core.bank.index import index_of, stakeholder_name
from detector.core.gates import GateResult, GateState
from detector.report.blocks import Column, Paragraph, Table, Tone
from detector.report.context import ReportContext
from detector.report.deck import Slide
from detector.report.deck_slides.words import is_or_are, quoted_note
from detector.wording.gates import GATE_STATES, NOT_PASSED, gate_title, what_clears, worst_first
from detector.wording.plain import counted
from detector.wording.statements import cited

MOST_GATES = 8
KINDS = {GateKind.HARD: "Hard", GateKind.AMBER: "Amber"}


def gates_slide(context: ReportContext) -> Slide | None:
    """The gates that are not passed, and who can clear each."""
    if not context.bank.gates:
        return None
    waiting = not_passed(context)
    gates = index_of(context.bank).gates
    title = _gates_message(waiting)
    if not waiting:
        note = "A gate is an answer that can stop the idea or hold it back. All of them are passed or do not apply."
        return Slide("gates", title, (Paragraph(note),), note)
    rows = tuple(_row(context, gates[result.gate_id], result) for result in waiting[:MOST_GATES])
    columns = (Column("Gate", 1.35), Column("Kind", 0.3), Column("Stands", 0.55), Column("Who can clear it", 1.35))
    said = [f"{title}.", *(_said(context, gates[result.gate_id], result) for result in waiting)]
    if len(waiting) > MOST_GATES:
        said.insert(1, f"The slide shows the first {MOST_GATES}; all {len(waiting)} follow here.")
    left = len(waiting) - len(rows)
    more = (Paragraph(f"And {counted(left, 'more gate')}, told in the notes.", Tone.QUIET),) if left else ()
    return Slide("gates", title, (Table("gates", "Gates not passed", columns, rows), *more), "\n".join(said))


def not_passed(context: ReportContext) -> list[GateResult]:
    """The gates that failed, warn or are not known: hard ones first, then as they stand."""
    waiting = [result for result in worst_first(context.assessment.gates) if result.state in NOT_PASSED]
    return sorted(waiting, key=lambda result: result.kind is not GateKind.HARD)


def _gates_message(waiting: list[GateResult]) -> str:
    hard = [result for result in waiting if result.kind is GateKind.HARD]
    failed = [result for result in hard if result.state is GateState.FAILED]
    if failed:
        return f"{counted(len(failed), 'hard gate')} {_have(len(failed))} failed: no score can outweigh that"
    if hard:
        return f"{counted(len(hard), 'hard gate')} {is_or_are(len(hard))} not passed yet, and could stop it"
    if waiting:
        amber = counted(len(waiting), "amber gate")
        return f"No hard gate stands in the way; {amber} {is_or_are(len(waiting))} not passed"
    return "No gate stands in the way"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _row(context: ReportContext, gate: Gate, result: GateResult) -> tuple[str, ...]:
    who = " or ".join(stakeholder_name(context.bank, one) for one in gate.cleared_by[:2])
    return gate.name, KINDS[result.kind], GATE_STATES[result.state], who


def _said(context: ReportContext, gate: Gate, result: GateResult) -> str:
    answer = context.sheet.answers.get(result.question_id)
    parts = [
        f"{gate_title(gate)}: {result.because}.",
        f"What clears it: {what_clears(context.bank, gate)}",
        quoted_note(answer.note) if answer is not None and answer.note.strip() else "",
        cited(context.bank, gate.sources),
    ]
    return " ".join(part for part in parts if part)
