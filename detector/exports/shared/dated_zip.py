"""The finished file, the same bytes for the same deck."""

import io
import zipfile
from datetime import date, datetime

from pptx.presentation import Presentation as Slides

EARLIEST = 1980
"""The first year that a packed file can carry."""


def day_begins(on: date) -> datetime:
    """The start of a day, for properties that hold a time too."""
    return datetime(max(on.year, EARLIEST), on.month, on.day)  # noqa: DTZ001 - the format has no time zone


def packed(slides: Slides, on: date) -> bytes:
    """The presentation as a file in which every part carries the day `on`."""
    written = io.BytesIO()
    slides.save(written)
    stable = io.BytesIO()
    begins = day_begins(on)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(stable, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in parts.infolist():
            dated = zipfile.ZipInfo(part.filename, (begins.year, begins.month, begins.day, 0, 0, 0))
            dated.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(dated, parts.read(part))
    return stable.getvalue()
