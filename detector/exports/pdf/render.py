"""Setting a report with typst, which is loaded only when it is needed: not every machine can have it."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from detector.core.errors import ExportError, Problem
from detector.exports.pdf.content import Data, document_data
from detector.report.blocks import Length, Report

if TYPE_CHECKING:
    from typst import Fonts

Form = Literal["pdf", "png", "pages"]
_PPI: dict[Form, float] = {"pdf": 100, "png": 100, "pages": 1}
"""Dots an inch: enough to read a page on a screen, and to count pages."""
SUMMARY_PAGES = 2
TIGHTNESS = (1, 2, 3, 4)
"""How close a summary may be set: each next step is tried only where it needs more than its two pages."""
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
    if report.length is Length.FULL:
        return _compiled({**data, "tightness": 0}, raw, form, report.on)
    fitted = data
    for tightness in TIGHTNESS:
        fitted = {**data, "tightness": tightness}
        # The typesetter remembers the pages that it laid out, so that setting them again costs next to nothing.
        if len(_compiled(fitted, raw, "pages", report.on)) <= SUMMARY_PAGES:
            break
    return _compiled(fitted, raw, form, report.on)


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
            format="pdf" if form == "pdf" else "png",
            ppi=_PPI[form],
            pdf_standards=["ua-1", "a-3a"] if form == "pdf" else [],
            timestamp=datetime.combine(on, time(), UTC),
            sys_inputs={"data": json.dumps(data), "attachment": raw.decode()},
        )
    except (RuntimeError, OSError) as error:  # what typst says of a text, and what it says of its own files
        raise _not_made(f"It could not be set: {str(error).partition(chr(10))[0]}.") from error
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> "Fonts":
    """The shipped fonts and no others, so that a document looks the same everywhere; shared by all threads."""
    from typst import Fonts  # noqa: PLC0415 - as above

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FONTS])


def _not_made(fault: str) -> ExportError:
    return ExportError([Problem("the PDF", fault, _INSTEAD)])
