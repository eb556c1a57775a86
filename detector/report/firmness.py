"""How firm the verdict is, and what to find out first."""

from detector.core.robustness.robustness import FewestChanges, WeightThreshold
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table
from detector.report.context import ReportContext
from detector.wording.firmness import (
    BETTER,
    WORSE,
    change_sentence,
    far_thresholds_sentence,
    fewest_changes_sentence,
    narrowing,
    near_thresholds,
    shares_sentence,
    threshold_sentence,
)
from detector.wording.plain import counted
from detector.wording.subjects import subject_in_words

MOST_LISTED = 10


def firmness_section(context: ReportContext) -> Section | None:
    """Other weights, the fewest steps to another verdict, and the unknown answers that matter most."""
    found = context.assessment.robustness
    find_out = _find_out(context)
    if found is None:
        return find_out
    shares = shares_sentence(context.bank, context.assessment)
    blocks: list[Block] = [
        *([Paragraph(shares)] if shares else []),
        *_steps(context, found.up, BETTER),
        *_steps(context, found.down, WORSE),
        *_weights(context, found.weight_thresholds),
    ]
    return Section("firmness", "How firm this is", tuple(blocks), (find_out,) if find_out else ())


def _steps(context: ReportContext, steps: FewestChanges | None, way: str) -> list[Block]:
    said: list[Block] = [Paragraph(fewest_changes_sentence(context.bank, steps, way))]
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


def _find_out(context: ReportContext) -> Section | None:
    unknown = context.assessment.unknowns
    if not unknown:
        return None
    listed = unknown[:MOST_LISTED]
    rows = tuple((subject_in_words(context.bank, each.question_id), narrowing(each)) for each in listed)
    caption = "Unknown answers, by how much knowing each narrows the possible range, out of 100"
    columns = (Column("Question", 3.0), Column("Narrows it by", 1.0, True))
    blocks: list[Block] = [Table("unknowns", caption, columns, rows)]
    if len(unknown) > len(listed):
        blocks.append(Paragraph(f"And {counted(len(unknown) - len(listed), 'more question')} not known yet."))
    return Section("find-out", "What to find out first", tuple(blocks))
