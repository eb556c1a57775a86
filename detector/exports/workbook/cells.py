"""What a sheet is made of: cells, columns by key, and where they lie."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from xlsxwriter.utility import xl_col_to_name


class Style(StrEnum):
    """How a cell looks and shows its number."""

    TITLE = "title"
    HEADING = "heading"
    HEADER = "header"
    WORKING_HEADER = "working header"
    TEXT = "text"
    STRONG = "strong"
    WARNING = "warning"
    INPUT = "input"
    WHOLE = "whole"
    RESULT = "result"
    ONE_PLACE = "one place"
    PERCENT = "percent"
    EXACT = "exact"
    DATE = "date"
    LINE = "line"
    LEFT = "left"
    RESULT_WORDS = "result in words"
    CHANGED = "changed"
    FAILED = "failed"
    OPEN = "open"
    ABSENT = "absent"
    MONEY = "money"
    MONEY_INPUT = "money input"
    MONEY_RESULT = "money result"


@dataclass(frozen=True)
class Formula:
    """A formula, and the value it has on the answers as exported ("" shows as nothing)."""

    text: str
    value: str | float


@dataclass(frozen=True)
class Styled:
    """A cell that looks unlike the rest of its column."""

    cell: "str | int | float | Formula | None"
    style: Style


Cell = str | int | float | Formula | Styled | None
Row = Mapping[str, Cell]


@dataclass(frozen=True)
class Column:
    """A column by its key; `width` in characters. A working column holds steps of the sums and is not printed."""

    key: str
    heading: str
    width: float
    style: Style = Style.TEXT
    is_working: bool = False


@dataclass(frozen=True)
class Layout:
    """Where the columns of one table lie; its header is in row `header` (counted from 1)."""

    sheet: str
    columns: tuple[Column, ...]
    header: int = 1

    def index(self, key: str) -> int:
        """The place of a column, counted from 0."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)

    def cells(self, row: int) -> dict[str, str]:
        """The address of every cell of a row (counted from 1), by column key, for formulas on the same sheet."""
        return {column.key: f"{xl_col_to_name(place)}{row}" for place, column in enumerate(self.columns)}

    def cell(self, key: str, row: int) -> str:
        """The address of one cell, from anywhere in the workbook."""
        return self.range(key, row, row)

    def range(self, key: str, first: int, last: int) -> str:
        """The address of a column from one row to another, from anywhere in the workbook."""
        letter = xl_col_to_name(self.index(key))
        end = "" if first == last else f":${letter}${last}"
        return f"'{self.sheet}'!${letter}${first}{end}"
