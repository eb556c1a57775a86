"""Writing sheets, so that no text can become a formula or a link, and the same input gives the same bytes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.chart_radar import ChartRadar
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from detector.exports.formats import FormatId
from detector.exports.shared.clean_text import clean_for, shortened
from detector.exports.shared.dated_zip import day_begins
from detector.exports.workbook.cells import Cell, Formula, Layout, Row, Style, Styled
from detector.exports.workbook.context import CHANGED
from detector.exports.workbook.heights import header_height, row_height
from detector.exports.workbook.looks import BASE, FONT, LOOKS, SIZE

_NO_GUESSING = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_A4, _A3 = 9, 8
_WIDEST_ON_A4 = 170
_MOST_IN_MARGIN = 120
_LONGEST_PROPERTY = 250


class Book:
    """A workbook being written."""

    def __init__(self) -> None:
        self._file = BytesIO()
        self.workbook = Workbook(self._file, {"in_memory": True, **_NO_GUESSING, **_defaults()})
        self.formats = {style: self.workbook.add_format({**BASE, **LOOKS[style]}) for style in Style}

    def sheet(self, name: str) -> "Sheet":
        """A new sheet at the end."""
        return Sheet(self, self.workbook.add_worksheet(name))

    def define(self, names: Mapping[str, str]) -> None:
        """Give cells and ranges names, so that formulas can be read."""
        for name, place in names.items():
            self.workbook.define_name(name, f"={place}")

    def mark_changed(self, sheet: "Sheet", place: str) -> None:
        """Make the cells that say "Changed" stand out."""
        sheet.mark(place, CHANGED, self.formats[Style.CHANGED])

    def mark_different(self, sheet: "Sheet", place: str, words: str) -> None:
        """Make the cells that say a result is another one stand out."""
        sheet.mark(place, words, self.formats[Style.CHANGED])

    def mark_states(self, sheet: "Sheet", place: str) -> None:
        """Make the gates that are not passed stand out."""
        for state, look in (("Failed", Style.FAILED), ("Warning", Style.CHANGED), ("Open", Style.OPEN)):
            sheet.mark(place, state, self.formats[look])

    def radar(self) -> ChartRadar:
        """A radar chart that is not on a sheet yet."""
        chart = self.workbook.add_chart({"type": "radar", "subtype": "with_markers"})
        if not isinstance(chart, ChartRadar):
            raise TypeError("A radar chart was asked for.")
        return chart

    def finish(self, title: str, context: str, on: date, history: str = "") -> bytes:
        """The file; its date is the day given, and `history` which history it was made from."""
        properties = {"title": shortened(title, _LONGEST_PROPERTY), "subject": shortened(context, _LONGEST_PROPERTY)}
        about = {"author": "Mutual Business Detector", "category": "Self-assessment", "created": day_begins(on)}
        self.workbook.set_properties({**properties, **about, "keywords": history})
        self.workbook.close()
        return self._file.getvalue()


class Sheet:
    """A sheet being written. Rows and columns are counted from 1 and 0, as their addresses are."""

    def __init__(self, book: Book, worksheet: Worksheet) -> None:
        self._book = book
        self.worksheet = worksheet
        self._widths: list[float] = []

    def write(self, row: int, column: int, cell: Cell, style: Style) -> None:
        """Write one cell: a text is never anything but text."""
        look = self._book.formats[style]
        match cell:
            case None | "":
                self.worksheet.write_blank(row - 1, column, None, look)
            case Styled():
                self.write(row, column, cell.cell, cell.style)
            case Formula():
                # The library takes the type of the value from its default, 0, but writes texts too.
                value = cell.value
                self.worksheet.write_formula(row - 1, column, cell.text, look, value)  # pyright: ignore[reportArgumentType]
            case str():
                self.worksheet.write_string(row - 1, column, clean_for(FormatId.WORKBOOK, cell), look)
            case int() | float():
                self.worksheet.write_number(row - 1, column, cell, look)

    def rows(self, layout: Layout, rows: Iterable[Row]) -> int:
        """Write a table with its header row, and give its last row."""
        last = layout.header
        for place, column in enumerate(layout.columns):
            head = Style.WORKING_HEADER if column.is_working else Style.HEADER
            self.write(layout.header, place, column.heading, head)
        self.height(layout.header, header_height((column.heading, column.width) for column in layout.columns))
        for last, row in enumerate(rows, layout.header + 1):
            for place, column in enumerate(layout.columns):
                self.write(last, place, row.get(column.key), column.style)
            self.height(last, row_height((row.get(column.key), column.width) for column in layout.columns))
        return last

    def height(self, row: int, points: float) -> None:
        """Make a row this high: not every program fits rows to their text."""
        self.worksheet.set_row(row - 1, points)

    def widths(self, layout: Layout) -> None:
        """Set the columns as wide as the layout says."""
        for place, column in enumerate(layout.columns):
            self.worksheet.set_column(place, place, column.width)
        self._widths = [column.width for column in layout.columns]

    def filtered_table(self, layout: Layout, name: str, rows: Sequence[Row]) -> None:
        """Write a table that a spreadsheet program can filter and sort."""
        last = self.rows(layout, rows)
        head = self._book.formats[Style.HEADER]
        columns = [{"header": column.heading, "header_format": head} for column in layout.columns]
        place = (layout.header - 1, 0, last - 1, len(layout.columns) - 1)
        self.worksheet.add_table(*place, {"name": name, "style": "Table Style Light 1", "columns": columns})
        self.widths(layout)

    def choices(self, place: str, options: Sequence[str], title: str, message: str) -> None:
        """Offer a list to choose from, and refuse anything else."""
        refused = {"error_title": "Choose from the list", "error_message": message}
        asked = {"validate": "list", "source": list(options), "input_title": title, "input_message": message}
        self.worksheet.data_validation(_on_sheet(place), {**asked, **refused})

    def at_least(self, place: str, least: float, most: float, title: str, message: str) -> None:
        """Take only numbers from the least to the most."""
        asked = {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most}
        told = {"input_title": title, "input_message": message, "error_title": title, "error_message": message}
        self.worksheet.data_validation(_on_sheet(place), {**asked, **told})

    def mark(self, place: str, words: str, look: Format) -> None:
        """Colour the cells that say these words."""
        rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": look}
        self.worksheet.conditional_format(_on_sheet(place), rule)

    def set_up_page(self, margin: tuple[str, str], *, header: int, last_column: int, last_row: int) -> None:
        """Landscape, as wide as the page, the header row on every page, and what stands in the margins."""
        page = self.worksheet
        page.set_landscape()
        page.set_paper(_A4 if sum(self._widths[: last_column + 1]) <= _WIDEST_ON_A4 else _A3)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        if header:
            page.repeat_rows(header - 1)
        page.print_area(0, 0, last_row - 1, last_column)
        top, provisional = (_in_margin(text) for text in margin)
        page.set_header(f"&L{top}&R{provisional}")
        page.set_footer(f"&L{provisional.partition('. ')[0]}&C&A&RPage &P of &N")


def _defaults() -> dict[str, dict[str, str | int] | int]:
    # The library writes into what it is given, so every workbook gets its own.
    return {"default_format_properties": {"font_name": FONT, "font_size": SIZE}, "default_column_width": 72}


def _in_margin(text: str) -> str:
    return shortened(text, _MOST_IN_MARGIN).replace("&", "&&")


def _on_sheet(place: str) -> str:
    return place.rpartition("!")[2].replace("$", "")
