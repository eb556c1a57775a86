"""Gates: answers that can stop the idea or hold it back."""

from collections.abc import Sequence

from detector.core.bank.index import index_of
from detector.core.gates import GateResult
from detector.report.blocks import Block, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.report.widths import text_widths
from detector.wording.gates import GATE_STATES, NOT_PASSED, gate_title, what_clears, worst_first
from detector.wording.statements import numbered

MEANING = (
    "A hard gate that fails stops the idea. An amber gate that has failed must be put right before a business case; "
    "one that is unclear is a doubt."
)
ALL_PASSED = "Every gate that applies is passed."


def gates_section(context: ReportContext) -> Section | None:
    """Every gate, the worst first: why it is where it is, why it exists, and what clears it."""
    ordered = worst_first(context.assessment.gates)
    if not ordered:
        return None
    held = [result for result in ordered if result.state in NOT_PASSED]
    others = [result for result in ordered if result.state not in NOT_PASSED]
    blocks: list[Block] = [Paragraph(MEANING, Tone.QUIET)]
    blocks.append(_held(context, held) if held else Paragraph(ALL_PASSED))
    if others:
        blocks.append(_cleared(context, others))
    return Section("gates", "Gates", tuple(blocks))


def _held(context: ReportContext, held: Sequence[GateResult]) -> Table:
    gates = index_of(context.bank).gates
    rows = tuple(
        (
            gate_title(gates[result.gate_id]),
            GATE_STATES[result.state],
            f"{result.because}. {gates[result.gate_id].why} {numbered(gates[result.gate_id].sources)}",
            what_clears(context.bank, gates[result.gate_id]),
        )
        for result in held
    )
    why, cleared = text_widths(rows, (2, 3))
    columns = (Column("Gate", 0.6), Column("State", 0.4), Column("Why", why), Column("Cleared by", cleared))
    return Table("gates-not-passed", "Gates not passed, the worst first", columns, rows)


def _cleared(context: ReportContext, cleared: Sequence[GateResult]) -> Table:
    gates = index_of(context.bank).gates
    rows = tuple(
        (gate_title(gates[result.gate_id]), GATE_STATES[result.state], f"{result.because}.") for result in cleared
    )
    columns = (Column("Gate", 1.4), Column("State", 0.6), Column("Answer", 2.4))
    return Table("gates-passed", "Gates passed or waived", columns, rows)
