"""From the bytes of a file to JSON, or why not: what was brought instead, or where it is broken."""

import json
from typing import NoReturn

from detector.core.errors import FileError, Problem
from detector.core.messages import shown
from detector.files.assessment.json_tree import Json, Members, constant, fraction, named, whole_number
from detector.files.assessment.problems import MOST_LISTED, ProblemList

LARGEST_FILE = 24 * 1024 * 1024
"""Room for every note and link at its longest, with every character escaped."""
_MOST_MARKS = 2_000_000
"""Brackets, commas and colons: each entry costs many times its size once it is read."""
_AGAIN = "Export the assessment again, or mend this place in a text editor."
_AS_UTF_8 = "Save it again as UTF-8: in Notepad choose Save as, then Encoding: UTF-8."
_BRING_JSON = "Bring the .json file that this program exported."

# What may be brought instead of an assessment file, by its first bytes or words.
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

# The words of Python's JSON reader, and what they mean to a person.
_SYNTAX = (
    ("Expecting property name", "A name in double quotes is missing here, or there is a comma too many before it."),
    ("Illegal trailing comma", "There is a comma too many here."),
    ("Expecting ':'", "A colon is missing here, between a name and its value."),
    ("Expecting ','", "A comma or a closing bracket is missing here."),
    ("Expecting value", "A value is missing here, or is not in double quotes."),
    ("Invalid control character", "A text runs over the end of its line here, or holds a tab."),
    ("Invalid \\", "A backslash in a text is followed here by something that has no meaning."),
    ("Extra data", "The file goes on here after its end."),
)


def decode(data: bytes) -> Json:
    """The JSON in a file; keys that stand twice are kept in `Members.repeated`.

    Raises:
        FileError: if the file is too large, of another sort, not UTF-8 or not JSON.

    """
    if len(data) > LARGEST_FILE:
        megabytes = LARGEST_FILE // (1024 * 1024)
        _refuse("the file", f"It is larger than {megabytes} MB, so it cannot be an assessment file.", _BRING_JSON)
    if kind := _kind_of_bytes(data):
        _refuse("the file", f"This is {kind}, not an assessment file.", _BRING_JSON)
    return _parsed(_text(data))


def add_repeated_keys(tree: Json, problems: ProblemList) -> None:
    """Note every key that stands twice in one group, at any depth."""
    waiting: list[tuple[str, Json]] = [("", tree)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, Members):
            for key, first, second in value.repeated[:MOST_LISTED]:
                fault = f"{named(key)} stands here twice, first as {named(first)} and then as {named(second)}."
                problems.add(place or "the file", fault, "Keep one of them.")
            problems.more += len(value.repeated[MOST_LISTED:])
            inside = [(f"{place}.{shown(key)[1:-1]}".lstrip("."), member) for key, member in value.items()]
            waiting.extend(reversed(inside))


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[1:2] == b"\0" or data[:1] == b"\0":
        _refuse("the file", "It is saved as UTF-16 (Notepad calls it Unicode), not as UTF-8.", _AS_UTF_8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse(f"line {line}", "A character here is not UTF-8.", _AS_UTF_8)
    if not text.strip():
        _refuse("the file", "It is empty.", _BRING_JSON)
    if kind := _kind_of_text(text):
        _refuse("the file", f"This looks like {kind}, not an assessment file.", _BRING_JSON)
    return text


def _kind_of_bytes(data: bytes) -> str | None:
    """What sort of file this is, going by its first bytes, or None where it may be text."""
    if data.startswith(b"PK\x03\x04"):
        return next(words for mark, words in _ZIPPED if mark in data)
    return next((words for mark, words in _BEGINNINGS if data.startswith(mark)), None)


def _kind_of_text(text: str) -> str | None:
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


def _parsed(text: str) -> Json:
    if sum(text.count(mark) for mark in "[{,:") > _MOST_MARKS:
        _refuse("the file", "It lists far more than an assessment can hold.", _BRING_JSON)
    try:
        tree: Json = json.loads(
            text,
            object_pairs_hook=Members,
            parse_int=whole_number,
            parse_float=fraction,
            parse_constant=constant,
        )
    except json.JSONDecodeError as error:
        _refuse_syntax(text, error)
    except RecursionError:
        _refuse("the file", "Its brackets are nested far too deep for an assessment file.", _BRING_JSON)
    return tree


def _refuse_syntax(text: str, error: json.JSONDecodeError) -> NoReturn:
    place = f"line {error.lineno}, column {error.colno}"
    rest = text[error.pos :].rstrip()
    # What is left is the beginning of a word or a number that goes no further, or a text without its end.
    is_cut_off = len(rest) < 6 and not rest.endswith("}") and not error.msg.startswith("Extra data")
    is_cut_off = is_cut_off or error.msg.startswith("Unterminated string")
    if is_cut_off:
        _refuse(place, "The file ends before it is complete.", "It may have been cut off in copying: bring it again.")
    plain = (words for start, words in _SYNTAX if error.msg.startswith(start))
    _refuse(place, next(plain, "This is not JSON."), _AGAIN)


def _refuse(place: str, fault: str, remedy: str) -> NoReturn:
    raise FileError([Problem(place, fault, remedy)])
