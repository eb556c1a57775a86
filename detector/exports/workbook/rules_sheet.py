"""How scores and gates become a verdict: every rule with its numbers, and the verdict worked out by them."""

from collections.abc import Sequence

from detector.core.verdict.bands import bands_by_rank
from detector.exports.workbook.book import Book
from detector.exports.workbook.cap_table import SCENARIOS, cap_rows
from detector.exports.workbook.cap_table import columns as cap_columns
from detector.exports.workbook.cells import Layout
from detector.exports.workbook.context import Weighing, WorkbookContext, name
from detector.exports.workbook.note_table import columns as note_columns
from detector.exports.workbook.note_table import note_rows
from detector.exports.workbook.provisional_table import CAUSES, provisional_name, provisional_rows
from detector.exports.workbook.provisional_table import COLUMNS as PROVISIONAL
from detector.exports.workbook.rule_tables import (
    BANDS,
    GRADES,
    PARTS,
    SETTINGS,
    band_rows,
    grade_rows,
    part_rows,
    setting_rows,
    settings,
)
from detector.exports.workbook.stack import Stack
from detector.exports.workbook.verdict_table import COLUMNS as VERDICT
from detector.exports.workbook.verdict_table import verdict_names, verdict_rows

NAME = "Verdict rules"
_ABOUT = (
    "The verdict is what the overall score gives, held down by every rule that holds. Yellow cells may be changed."
)


def rules_sheet(book: Book, context: WorkbookContext, sets: Sequence[Weighing]) -> None:
    """Write the sheet, and name everything that other sheets refer to."""
    stack = Stack(book, NAME, "How scores and gates become a verdict", _ABOUT)
    place = stack.below("The verdict, worked out", VERDICT)
    stack.fill(place, verdict_rows(context, sets, place))
    book.define(dict(verdict_names(place, sets)))
    _bands(book, stack, context)
    _caps(book, stack, context, sets)
    _confidence(book, stack, context)
    _provisional(book, stack, context)
    _settings(book, stack, context)
    last = _grades(book, stack, context)
    sheet = stack.sheet
    sheet.widths(Layout(NAME, cap_columns()))
    sheet.worksheet.freeze_panes(1, 1)
    sheet.set_up_page(context.margin, header=0, last_column=10, last_row=last)


def _cells(place: Layout, rows: int) -> list[dict[str, str]]:
    return [place.cells(place.header + 1 + row) for row in range(rows)]


def _bands(book: Book, stack: Stack, context: WorkbookContext) -> None:
    bands = bands_by_rank(context.bank)
    place = stack.below("Verdicts, the worst first", BANDS)
    last = stack.fill(place, band_rows(bands, _cells(place, len(bands))))
    first = place.header + 1
    keys = ("label", "id", "rank", "from", "start", "changed")
    book.define({f"Band_{key}": place.range(key, first, last) for key in keys})
    message = "A score from 0 to 100. Leave it empty for a verdict that no score reaches, only a rule."
    stack.sheet.at_least(place.range("from", first, last), 0, 100, "From score", message)
    book.mark_changed(stack.sheet, place.range("changed", first, last))


def _caps(book: Book, stack: Stack, context: WorkbookContext, sets: Sequence[Weighing]) -> None:
    if not context.bank.caps:
        return
    place = stack.below("Rules that hold the verdict down", cap_columns())
    first = place.header + 1
    last = stack.fill(place, cap_rows(context, place))
    book.define({f"Cap_limit_{each}": place.range(f"limit_{each}", first, last) for each in SCENARIOS})
    book.define({f"Cap_{key}": place.range(key, first, last) for key in ("at_most", "under", "count", "changed")})
    verdicts = [band.id for band in bands_by_rank(context.bank)]
    message = "The id of a verdict, from the table above."
    stack.sheet.choices(place.range("at_most", first, last), verdicts, "At most", message)
    stack.sheet.at_least(place.range("under", first, last), 0, 100, "Under", "A score from 0 to 100.")
    stack.sheet.at_least(place.range("count", first, last), 1, 100, "From how many", "A whole number from 1.")
    book.mark_changed(stack.sheet, place.range("changed", first, last))
    _notes(book, stack, context, sets, place)


def _notes(book: Book, stack: Stack, context: WorkbookContext, sets: Sequence[Weighing], caps: Layout) -> None:
    place = stack.below("What the rules add to the verdict's words, two notes at most", note_columns(sets))
    last = stack.fill(place, note_rows(context, sets, place, caps))
    book.define({name(each.prefix, "verdict_notes"): place.cell(f"{each.prefix}said", last) for each in sets})


def _provisional(book: Book, stack: Stack, context: WorkbookContext) -> None:
    place = stack.below("Not ready for a decision, while any of these holds", PROVISIONAL)
    stack.fill(place, provisional_rows(context, _cells(place, len(CAUSES))))
    book.define(provisional_name(place))


def _confidence(book: Book, stack: Stack, context: WorkbookContext) -> None:
    place = stack.below("Confidence", PARTS)
    first = place.header + 1
    last = stack.fill(place, part_rows(context, _cells(place, len(_CONFIDENCE))))
    parts = {f"Confidence_{part}": place.cell("value", first + row) for row, part in enumerate(_CONFIDENCE)}
    book.define({**parts, "Part_changed": place.range("changed", first, last)})
    book.define({"Confidence_weight": place.range("weight", first, last - 2)})
    stack.sheet.at_least(place.range("weight", first, last - 2), 0, 1, "Weight", "A number from 0 to 1.")
    book.mark_changed(stack.sheet, place.range("changed", first, last))


_CONFIDENCE = ("coverage", "evidence", "agreement", "measured", "total")


def _settings(book: Book, stack: Stack, context: WorkbookContext) -> None:
    found = settings(context)
    place = stack.below("Settings", SETTINGS)
    first = place.header + 1
    last = stack.fill(place, setting_rows(found, _cells(place, len(found))))
    named = {word: place.cell("value", first + row) for row, word in enumerate(found)}
    states = [row for row, word in enumerate(found, first) if word.startswith("State_at_")]
    together = {
        "State_at_level": place.range("value", states[0], states[-1]),
        "Setting_changed": place.range("changed", first, last),
    }
    book.define({**{word: cell for word, cell in named.items() if not word.startswith("State_at_")}, **together})
    book.mark_changed(stack.sheet, together["Setting_changed"])


def _grades(book: Book, stack: Stack, context: WorkbookContext) -> int:
    place = stack.below("Evidence grades", GRADES)
    last = stack.fill(place, grade_rows(context))
    first = place.header + 1
    book.define({"Grade": place.range("grade", first, last), "Grade_name": place.range("name", first, last)})
    return last
