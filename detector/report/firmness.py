"""How firm the verdict is, and what to find out first."""

from collections.abc import Mapping

from detector.charts.firmness_bars import firmness_in_words
from detector.core.robustness.draws import Assumption
from detector.core.robustness.firmness import FewestChanges, WeightThreshold
from detector.core.robustness.outlook import Shares
from detector.report.blocks import Block, Bullets, Column, Figure, FigureKind, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.report.find_out_first import find_out_section
from detector.wording.firmness import (
    ASSUMED,
    BETTER,
    NEARNESS,
    WORSE,
    change_sentence,
    drivers,
    drivers_sentence,
    far_thresholds_sentence,
    fewest_changes_sentence,
    gates_sentence,
    how_tried,
    near_thresholds,
    of_100,
    outlook_sentences,
    threshold_sentence,
)
from detector.wording.result import band_label

FIGURE_CAPTION = "In how many of 100 ways the verdict would be another"
PASSED = "If every open hard gate passes"


def firmness_section(context: ReportContext) -> Section | None:
    """What may change the verdict, the fewest steps to another, and what to find out first."""
    find_out = find_out_section(context)
    found = context.assessment.firmness
    if found is None:
        return find_out
    blocks: list[Block] = [
        Paragraph(drivers_sentence(context.bank, context.assessment)),
        Figure(FigureKind.FIRMNESS, FIGURE_CAPTION, firmness_in_words(context.drawing.firmness)),
        _drivers(context),
        Paragraph(how_tried(context.bank, context.assessment), Tone.QUIET),
        *_outlook(context),
        Paragraph(gates_sentence(context.bank, found)),
    ]
    near: list[Block] = [
        Paragraph(NEARNESS, Tone.QUIET),
        *_steps(context, found.up, BETTER),
        *_steps(context, found.down, WORSE),
        *_weights(context, found.weight_thresholds),
    ]
    parts = (Section("nearness", "How near another verdict is", tuple(near)), *((find_out,) if find_out else ()))
    return Section("firmness", "How firm this is", tuple(blocks), parts)


def _drivers(context: ReportContext) -> Table:
    """The numbers of the figure."""
    rows = tuple((each.name, each.low, each.said, each.high) for each in drivers(context.bank, context.assessment))
    columns = (
        Column("What may vary", 2.0),
        Column("At least", 1.0, True),
        Column("Likeliest", 1.0, True),
        Column("At most", 1.0, True),
    )
    return Table("drivers", "The same in numbers", columns, rows)


def _outlook(context: ReportContext) -> list[Block]:
    """What the verdict becomes once all is known, by what is assumed of the answers that are not."""
    said = list(outlook_sentences(context.bank, context.assessment))
    if not said:
        return []
    found = context.assessment.outlook
    blocks: list[Block] = [Paragraph(" ".join(said)), _shares(context, "outlook", "What it becomes", found.shares)]
    if found.if_hard_gates_pass is not None:
        blocks.append(_shares(context, "outlook-passed", PASSED, found.if_hard_gates_pass))
    return blocks


def _shares(context: ReportContext, table_id: str, what: str, shares: Mapping[Assumption, Shares]) -> Table:
    verdicts = [band.id for band in context.bank.bands if any(band.id in each for each in shares.values())]
    rows = tuple(
        (band_label(context.bank, verdict), *(of_100(shares[each].get(verdict, 0.0)) for each in ASSUMED))
        for verdict in verdicts
    )
    columns = (Column("Verdict", 1.6), *(Column(f"Answers {each}", 1.0, True) for each in ASSUMED.values()))
    return Table(table_id, f"{what}, of 100 ways", columns, rows)


def _steps(context: ReportContext, steps: FewestChanges | None, way: str) -> list[Block]:
    said: list[Block] = [Paragraph(fewest_changes_sentence(context.bank, context.assessment, way))]
    if steps is not None:
        said.append(Bullets(tuple(change_sentence(context.bank, step) for step in steps.steps)))
    return said


def _weights(context: ReportContext, thresholds: tuple[WeightThreshold, ...]) -> list[Block]:
    near = tuple(
        threshold_sentence(context.bank, threshold) for threshold in near_thresholds(context.bank, thresholds)
    )
    far = far_thresholds_sentence(context.bank, thresholds)
    blocks: list[Block] = [Paragraph("Single weights that would change the verdict:"), Bullets(near)] if near else []
    return [*blocks, *([Paragraph(far)] if far else [])]
