"""The colours of slides, as the file wants them."""

from pptx.dml.color import RGBColor

HEADING = "#12568f"
"""Behind the headings of a table: 7.6 with white letters on it."""

STRIPE = "#f3f2f1"
"""Behind every second row of a table."""


def colour(code: str) -> RGBColor:
    """A colour from its code, like #1d70b8."""
    return RGBColor.from_string(code.removeprefix("#").upper())
