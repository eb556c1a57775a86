"""The report as one web page in one file, which asks nothing of any other place."""

from detector.exports.page.render import make_page

__all__ = ["make_page"]
