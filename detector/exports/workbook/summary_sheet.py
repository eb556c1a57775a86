"""The first sheet: what came out, here and as exported, and the radar."""

from collections.abc import Iterator, Sequence

from detector.core.scoring import shown, shown_share
from detector.exports.workbook.book import Book, Sheet
from detector.exports.workbook.cells import Column, Formula, Layout, Row, Style
from detector.exports.workbook.context import NO, YES, Weighing, WorkbookContext, name
from detector.exports.workbook.provisional_table import NONE_HOLDS, causes_in_words
from detector.exports.workbook.radar import place_radar
from detector.exports.workbook.verdict_table import NO_OPEN_GATE
from detector.wording.firmness import firmness_sentences
from detector.wording.plain import day
from detector.wording.result import (
    NOTHING_YET,
    PROVISIONAL,
    band_label,
    confidence_sentence,
    provisional_sentence,
    range_sentence,
)

HEADER = 8
LAYOUT = Layout(
    "Summary",
    (
        Column("what", "Result", 36, Style.STRONG),
        Column("here", "Worked out here", 34, Style.RESULT_WORDS),
        Column("exported", "As exported", 34, Style.LEFT),
        Column("same", "Same", 8),
    ),
    header=HEADER,
)
NOT_MEASURED = "Not measured"
_NO_SCORE = "No score"
_ROUNDED = 'IF(ISNUMBER({0}),INT({0}*100+0.5+Tolerance),"{1}")'
# Of a whole: only nothing is 0, and only all of it is 100.
_SHARE = (
    'IF(ISNUMBER({0}),IF({0}<=Tolerance,0,IF({0}>=1-Tolerance,100,MIN(MAX(INT({0}*100+0.5+Tolerance),1),99))),"{1}")'
)
_UNCHANGED = "Nothing has been changed here since the file was made."
Line = tuple[str, str, str | int]


def summary_sheet(
    book: Book, sheet: Sheet, context: WorkbookContext, sets: Sequence[Weighing], scores: Layout
) -> None:
    """Fill the sheet."""
    _opening(sheet, context, sets)
    rows: list[Row] = []
    for what, text, value in _lines(context, sets, scores):
        at = LAYOUT.cells(HEADER + 1 + len(rows))
        same = Formula('=IF(EXACT({here},{exported}),"Yes","No")'.format_map(at), YES)
        rows.append({"what": what, "here": Formula(f"={text}", value), "exported": value, "same": same})
    last = sheet.rows(LAYOUT, rows)
    sheet.widths(LAYOUT)
    book.mark_different(sheet, LAYOUT.range("same", HEADER + 1, last), NO)
    firm = _firmness(context)
    sheet.write(last + 2, 0, "How firm it is, as exported", Style.HEADING)
    for row, line in enumerate(firm, last + 3):
        sheet.write(row, 0, line, Style.LINE)
    place_radar(book, sheet, context, scores)
    sheet.worksheet.freeze_panes(HEADER, 1)
    sheet.set_up_page(context.margin, header=0, last_column=15, last_row=last + 3 + len(firm))


def _opening(sheet: Sheet, context: WorkbookContext, sets: Sequence[Weighing]) -> None:
    report, service = context.report, context.sheet.service
    sheet.write(1, 0, report.title, Style.TITLE)
    whose = " · ".join(part for part in (service.name, service.council) if part.strip())
    sheet.write(2, 0, whose or "No service named yet", Style.LINE)
    sheet.write(3, 0, f"{day(report.on)} · question bank {report.bank_version}", Style.LINE)
    sheet.write(4, 0, _provisional(context), Style.WARNING)
    sheet.height(1, 28)
    sheet.height(4, 22)
    sheet.write(5, 0, _changes(sets, has_caps=bool(context.bank.caps)), Style.LINE)
    sheet.write(
        6,
        0,
        "It advises and never decides. Yellow cells on Answers, Scores and Verdict rules may be changed.",
        Style.LINE,
    )


def _provisional(context: WorkbookContext) -> Formula:
    text = f'=IF(Provisional_causes="","","{PROVISIONAL}: "&Provisional_causes&".")'
    return Formula(text, provisional_sentence(context.bank, context.assessment))


def _changes(sets: Sequence[Weighing], *, has_caps: bool) -> Formula:
    weights = [name(each.prefix, "dimension_changed") for each in sets]
    ranges = [
        "Answer_changed",
        *weights,
        "Band_changed",
        *(["Cap_changed"] if has_caps else []),
        "Part_changed",
        "Setting_changed",
    ]
    count = "+".join(f'COUNTIF({each},"Changed")' for each in ranges)
    told = '"Changed since export: "&(' + count + ')&" rows with other yellow cells. Compare the two columns below."'
    return Formula(f'=IF({count}=0,"{_UNCHANGED}",{told})', _UNCHANGED)


def _lines(context: WorkbookContext, sets: Sequence[Weighing], scores: Layout) -> Iterator[Line]:
    """Each result: what it is, how it is worked out, and what it is as exported."""
    for each in sets:
        yield from _verdict_lines(context, each)
    causes = causes_in_words(context)
    yield "Why it is not ready for a decision", f'IF(Provisional_causes="","{NONE_HOLDS}",Provisional_causes)', causes
    found = context.assessment.confidence
    yield "Confidence, out of 100", _ROUNDED.format("Confidence_total", _NO_SCORE), shown(found.total)
    yield "Answered, by weight", _SHARE.format("Confidence_coverage", _NO_SCORE), shown_share(found.coverage)
    yield "Evidence behind the answers", _ROUNDED.format("Confidence_evidence", _NO_SCORE), shown(found.evidence)
    agreement = NOT_MEASURED if found.agreement is None else shown(found.agreement)
    yield "Agreement between groups", _ROUNDED.format("Confidence_agreement", NOT_MEASURED), agreement
    yield (
        "Weight on which groups were compared",
        _SHARE.format("Confidence_measured", _NO_SCORE),
        shown_share(found.measured),
    )
    yield from _score_lines(context, scores)


def _verdict_lines(context: WorkbookContext, each: Weighing) -> Iterator[Line]:
    verdict = each.verdict
    yield f"Verdict{each.said}", name(each.prefix, "verdict_now"), verdict.label
    bands = (
        ("By the score alone", "alone", verdict.uncapped),
        ("If every unknown is at level 0", "worst", verdict.low),
        ("If every unknown is at level 3", "best", verdict.high),
    )
    for what, part, band in bands:
        yield f"{what}{each.said}", name(each.prefix, f"verdict_{part}"), band_label(context.bank, band)
    passed = NO_OPEN_GATE if verdict.if_passed is None else band_label(context.bank, verdict.if_passed[0])
    yield f"At worst if the open hard gates pass{each.said}", name(each.prefix, "verdict_passed"), passed
    parts = (
        ("Overall score, out of 100", "score", each.overall.score),
        ("Lowest it can turn out", "low", each.overall.low),
    )
    for what, part, value in (*parts, ("Highest it can turn out", "high", each.overall.high)):
        cell = name(each.prefix, f"overall_{part}")
        yield f"{what}{each.said}", _ROUNDED.format(cell, _NO_SCORE), _NO_SCORE if value is None else shown(value)


def _score_lines(context: WorkbookContext, scores: Layout) -> Iterator[Line]:
    found = context.assessment
    names = [part.name for part in (*context.bank.dimensions, *context.bank.groups)]
    values = [part.score for part in (*found.dimensions, *found.groups)]
    for row, (words, value) in enumerate(zip(names, values, strict=True), 2):
        told = _NO_SCORE if value is None else shown(value)
        yield words, _ROUNDED.format(scores.cell("exact", row), _NO_SCORE), told


def _firmness(context: WorkbookContext) -> tuple[str, ...]:
    bank, found = context.bank, context.assessment
    if found.overall.score is None:
        return (NOTHING_YET,)
    said = (range_sentence(bank, found), confidence_sentence(bank, found), *firmness_sentences(bank, found))
    return tuple(line for line in said if line)
