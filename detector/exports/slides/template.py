"""The empty presentation that every deck is set on: 16:9, our sizes and colours, with real layouts."""

import io
import zipfile
from functools import cache
from pathlib import Path

from pptx import Presentation
from pptx.presentation import Presentation as Slides

FOLDER = Path(__file__).with_name("template")
OPENING, MESSAGE_AND_TEXT, MESSAGE = range(3)
"""The layouts, in the order they have in the template."""


def empty_presentation() -> Slides:
    """A presentation without slides."""
    return Presentation(io.BytesIO(_packed()))


@cache
def _packed() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for part in sorted(FOLDER.rglob("*")):
            if part.name.endswith((".xml", ".rels")):
                parts.writestr(part.relative_to(FOLDER).as_posix(), part.read_bytes())
    return packed.getvalue()
