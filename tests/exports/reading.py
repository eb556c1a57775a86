"""What kind a file is by its bytes, and the words in a file of any format, in reading order, on one line."""

import csv
import io
import zipfile

from lxml import etree, html
from openpyxl import load_workbook
from pypdf import PdfReader

from detector.exports.formats import FormatId

ZIP = b"PK\x03\x04"
STARTS = {
    FormatId.PDF: b"%PDF-",
    FormatId.WORD: ZIP,
    FormatId.PAGE: b"<!doctype html>",
    FormatId.SLIDES: ZIP,
    FormatId.WORKBOOK: ZIP,
    FormatId.TABLE: b"\xef\xbb\xbf",
    FormatId.ASSESSMENT: b"{",
    FormatId.RESULT: b"{",
}
HOLDS = {
    FormatId.WORD: "word/document.xml",
    FormatId.SLIDES: "ppt/presentation.xml",
    FormatId.WORKBOOK: "xl/workbook.xml",
}


def is_of_kind(data: bytes, format_id: FormatId) -> bool:
    """Whether a file begins as its format does, and an office file holds its main part in a sound archive."""
    if data[:20].lower().startswith(STARTS[format_id].lower()) and format_id not in HOLDS:
        return True
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.testzip() is None and HOLDS.get(format_id) in archive.namelist()


def words_in(data: bytes, format_id: FormatId) -> str:
    """Everything a file says, with single blanks between words."""
    match format_id:
        case FormatId.PDF:
            said = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
        case FormatId.WORD:
            said = _texts(data, "word/document")
        case FormatId.SLIDES:
            said = _texts(data, "ppt/slides/slide", "ppt/notesSlides/", "ppt/charts/")
        case FormatId.PAGE:
            said = [str(text) for text in html.document_fromstring(data.decode()).itertext()]
        case FormatId.WORKBOOK:
            book = load_workbook(io.BytesIO(data), data_only=True)
            said = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        case FormatId.TABLE:
            said = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
        case FormatId.ASSESSMENT | FormatId.RESULT:
            said = [data.decode()]
    return " ".join(" ".join(said).split())


def _texts(data: bytes, *begins: str) -> list[str]:
    """The texts of an office file's parts whose names begin so, in the order of their numbers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [name for name in archive.namelist() if name.startswith(begins) and name.endswith(".xml")]
        ordered = sorted(parts, key=lambda name: (len(name), name))
        return [str(text) for name in ordered for text in etree.fromstring(archive.read(name)).itertext()]
