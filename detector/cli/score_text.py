"""The result of one assessment as plain text: the sections of its report that a console has room for."""

from collections.abc import Iterator
from dataclasses import replace

from detector.cli.block_text import WIDTH, block_text, section_text
from detector.core.doubts import doubts
from detector.core.text import one_line
from detector.report.blocks import Figure, Length, Paragraph, Report, Section
from detector.report.build import build_report
from detector.report.context import ReportContext
from detector.wording.subjects import doubt_in_words

IN_FULL = ("result", "brought-over", "scores", "gates", "firmness", "find-out")
IN_SHORT = ("actions", "method")
MORE = "The full report: export FILE --to report.html. For other programs: score FILE --json."


def score_text(context: ReportContext) -> str:
    """The result, its scores, gates and firmness as in the full report, and what to do first, in lines of 88."""
    full, short = build_report(context, Length.FULL), build_report(context, Length.SUMMARY)
    sections = (*_chosen(full, IN_FULL), *_chosen(short, IN_SHORT))
    return "\n".join((_opening(context, full), *(section_text(section) for section in sections), f"{MORE}\n"))


def _opening(context: ReportContext, report: Report) -> str:
    whose = ", ".join(one_line(part) for part in (report.service, report.council) if part.strip())
    lines = [block_text(Paragraph(whose or "A service without a name")), "-" * WIDTH]
    if report.provisional:
        lines.append(block_text(Paragraph(report.provisional)))
    found = doubts(context.bank, context.sheet)
    lines += [block_text(Paragraph(f"Facts as answered: {doubt_in_words(doubt, context.sheet)}")) for doubt in found]
    return "\n".join([*lines, ""])


def _chosen(report: Report, ids: tuple[str, ...]) -> Iterator[Section]:
    """These sections, as far as there are any; a table beside pictures says all that they do."""
    for section in report.sections:
        if section.id in ids:
            is_told = section.id == "scores"
            blocks = tuple(block for block in section.blocks if not (is_told and isinstance(block, Figure)))
            yield replace(section, blocks=blocks)
