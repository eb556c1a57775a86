"""The look of a council's own Word template."""

from detector.core.errors import FileError, Problem
from detector.exports.word.look import Look


def council_look(data: bytes) -> Look:
    """The look of this template.

    Raises:
        FileError: if the template cannot be used.
    """
    raise FileError([Problem("Word template", f"Templates ({len(data)} bytes) cannot be used yet.", "Use our look.")])
