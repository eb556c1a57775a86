"""Tables one under another on a sheet."""

from collections.abc import Sequence

from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Column, Layout, Row, Style


class Stack:
    """A sheet with a title, a line that says what it is about, and tables below them."""

    def __init__(self, book: Book, name: str, title: str, about: str) -> None:
        self.name = name
        self.sheet = book.sheet(name)
        self.sheet.write(1, 0, title, Style.TITLE)
        self.sheet.height(1, 28)
        self.sheet.write(2, 0, about, Style.LINE)
        self.row = 4

    def below(self, title: str, columns: tuple[Column, ...]) -> Layout:
        """Where the next table lies; its title is written."""
        self.sheet.write(self.row, 0, title, Style.HEADING)
        self.sheet.height(self.row, 22)
        return Layout(self.name, columns, header=self.row + 1)

    def fill(self, place: Layout, rows: Sequence[Row]) -> int:
        """Write the rows, and give the last of them."""
        last = self.sheet.rows(place, rows)
        self.row = last + 3
        return max(last, place.header + 1)
