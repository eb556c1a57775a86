"""That the answers came from an older question bank, and what its newer rules hold."""

from collections.abc import Iterator

from detector.core.brought_over import left_to_read, new_since, steps_since
from detector.core.verdict.caps import CapFired
from detector.report.blocks import Block, Bullets, Paragraph, Section
from detector.report.context import ReportContext
from detector.wording.brought_over import NEW_RULES, NO_NEW_RULE, NOT_COMPARED, brought_over_sentence
from detector.wording.result import deciding_caps


def brought_over_section(context: ReportContext) -> Section | None:
    """Where the answers came from, what waits of them, and which new rules hold the verdict; None where none did."""
    left = left_to_read(context.bank, context.sheet)
    if left is None:
        return None
    notes = tuple(Paragraph(step.note) for step in steps_since(context.bank, left.from_version))
    blocks = (Paragraph(brought_over_sentence(left)), *notes, *_rules(context, left.from_version))
    return Section(
        "brought-over", f"Answered on question bank {left.from_version}", (*blocks, Paragraph(NOT_COMPARED))
    )


def _rules(context: ReportContext, version: str) -> tuple[Block, ...]:
    """Which of the new rules hold the verdict; nothing before there is one."""
    if context.assessment.verdict.id is None:
        return ()
    held = tuple(dict.fromkeys(cap.because for cap in _by_new_rules(context, version)))
    return (Paragraph(NEW_RULES), Bullets(held)) if held else (Paragraph(NO_NEW_RULE),)


def _by_new_rules(context: ReportContext, version: str) -> Iterator[CapFired]:
    rules, gates = new_since(context.bank, version)
    deciding, _ = deciding_caps(context.assessment.verdict)
    for cap in deciding:
        if cap.rule in rules or gates.intersection(cap.causes):
            yield cap
