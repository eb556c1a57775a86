"""The numbered sources that a report cites."""

import re
from collections.abc import Iterable, Iterator

from detector.core.bank import Bank
from detector.report.blocks import (
    Block,
    Bullets,
    Figure,
    Panel,
    Paragraph,
    Section,
    SourceLine,
    SourceList,
    Table,
    Terms,
    Tone,
)
from detector.wording.statements import RELIABILITY, how_read

CITED = re.compile(r"\[(\d{1,4})\]")
READ_IN_COPIES = "Copies of these were read, often in part. Open the live page before you rely on one."


def sources_section(bank: Bank, sections: Iterable[Section]) -> Section | None:
    """Every source whose number stands in brackets somewhere in these sections, a note's own words included."""
    numbers = {int(number) for text in texts(sections) for number in CITED.findall(text)}
    lines = tuple(
        SourceLine(
            source.number,
            source.title,
            source.publisher,
            source.address,
            how_read(source),
            RELIABILITY[source.reliability],
        )
        for source in bank.sources
        if source.number in numbers
    )
    if not lines:
        return None
    return Section("sources", "Sources", (Paragraph(READ_IN_COPIES, Tone.QUIET), SourceList(lines)))


def texts(sections: Iterable[Section]) -> Iterator[str]:
    """Every text under these headings, in reading order."""
    for section in sections:
        yield section.title
        for block in section.blocks:
            yield from _texts_of(block)
        yield from texts(section.sections)


def _texts_of(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Terms():
            yield from (part for pair in block.pairs for part in pair)
        case Panel():
            yield from (block.title, block.doubt, *block.lines)
        case Table():
            yield from (block.caption, *(column.heading for column in block.columns))
            yield from (cell for row in block.rows for cell in row)
        case Figure():
            yield from (block.caption, block.alt)
        case SourceList():
            yield from (line.title for line in block.sources)
