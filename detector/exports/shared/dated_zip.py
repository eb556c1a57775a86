"""Office files that are the same bytes for the same content and day, on any system."""

import io
import zipfile
from datetime import date, datetime

EARLIEST = 1980
"""The first year that a packed file can carry."""


def day_begins(on: date) -> datetime:
    """The start of a day, for properties that hold a time too."""
    return datetime(max(on.year, EARLIEST), on.month, on.day)  # noqa: DTZ001 - the formats have no time zone


def dated(data: bytes, on: date) -> bytes:
    """The same zip file with every part in it dated on this day."""
    stream = io.BytesIO()
    begins = day_begins(on)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            fixed = zipfile.ZipInfo(part.filename, (begins.year, begins.month, begins.day, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 0
            new.writestr(fixed, old.read(part))
    return stream.getvalue()
