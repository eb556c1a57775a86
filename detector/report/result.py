"""The verdict, what holds it down, and what it would be under the council's own weights."""

from collections.abc import Iterable

from detector.charts.words import verdict_scale_in_words
from detector.core.assessment import LocalResult
from detector.core.verdict.verdict import CapFired
from detector.report.blocks import Block, Bullets, Column, Figure, FigureKind, Panel, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.wording.result import (
    cap_briefly,
    confidence_sentence,
    deciding_caps,
    range_sentence,
    score_cells,
    score_sentence,
    verdict_so_far,
)

ADVISES = "It advises and never decides. The weights and limits behind it are professional judgement, not proven."


def result_section(context: ReportContext) -> Section:
    """The verdict with its range and confidence, and where it lies among the verdicts."""
    description = context.sheet.service.description
    blocks: list[Block] = [
        panel(context),
        Paragraph(ADVISES, Tone.QUIET),
        *([Paragraph(description)] if description.strip() else []),
        *scale(context),
    ]
    parts = (_held_down(context), _own_weights(context))
    return Section("result", "The result", tuple(blocks), tuple(part for part in parts if part is not None))


def panel(context: ReportContext) -> Panel:
    """The verdict in its box."""
    found = context.assessment
    if found.verdict.id is None:
        return Panel(found.verdict.label, "", (score_sentence(found),))
    return Panel(
        verdict_so_far(found),
        range_sentence(context.bank, found),
        (found.verdict.meaning, score_sentence(found), confidence_sentence(found)),
    )


def scale(context: ReportContext) -> list[Figure]:
    """The overall score among the verdicts; no figure before there is a score."""
    if context.drawing.overall is None:
        return []
    low, score, high = context.drawing.overall
    said = verdict_scale_in_words(context.bank.bands, low, score, high, verdict=context.drawing.verdict)
    return [Figure(FigureKind.SCALE, "The overall score among the verdicts", said)]


def _held_down(context: ReportContext) -> Section | None:
    deciding, others = deciding_caps(context.assessment.verdict)
    if not deciding and not others:
        return None
    if not deciding:
        return Section("held-down", "What would hold a better score down", (Bullets(_because(others)),))
    briefly = dict.fromkeys(cap_briefly(context.bank, cap) for cap in _once_each(others))
    also = (Paragraph(f"Were that mended, this would still hold it down: {' '.join(briefly)}"),) if briefly else ()
    return Section("held-down", "What holds the verdict down", (Bullets(_because(deciding)), *also))


def _because(caps: Iterable[CapFired]) -> tuple[str, ...]:
    return tuple(cap.because for cap in _once_each(caps))


def _once_each(caps: Iterable[CapFired]) -> tuple[CapFired, ...]:
    """The strictest cap for each gate and dimension."""
    strictest: dict[str, CapFired] = {}
    for cap in caps:
        strictest.setdefault(cap.about, cap)
    return tuple(strictest.values())


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
