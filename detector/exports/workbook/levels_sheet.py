"""The questions with their four described levels, which the answers are put into words by."""

from detector.core.bank import LEVELS
from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Column, Layout, Row, Style
from detector.exports.workbook.context import WorkbookContext

LAYOUT = Layout(
    "Levels",
    (
        Column("question", "Question", 10, Style.STRONG),
        Column("text", "What is asked", 40),
        *(Column(f"level{level}", f"Level {level}", 32) for level in range(LEVELS)),
        Column("why", "Why it is asked", 40),
        Column("evidence", "Evidence that would show it", 32),
        Column("sources", "Sources", 12),
    ),
)


def levels_sheet(book: Book, context: WorkbookContext) -> None:
    """Write the sheet, and name the levels."""
    rows: list[Row] = [
        {
            "question": question.id,
            "text": question.text,
            **{f"level{level}": words for level, words in enumerate(question.levels)},
            "why": question.why,
            "evidence": question.evidence,
            "sources": ", ".join(str(number) for number in question.sources),
        }
        for dimension in context.bank.dimensions
        for question in dimension.questions
    ]
    sheet = book.sheet(LAYOUT.sheet)
    last = sheet.rows(LAYOUT, rows)
    sheet.widths(LAYOUT)
    sheet.worksheet.freeze_panes(1, 1)
    sheet.set_up_page(context.margin, header=1, last_column=len(LAYOUT.columns) - 1, last_row=last)
    end = LAYOUT.range(f"level{LEVELS - 1}", last, last).rpartition("!")[2]
    book.define(
        {
            "Level_question": LAYOUT.range("question", 2, last),
            "Level_words": f"{LAYOUT.range('level0', 2, 2)}:{end}",
        }
    )
