"""The verdict, what holds it down, and what it would be under the council's own weights."""

from collections.abc import Iterable, Sequence

from detector.charts.words import verdict_scale_in_words
from detector.core.assessment import LocalResult
from detector.core.bank import CapRule
from detector.core.bank.index import index_of
from detector.core.verdict.caps import CapFired, listed
from detector.core.verdict.could_hold import CouldHold
from detector.report.blocks import Block, Bullets, Column, Figure, FigureKind, Panel, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.report.legal_form_limits import conflicts_section
from detector.wording.result import (
    band_label,
    confidence_sentence,
    deciding_caps,
    range_sentence,
    score_alone_sentence,
    score_cells,
    score_sentence,
    waived_hard_gates,
)

ADVISES = "It advises and never decides."
NOT_PROVEN = "The weights and limits behind it are professional judgement, not proven."


def result_section(context: ReportContext) -> Section:
    """The verdict with its range and confidence, and where it lies among the verdicts."""
    description = context.sheet.service.description
    blocks: list[Block] = [
        panel(context),
        Paragraph(f"{ADVISES} {NOT_PROVEN}", Tone.QUIET),
        *([Paragraph(description)] if description.strip() else []),
        *scale(context),
    ]
    parts = (
        conflicts_section(context),
        _held_down(context),
        _could_hold(context),
        _weak(context),
        _own_weights(context),
    )
    return Section("result", "The result", tuple(blocks), tuple(part for part in parts if part is not None))


def panel(context: ReportContext) -> Panel:
    """The verdict in its box."""
    found = context.assessment
    if found.overall.score is None:
        return Panel(found.verdict.label, "", (score_sentence(found),))
    said = (found.verdict.meaning, score_sentence(found), confidence_sentence(context.bank, found))
    return Panel(
        found.verdict.label,
        range_sentence(context.bank, found),
        (*said, *waived_hard_gates(context.bank, found)),
    )


def scale(context: ReportContext) -> list[Figure]:
    """The overall score among the verdicts; no figure before there is a score."""
    if context.drawing.overall is None:
        return []
    low, score, high = context.drawing.overall
    said = verdict_scale_in_words(context.bank.bands, low, score, high, verdict=context.drawing.verdict)
    return [Figure(FigureKind.SCALE, "The overall score among the verdicts", said)]


def _held_down(context: ReportContext) -> Section | None:
    verdict = context.assessment.verdict
    deciding, others = deciding_caps(verdict)
    if not deciding and not others:
        return None
    if not deciding:
        return Section("held-down", "What would hold a better score down", (Bullets(_because(others)),))
    title = "What holds the verdict down" if verdict.id else "What would hold a verdict down"
    briefly = dict.fromkeys(cap.briefly for cap in _once_each(others))
    also = (Paragraph(f"Were that mended, this would still hold it down: {' '.join(briefly)}"),) if briefly else ()
    alone = score_alone_sentence(context.bank, verdict)
    by_score = (Paragraph(alone),) if alone else ()
    return Section("held-down", title, (Bullets(_because(deciding)), *by_score, *also))


def _because(caps: Iterable[CapFired]) -> tuple[str, ...]:
    return tuple(cap.because for cap in _once_each(caps))


def _once_each(caps: Iterable[CapFired]) -> tuple[CapFired, ...]:
    """The strictest cap for each gate and dimension, and for each count of gates."""
    strictest: dict[str, CapFired] = {}
    for cap in caps:
        strictest.setdefault(cap.about or cap.rule, cap)
    return tuple(strictest.values())


def _could_hold(context: ReportContext) -> Section | None:
    by_rule: dict[CapRule, list[CouldHold]] = {}
    for each in context.assessment.verdict.could_hold:
        by_rule.setdefault(each.rule, []).append(each)
    lines = tuple(found[0].because if len(found) == 1 else _together(context, found) for found in by_rule.values())
    return Section("could-hold", "What could still hold it down", (Bullets(lines),)) if lines else None


def _together(context: ReportContext, found: Sequence[CouldHold]) -> str:
    """Several gates or dimensions that could bring the same rule, in one line."""
    names = listed([f"“{each.name}”" for each in found])
    then = f"the verdict is at most “{band_label(context.bank, found[0].at_most)}”"
    under = next((cap.under for cap in context.bank.caps if cap.rule is found[0].rule), None)
    if under is not None:
        return f"{names} can still end under {under:g}. If one of them does, {then}."
    kind = index_of(context.bank).gates[found[0].about].kind.value
    return f"These {kind} gates are not known: {names}. If one of them fails, {then}."


def _weak(context: ReportContext) -> Section | None:
    gates = index_of(context.bank).gates
    lines = tuple(
        f"{gates[gate.gate_id].name}. {gate.because}."
        for gate in context.assessment.gates
        if gate.gate_id in context.assessment.verdict.weak
    )
    return Section("weak-gates", "Weak, but does not hold it down", (Bullets(lines),)) if lines else None


def _own_weights(context: ReportContext) -> Section | None:
    local = context.assessment.local
    if local is None:
        return None
    changed = [part for part in context.bank.dimensions if local.weights.get(part.id, part.weight) != part.weight]
    rows = tuple((part.name, f"{part.weight:g}", f"{local.weights[part.id]:g}") for part in changed)
    columns = (
        Column("Dimension", 2.0),
        Column("The bank's weight", 1.0, True),
        Column("The council's weight", 1.0, True),
    )
    weights = (Table("weights-changed", "Weights that differ", columns, rows),) if rows else ()
    return Section("own-weights", "Under the council's own weights", (_both(context, local), *weights))


def _both(context: ReportContext, local: LocalResult) -> Table:
    found = context.assessment
    (score, interval), (own_score, own_interval) = score_cells(found.overall), score_cells(local.overall)
    return Table(
        "both-weights",
        "The same answers under the bank's weights and under the council's",
        (Column("Result"), Column("The bank's weights", 1.5), Column("The council's weights", 1.5)),
        (
            ("Verdict", found.verdict.label, local.verdict.label),
            ("Overall score", score, own_score),
            ("Possible range", interval, own_interval),
        ),
    )
