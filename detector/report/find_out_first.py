"""What to find out first, most telling first, with who is best placed to answer."""

from detector.report.blocks import Block, Column, Paragraph, Section, Table
from detector.report.context import ReportContext
from detector.wording.find_out_first import (
    best_placed,
    deciding,
    deciding_sentence,
    find_out_sentences,
    more_sentence,
)
from detector.wording.subjects import subject_in_words

MOST_LISTED = 10
CAPTION = "Unknown answers, by how often each alone decides the verdict"


def find_out_section(context: ReportContext) -> Section | None:
    """The unknown answers by how often each alone decides the verdict, or why none does; None where all is known."""
    found, said = context.assessment.find_out_first, find_out_sentences(context.assessment)
    blocks: list[Block] = [Paragraph(each) for each in said]
    if found:
        listed = found[:MOST_LISTED]
        blocks += [
            Paragraph(f"{subject_in_words(context.bank, found[0].subject_id)} {deciding_sentence(found[0])}"),
            Table("unknowns", CAPTION, _columns(), tuple(_row(context, place) for place in range(len(listed)))),
            *([Paragraph(more_sentence(len(found) - len(listed)))] if len(found) > len(listed) else []),
        ]
    return Section("find-out", "What to find out first", tuple(blocks)) if blocks else None


def _columns() -> tuple[Column, ...]:
    return Column("To find out", 3.0), Column("Decides, of 100 ways", 1.0, True), Column("Best placed", 1.4)


def _row(context: ReportContext, place: int) -> tuple[str, ...]:
    each = context.assessment.find_out_first[place]
    who = ", ".join(best_placed(context.bank, each))
    return subject_in_words(context.bank, each.subject_id), deciding(each), who
