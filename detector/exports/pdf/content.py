"""A report as the template reads it: plain data, in which every text is text and never markup."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import assert_never

from detector.exports.pdf.letters import printed, with_breaks
from detector.exports.shared.clean_text import shortened
from detector.exports.shared.figures import figure_svg, frame_in_print
from detector.exports.shared.web_address import is_web_address
from detector.report.blocks import (
    Block,
    Bullets,
    Figure,
    Length,
    Panel,
    Paragraph,
    Report,
    Section,
    SourceLine,
    SourceList,
    Table,
    Terms,
)
from detector.report.imprint import imprint
from detector.wording.plain import day
from detector.wording.result import PROVISIONAL

Data = str | int | float | bool | Sequence["Data"] | Mapping[str, "Data"]
LONGEST = 10_000
"""Letters in what is no text of a page: a name, a bookmark, an alternative text. The archive standard allows 32 KB."""
MOST_ACROSS = 7
"""Words that stand side by side in a row of headings; a checker takes a longer row for prose that is left unread."""
LONGEST_NAME = 48
"""Letters up to which the first cells of a table read as names, and are set as such."""
SHORT_ROW = 1_600
"""Letters up to which a row of a table stays on one page."""


def document_data(report: Report) -> Mapping[str, Data]:
    """Everything the template sets, but for how tight."""
    return {
        "title": with_breaks(report.title),
        "name": _one_line(report.title),
        "author": _one_line(report.council),
        "description": _one_line(report.description),
        "keywords": [report.history] if report.history else [],
        "running": ", ".join(filter(None, (_one_line(report.service, 34), _one_line(report.council, 24)))),
        "imprint": _texts(imprint(report)),
        "date": day(report.on),
        "on": [report.on.year, report.on.month, report.on.day],
        "bank_version": with_breaks(report.bank_version),
        "provisional": with_breaks(report.provisional),
        "provisional_short": PROVISIONAL if report.provisional else "",
        "is_full": report.length is Length.FULL,
        "sections": [_section(section, report) for section in report.sections],
    }


def _section(section: Section, report: Report) -> Mapping[str, Data]:
    return {
        "title": with_breaks(_one_line(section.title)),
        "blocks": [_block(block, report) for block in section.blocks],
        "sections": [_section(inner, report) for inner in section.sections],
    }


def _block(block: Block, report: Report) -> Mapping[str, Data]:
    made: Mapping[str, Data]
    match block:
        case Paragraph(text, tone):
            made = {"text": with_breaks(text), "tone": tone}
        case Bullets(items, numbered):
            made = {"items": _texts(items), "numbered": numbered}
        case Terms(pairs):
            made = {"pairs": [_texts(pair) for pair in pairs]}
        case Panel(title, doubt, lines):
            made = {"title": with_breaks(title), "doubt": with_breaks(doubt), "lines": _texts(lines)}
        case Table():
            made = _table(block)
        case Figure():
            made = _figure(block, report)
        case SourceList(sources):
            made = {"sources": [_source(source) for source in sources]}
        case _:
            assert_never(block)
    return {"kind": type(block).__name__, **made}


def _figure(figure: Figure, report: Report) -> Mapping[str, Data]:
    return {
        "what": figure.kind,
        "caption": with_breaks(figure.caption),
        "alt": _one_line(figure.alt),
        "svg": printed(figure_svg(figure, report.drawing, frame_in_print(figure, report.length))),
    }


def _table(table: Table) -> Mapping[str, Data]:
    return {
        "caption": with_breaks(table.caption),
        "names_rows": all(len(row[0]) <= LONGEST_NAME for row in table.rows),
        "columns": [
            {"heading": heading, "width": column.width, "is_number": column.is_number}
            for column, heading in zip(table.columns, _headings(table), strict=True)
        ],
        "rows": [
            {"cells": _texts(row), "is_short": max(map(len, row), default=0) * len(row) <= SHORT_ROW}
            for row in table.rows
        ],
    }


def _headings(table: Table) -> list[str]:
    words = [with_breaks(column.heading).split() for column in table.columns]
    lines = ceil(sum(map(len, words)) / MOST_ACROSS)
    return ["\n".join(" ".join(part) for part in _parts(each, lines)) for each in words]


def _parts(words: list[str], lines: int) -> list[list[str]]:
    """The words in at most so many parts, as even as they can be; two words stay together."""
    size = max(2, ceil(len(words) / lines))
    return [words[start : start + size] for start in range(0, len(words), size)]


def _source(source: SourceLine) -> Mapping[str, Data]:
    return {
        "number": source.number,
        "title": with_breaks(source.title),
        "about": [with_breaks(text) for text in (source.publisher, source.kind, source.read) if text],
        "address": printed(source.address),
        "is_link": is_web_address(source.address),
    }


def _texts(texts: Sequence[str]) -> list[str]:
    return [with_breaks(text) for text in texts]


def _one_line(text: str, longest: int = LONGEST) -> str:
    return shortened(printed(text), longest)
