"""The workbook for whoever checks the sums: every score and the verdict as live formulas over the answers."""

from detector.exports.workbook.render import make_workbook

__all__ = ["make_workbook"]
