"""Recognising what was brought instead of an assessment file."""

_ZIPPED = (
    (b"word/document.xml", "a Word document"),
    (b"xl/workbook.xml", "an Excel workbook"),
    (b"ppt/presentation.xml", "a PowerPoint presentation"),
    (b"opendocument", "a LibreOffice document"),
    (b"", "a zip archive"),
)
_BEGINNINGS = (
    (b"%PDF", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an older Word, Excel or PowerPoint document"),
    (b"{\\rtf", "a rich text document"),
    (b"SQLite format 3\0", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"MZ", "a program"),
)
_TEXT_BEGINNINGS = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("<?xml", "an XML file"),
    ("<svg", "a picture"),
)


def kind_of_bytes(data: bytes) -> str | None:
    """What sort of file this is, going by its first bytes, or None where it may be text."""
    if data.startswith(b"PK\x03\x04"):
        return next(words for mark, words in _ZIPPED if mark in data)
    return next((words for mark, words in _BEGINNINGS if data.startswith(mark)), None)


def kind_of_text(text: str) -> str | None:
    """What sort of text file this is, going by its first line, or None where it may be JSON."""
    start = text[:2000].lstrip()
    if start.startswith(("{", "[")):
        return None
    folded = start.casefold()
    for mark, words in _TEXT_BEGINNINGS:
        if folded.startswith(mark):
            return words
    first_line = start.partition("\n")[0]
    if any(sum(part != "" for part in first_line.split(separator)) > 1 for separator in ",;\t"):
        return "a table (CSV)"
    return None
