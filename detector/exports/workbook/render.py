"""The whole workbook, sheet by sheet."""

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.exports.workbook.about_sheet import about_sheet
from detector.exports.workbook.answers_sheet import answers_sheet
from detector.exports.workbook.book import Book
from detector.exports.workbook.gates_sheet import gates_sheet
from detector.exports.workbook.levels_sheet import levels_sheet
from detector.exports.workbook.reading_sheets import (
    actions_sheet,
    facts_sheet,
    forms_sheet,
    models_sheet,
    sources_sheet,
)
from detector.exports.workbook.rules_sheet import rules_sheet
from detector.exports.workbook.scores_sheet import scores_sheet
from detector.exports.workbook.subject import Subject, weighings
from detector.exports.workbook.summary_sheet import LAYOUT as SUMMARY
from detector.exports.workbook.summary_sheet import summary_sheet
from detector.report.blocks import Report


def make_workbook(bank: Bank, sheet: AnswerSheet, assessment: Assessment, report: Report) -> bytes:
    """An Excel file in which every score and the verdict follow from the answers by formulas."""
    subject = Subject(bank, sheet, assessment, report)
    sets = tuple(weighings(subject))
    book = Book()
    summary = book.sheet(SUMMARY.sheet)
    scores = scores_sheet(book, subject, sets)
    answers_sheet(book, subject)
    gates_sheet(book, subject)
    rules_sheet(book, subject, sets)
    facts_sheet(book, subject)
    forms_sheet(book, subject)
    models_sheet(book, subject)
    actions_sheet(book, subject)
    levels_sheet(book, subject)
    sources_sheet(book, subject)
    about_sheet(book, subject)
    summary_sheet(book, summary, subject, sets, scores)
    return book.finish(report.title, report.description, report.on)
