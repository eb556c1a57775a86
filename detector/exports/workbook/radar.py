"""The native radar chart, which follows the scores worked out here."""

from detector.charts.palette import GRID, INK, SECONDARY, SERVICE
from detector.charts.words import radar_in_words
from detector.exports.workbook.book import Book, Sheet
from detector.exports.workbook.cells import Layout
from detector.exports.workbook.context import WorkbookContext
from detector.exports.workbook.looks import FONT
from detector.exports.workbook.scores_sheet import FIRST

SIZE = {"width": 700, "height": 520}
ROW = 7
"""Where its top lies: beside the header of the results, so that no title runs under it."""


def place_radar(book: Book, sheet: Sheet, context: WorkbookContext, scores: Layout) -> None:
    """Put the chart beside the results, with everything it shows in words."""
    last = FIRST + len(context.bank.dimensions) - 1
    names = f"={scores.range('name', FIRST, last)}"
    chart = book.radar()
    target = {"color": SECONDARY, "width": 1.75, "dash_type": "dash"}
    chart.add_series(
        {
            "name": "Where the best verdict starts",
            "categories": names,
            "values": f"={scores.range('target', FIRST, last)}",
            "line": target,
            "marker": {"type": "none"},
        }
    )
    fill = {"fill": {"color": SERVICE}, "border": {"color": SERVICE}}
    chart.add_series(
        {
            "name": "This service",
            "categories": names,
            "values": f"={scores.range('chart', FIRST, last)}",
            "line": {"color": SERVICE, "width": 2.5},
            "marker": {"type": "circle", "size": 8, **fill},
        }
    )
    chart.set_title(
        {"name": "Scores of the dimensions, out of 100", "name_font": {"name": FONT, "size": 14, "color": INK}}
    )
    grid = {"visible": True, "line": {"color": GRID}}
    chart.set_y_axis(
        {
            "min": 0,
            "max": 100,
            "major_unit": 25,
            "major_gridlines": grid,
            "num_font": {"name": FONT, "color": SECONDARY},
        }
    )
    chart.set_x_axis({"num_font": {"name": FONT, "size": 10, "color": INK}})
    chart.set_legend({"position": "bottom", "font": {"name": FONT, "size": 11, "color": INK}})
    chart.set_size(SIZE)
    drawing = context.report.drawing
    alt = radar_in_words(drawing.points, drawing.target)
    sheet.worksheet.insert_chart(ROW, 5, chart, {"description": alt})
