"""Setting a report with typst, which is loaded only when it is needed: not every machine can have it."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pypdf import PdfReader

from detector.core.errors import ExportError, Problem
from detector.exports.pdf.content import Data, document_data
from detector.report.shapes import Length, Report

if TYPE_CHECKING:
    from typst import Fonts

Form = Literal["pdf", "png"]
PREVIEW_PPI = 100
SUMMARY_PAGES = 2
_TIGHTNESS = {Length.FULL: (0,), Length.SUMMARY: (1, 2, 3, 4)}
"""How close a report may be set: each next step is tried only where the summary needs more than its two pages."""
_TEMPLATE = Path(__file__).with_name("template")
_FONTS = Path(__file__).parents[1] / "fonts"
_INSTEAD = "Take the Word document or the web page instead: they say the same."


def pdf_is_available() -> bool:
    """Whether this machine has what a PDF is set with."""
    return find_spec("typst") is not None


def make_pdf(report: Report, raw: bytes) -> bytes:
    """The report as PDF, with the assessment file `raw` attached, so that it can be opened here again.

    Raises:
        ExportError: if it cannot be set, or this machine has no typst.

    """
    return _set(report, "pdf", raw)[0]


def preview_png(report: Report, page: int = 1) -> bytes:
    """A page of that PDF as a picture, counted from 1; the last one where there are fewer.

    Raises:
        ExportError: as `make_pdf`.

    """
    pages = _set(report, "png", b"")
    return pages[min(page, len(pages)) - 1]


def _set(report: Report, form: Form, raw: bytes) -> list[bytes]:
    """The pages as pictures, or one PDF."""
    data = document_data(report)
    made: list[bytes] = []
    for tightness in _TIGHTNESS[report.length]:
        made = _compiled({**data, "tightness": tightness}, raw, form, report.on)
        pages = len(made) if form == "png" else len(PdfReader(BytesIO(made[0])).pages)
        if pages <= SUMMARY_PAGES:
            break
    return made


def _compiled(data: Mapping[str, Data], raw: bytes, form: Form, on: date) -> list[bytes]:
    try:
        import typst  # noqa: PLC0415 - only where it is there, and only when it is needed
    except ImportError:
        raise _not_made("This machine has no typst, which sets it.") from None
    try:
        made = typst.compile(
            _TEMPLATE / "report.typ",
            root=_TEMPLATE,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format=form,
            ppi=PREVIEW_PPI,
            pdf_standards=["ua-1", "a-3a"] if form == "pdf" else [],
            timestamp=datetime.combine(on, time(), UTC),
            sys_inputs={"data": json.dumps(data), "attachment": raw.decode()},
        )
    except typst.TypstError as error:
        raise _not_made(f"It could not be set: {error.message}.") from error
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> "Fonts":
    """The shipped fonts and no others, so that a document looks the same everywhere; shared by all threads."""
    from typst import Fonts  # noqa: PLC0415 - as above

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FONTS])


def _not_made(fault: str) -> ExportError:
    return ExportError([Problem("the PDF", fault, _INSTEAD)])
