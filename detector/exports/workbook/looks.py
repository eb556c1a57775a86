"""The looks of cells. Every text reaches a contrast of 4.5 on its fill; nothing is told by colour alone."""

from detector.charts.palette import GRID, INK, INTERVAL, PAPER, SECONDARY, STOP
from detector.exports.workbook.cells import Style

DARK = "#12568f"
"""Fill of header rows: 7.6 for white on it."""

YELLOW = "#fff7bf"
"""Fill of the cells to change: 18 for ink on it."""

RED = "#8f2d0c"
"""What must be seen: 8.4 on white."""

BASE: dict[str, str | int | bool] = {
    "font_name": "Calibri",
    "font_size": 11,
    "font_color": INK,
    "valign": "top",
    "text_wrap": True,
}
_ALONE = {"text_wrap": False}
_CENTRE = {"align": "right"}
LOOKS: dict[Style, dict[str, str | int | bool]] = {
    Style.TITLE: {"bold": True, "font_size": 18, **_ALONE},
    Style.HEADING: {"bold": True, "font_size": 14, **_ALONE},
    Style.HEADER: {"bold": True, "bg_color": DARK, "font_color": PAPER, "border": 1, "border_color": GRID},
    Style.WORKING_HEADER: {"bold": True, "bg_color": STOP, "font_color": SECONDARY, "border": 1, "border_color": GRID},
    Style.TEXT: {},
    Style.STRONG: {"bold": True},
    Style.QUIET: {"font_color": SECONDARY},
    Style.WARNING: {"bold": True, "font_color": RED, "font_size": 14, **_ALONE},
    Style.INPUT: {"bg_color": YELLOW, "border": 1, "border_color": SECONDARY, **_CENTRE},
    Style.WHOLE: {"num_format": "0", **_CENTRE},
    Style.RESULT: {"num_format": "0", "bold": True, "bg_color": INTERVAL, **_CENTRE},
    Style.ONE_PLACE: {"num_format": "0.0", **_CENTRE},
    Style.PERCENT: {"num_format": "0.0%", **_CENTRE},
    Style.EXACT: {"num_format": "0.000000", "font_color": SECONDARY, **_CENTRE},
    Style.DATE: {"num_format": "d mmmm yyyy", "align": "left"},
    Style.LINE: {**_ALONE},
    Style.LEFT: {"num_format": "0", "align": "left"},
    Style.RESULT_WORDS: {"num_format": "0", "bold": True, "bg_color": INTERVAL, "align": "left"},
    Style.CHANGED: {"bold": True, "bg_color": "#f9e6d8"},
    Style.FAILED: {"bold": True, "bg_color": RED, "font_color": PAPER},
    Style.OPEN: {"bold": True, "bg_color": STOP},
}
