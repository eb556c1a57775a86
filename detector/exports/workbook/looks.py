"""The looks of cells. Every text reaches a contrast of 4.5 on its fill; nothing is told by colour alone."""

from detector.charts.palette import GRID, INK, INTERVAL, PAPER, SECONDARY, STOP
from detector.exports.workbook.cells import Style

DARK = "#12568f"
"""Fill of header rows: 7.6 for white on it."""

YELLOW = "#fff7bf"
"""Fill of the cells to change: 18 for ink on it."""

RED = "#8f2d0c"
"""What must be seen: 8.4 on white."""

FONT = "Arial"
"""Every machine has it, or one of the same widths."""

SIZE = 11

BASE: dict[str, str | int | bool] = {
    "font_name": FONT,
    "font_size": SIZE,
    "font_color": INK,
    "valign": "top",
    "text_wrap": True,
}
_LINES = {"border": 1, "border_color": GRID}
_ALONE = {"text_wrap": False}
_NUMBER = {"align": "right", "indent": 1, **_ALONE, **_LINES}
_POUNDS = "#,##0.00"
_HEAD = {"bold": True, "text_wrap": True, **_LINES}
LOOKS: dict[Style, dict[str, str | int | bool]] = {
    Style.TITLE: {"bold": True, "font_size": 18, **_ALONE},
    Style.HEADING: {"bold": True, "font_size": 14, **_ALONE},
    Style.LINE: {**_ALONE},
    Style.WARNING: {"bold": True, "font_color": RED, "font_size": 14, **_ALONE},
    Style.HEADER: {"bg_color": DARK, "font_color": PAPER, **_HEAD},
    Style.WORKING_HEADER: {"bg_color": STOP, "font_color": SECONDARY, **_HEAD},
    Style.TEXT: _LINES,
    Style.STRONG: {"bold": True, **_LINES},
    Style.LEFT: {"num_format": "0", "align": "left", **_LINES},
    Style.RESULT_WORDS: {"num_format": "0", "bold": True, "bg_color": INTERVAL, "align": "left", **_LINES},
    Style.INPUT: {"bg_color": YELLOW, **_ALONE, **_LINES, "align": "center", "border_color": SECONDARY},
    Style.WHOLE: {"num_format": "0", **_NUMBER},
    Style.RESULT: {"num_format": "0", "bold": True, "bg_color": INTERVAL, **_NUMBER},
    Style.ONE_PLACE: {"num_format": "0.0", **_NUMBER},
    Style.PERCENT: {"num_format": "0.0%", **_NUMBER},
    Style.EXACT: {"num_format": "0.000000", "font_color": SECONDARY, **_NUMBER},
    Style.DATE: {"num_format": "d mmmm yyyy", "align": "left", **_LINES},
    Style.CHANGED: {"bold": True, "bg_color": "#f9e6d8"},
    Style.FAILED: {"bold": True, "bg_color": RED, "font_color": PAPER},
    Style.OPEN: {"bold": True, "bg_color": STOP},
    Style.MONEY: {"num_format": _POUNDS, **_NUMBER},
    Style.MONEY_INPUT: {"num_format": _POUNDS, "bg_color": YELLOW, **_NUMBER, "border_color": SECONDARY},
    Style.MONEY_RESULT: {"num_format": _POUNDS, "bold": True, "bg_color": INTERVAL, **_NUMBER},
    Style.ABSENT: {"bg_color": STOP, "font_color": SECONDARY, **_LINES},
}
