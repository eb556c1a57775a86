"""The sheets to read: nothing in them is worked out."""

from collections.abc import Sequence

from detector.exports.workbook.advice_rows import FORMS, form_lines, form_rows, model_rows, models_layout
from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Layout, Row, Style
from detector.exports.workbook.context import NO, YES, WorkbookContext
from detector.exports.workbook.fact_rows import ACTIONS, FACTS, SOURCES, action_rows, fact_rows, source_rows


def facts_sheet(book: Book, context: WorkbookContext) -> None:
    """The facts about the service and the plan."""
    _sheet(book, context, FACTS, fact_rows(context), "Facts")


def forms_sheet(book: Book, context: WorkbookContext) -> None:
    """The legal forms with their reasons."""
    _sheet(book, context, FORMS, form_rows(context), "Legal_forms", form_lines(context))


def models_sheet(book: Book, context: WorkbookContext) -> None:
    """The delivery models side by side, in-house among them."""
    if context.bank.models:
        _sheet(book, context, models_layout(context), model_rows(context), "Models")


def actions_sheet(book: Book, context: WorkbookContext) -> None:
    """The actions, to filter and to carry on with."""
    rows = action_rows(context)
    _sheet(book, context, ACTIONS, rows, "Actions")


def sources_sheet(book: Book, context: WorkbookContext) -> None:
    """The numbered sources."""
    _sheet(book, context, SOURCES, source_rows(context), "Sources")


def _sheet(
    book: Book, context: WorkbookContext, layout: Layout, rows: Sequence[Row], table: str, lines: Sequence[str] = ()
) -> None:
    sheet = book.sheet(layout.sheet)
    place = Layout(layout.sheet, layout.columns, header=len(lines) + 2 if lines else 1)
    for row, line in enumerate(lines, 1):
        sheet.write(row, 0, line, Style.LINE)
    sheet.filtered_table(place, table, rows)
    sheet.worksheet.freeze_panes(place.header, 2 if layout.columns[0].width < 10 else 1)
    if table == "Actions":
        done = place.range("done", place.header + 1, place.header + len(rows))
        sheet.choices(done, (YES, NO), "Done", "Yes or No.")
    last_row = place.header + len(rows)
    sheet.set_up_page(context.margin, header=place.header, last_column=len(layout.columns) - 1, last_row=last_row)
