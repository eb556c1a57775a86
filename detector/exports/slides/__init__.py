"""A deck as a PowerPoint file: native text, tables and radar chart, all of it editable."""

from detector.exports.slides.render import make_slides

__all__ = ["make_slides"]
