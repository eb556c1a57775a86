"""How the workbook is made and what it cannot do."""

from collections.abc import Iterable, Iterator

from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Column, Layout, Row, Style
from detector.exports.workbook.context import WorkbookContext
from detector.report.blocks import Bullets, Paragraph, Section

LAYOUT = Layout("About", (Column("what", "About", 26, Style.STRONG), Column("says", "What it says", 110)))
_TOLD = (
    ("What this is", "Every score and the verdict of one assessment, worked out by formulas from the sheet Answers."),
    (
        "What may be changed",
        "The yellow cells: answers, evidence grades and weights of questions on Answers, weights of dimensions on "
        "Scores, and the numbers on Verdict rules. Everything else follows. Summary says whether anything has been "
        "changed, and shows each result beside the one exported.",
    ),
    (
        "A question's value",
        "The level counted, divided by 3. Level 3 counts as level 2 while its evidence grade is under the one that "
        "Verdict rules names. Don't know and Not answered have no value. Not applicable leaves the sums.",
    ),
    (
        "A dimension's score",
        "The mean of the values, weighted by question. Its lowest and highest are the same mean with every unknown "
        "at level 0 and at level 3. A dimension where nothing applies gives up its weight.",
    ),
    (
        "Groups and the overall score",
        "The mean of the answers given, each by its own weight: the dimension's weight on Scores by the question's "
        "share of it. A dimension counts only as far as it is answered.",
    ),
    (
        "The verdict",
        "The best verdict whose score is reached, held down by every rule on Verdict rules that holds. It is named "
        "once enough is answered, or where the worst and the best that it can become are the same.",
    ),
    (
        "Gates in grey",
        "They do not apply to this council: their question is not asked. That is as it was at export.",
    ),
    (
        "How numbers are rounded",
        "Half up, and only where they are shown: 62.5 is shown as 63. The grey columns hold the exact numbers, "
        "from 0 to 1.",
    ),
    (
        "What is not worked out here",
        "How firm the verdict is, legal forms, delivery models and actions are as exported. They do not follow a "
        "change. Nor does the column Asked on Answers: where one answer decides whether another question is asked, "
        "that is as it was at export.",
    ),
    (
        "Taking a change back",
        "A change made here stays in this file. Enter it in the Mutual Business Detector too, so that every document "
        "says the same.",
    ),
    (
        "Long notes",
        "A row can be 27 lines high. The rest of a longer note is in the cell: select it and read it in the formula "
        "bar. Of a text over 32,767 characters the end is left out, and the text says so.",
    ),
    ("Names", "Formulas use names (Answer_level, Dimension_weight). Name Manager in Excel shows the range of each."),
)


def about_sheet(book: Book, context: WorkbookContext) -> None:
    """Write the sheet: what the workbook does, and what the report says of method and limits."""
    rows: list[Row] = [{"what": what, "says": says} for what, says in _TOLD]
    rows.append({"what": "What all of it rests on", "says": context.bank.judgement_note})
    rows += [{"what": title, "says": text} for title, text in _method(context.report.sections)]
    sheet = book.sheet(LAYOUT.sheet)
    last = sheet.rows(LAYOUT, rows)
    sheet.widths(LAYOUT)
    sheet.worksheet.freeze_panes(1, 0)
    sheet.set_up_page(context.margin, header=1, last_column=1, last_row=last)


def _method(sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
    """What the report says of its method, where it says anything."""
    for section in sections:
        if section.id == "method":
            for each in (section, *section.sections):
                for block in each.blocks:
                    match block:
                        case Paragraph():
                            yield each.title, block.text
                        case Bullets():
                            yield each.title, "\n".join(block.items)
                        case _:
                            continue
