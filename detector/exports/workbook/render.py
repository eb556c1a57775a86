"""The whole workbook, sheet by sheet."""

from detector.exports.workbook.about_sheet import about_sheet
from detector.exports.workbook.answers_sheet import answers_sheet
from detector.exports.workbook.book import Book
from detector.exports.workbook.context import WorkbookContext, weighings
from detector.exports.workbook.gates_sheet import gates_sheet
from detector.exports.workbook.levels_sheet import levels_sheet
from detector.exports.workbook.money_sheet import money_sheets
from detector.exports.workbook.reading_sheets import (
    actions_sheet,
    facts_sheet,
    forms_sheet,
    models_sheet,
    sources_sheet,
)
from detector.exports.workbook.rules_sheet import rules_sheet
from detector.exports.workbook.scores_sheet import scores_sheet
from detector.exports.workbook.summary_sheet import LAYOUT as SUMMARY
from detector.exports.workbook.summary_sheet import summary_sheet
from detector.report.blocks import Length
from detector.report.build import build_report
from detector.report.context import ReportContext


def make_workbook(told: ReportContext) -> bytes:
    """An Excel file in which every score and the verdict follow from the answers by formulas."""
    report = build_report(told, Length.FULL)
    context = WorkbookContext(told.bank, told.sheet, told.assessment, report)
    sets = tuple(weighings(context))
    book = Book()
    summary = book.sheet(SUMMARY.sheet)
    scores = scores_sheet(book, context, sets)
    answers_sheet(book, context)
    gates_sheet(book, context)
    rules_sheet(book, context, sets)
    money_sheets(book, context)
    facts_sheet(book, context)
    forms_sheet(book, context)
    models_sheet(book, context)
    actions_sheet(book, context)
    levels_sheet(book, context)
    sources_sheet(book, context)
    about_sheet(book, context)
    summary_sheet(book, summary, context, sets, scores)
    return book.finish(report.title, report.description, report.on, report.history)
