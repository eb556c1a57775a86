"""The small workbook behind a chart, from which it is edited: numbers and names only, never a formula."""

import io
from collections.abc import Sequence
from datetime import date

from xlsxwriter import Workbook

from detector.exports.shared.dated_zip import day_begins

SHEET = "Sheet1"
"""The sheet's name, which the chart's references carry."""

Series = tuple[str, Sequence[int | None]]
"""A name and a number for each category, None where there is none."""


def chart_workbook(categories: Sequence[str], series: Sequence[Series], on: date) -> bytes:
    """A sheet with the categories down and the series across, dated `on`."""
    written = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(written, plain) as book:
        book.set_properties({"created": day_begins(on)})
        sheet = book.add_worksheet(SHEET)
        sheet.set_column(0, len(series), 20)
        for row, name in enumerate(categories, 1):
            sheet.write_string(row, 0, name)
        for column, (name, numbers) in enumerate(series, 1):
            sheet.write_string(0, column, name)
            for row, number in enumerate(numbers, 1):
                if number is not None:
                    sheet.write_number(row, column, number)
    return written.getvalue()
