"""Files that were never meant as assessments, or were meant to do harm: told plainly, at little cost."""

import io
import zipfile

import pytest
from files.file_bank import BANK, answer_with, file_with, problems

from detector.core.answers import Service
from detector.core.errors import FileError
from detector.files.assessment import LARGEST_FILE, read_assessment


def refusal(data: bytes) -> str:
    """The one problem of a file, without its remedy."""
    with pytest.raises(FileError) as caught:
        read_assessment(data, BANK)
    (problem,) = caught.value.problems
    assert problem.remedy
    return f"{problem.place}: {problem.fault}"


def zipped(member: str) -> bytes:
    """A zip archive with one member, as office documents are."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(member, "<x/>")
    return content.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "is a PDF document", id="PDF"),
        pytest.param(zipped("word/document.xml"), "is a Word document", id="Word"),
        pytest.param(zipped("xl/workbook.xml"), "is an Excel workbook", id="Excel"),
        pytest.param(zipped("ppt/presentation.xml"), "is a PowerPoint presentation", id="PowerPoint"),
        pytest.param(zipped("holiday.jpg"), "is a zip archive", id="zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1", "is an older Word, Excel or PowerPoint document", id="old office"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "is a picture", id="picture"),
        pytest.param(b"SQLite format 3\0", "is a database", id="database"),
        pytest.param(b"<!DOCTYPE html><html>", "looks like a web page", id="web page"),
        pytest.param(b"Question,Level\r\nMKT1,2\r\n", "looks like a table (CSV)", id="CSV"),
        pytest.param(b"\xef\xbb\xbfQuestion;Level\r\nMKT1;2\r\n", "looks like a table (CSV)", id="CSV from Excel"),
    ],
)
def test_a_file_of_another_sort_is_called_by_its_name(data: bytes, kind: str) -> None:
    assert refusal(data) == f"the file: This {kind}, not an assessment file."


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"", "the file: It is empty.", id="empty"),
        pytest.param(b" \n\t", "the file: It is empty.", id="blank"),
        pytest.param(
            file_with().decode().encode("utf-16"),
            "the file: It is saved as UTF-16 (Notepad calls it Unicode), not as UTF-8.",
            id="UTF-16",
        ),
        pytest.param(
            '{\n"name": "Caf\xe9"}'.encode("latin-1"), "line 2: A character here is not UTF-8.", id="Latin-1"
        ),
        pytest.param(b"[1, 2]", "the file: It holds a list, not an assessment.", id="a list"),
        pytest.param(
            b"x" * (LARGEST_FILE + 1),
            "the file: It is larger than 24 MB, so it cannot be an assessment file.",
            id="large",
        ),
        pytest.param(
            b'{"a":' * 100_000,
            "the file: Its brackets are nested far too deep for an assessment file.",
            id="deep groups",
        ),
        pytest.param(
            b'{"a": ' + b"[" * 100_000,
            "the file: Its brackets are nested far too deep for an assessment file.",
            id="deep lists",
        ),
        pytest.param(
            b'{"a": 1,\n "b" 2}',
            "line 2, column 6: A colon is missing here, between a name and its value.",
            id="no colon",
        ),
        pytest.param(
            b'{"a": 1\n"b": 2}', "line 2, column 1: A comma or a closing bracket is missing here.", id="no comma"
        ),
        pytest.param(
            b'{"a": x}', "line 1, column 7: A value is missing here, or is not in double quotes.", id="bare word"
        ),
        pytest.param(
            b'{"a": 1} {}', "line 1, column 10: The file goes on here after its end.", id="more after the end"
        ),
        pytest.param(
            b'{"a": "\\x"}',
            "line 1, column 8: A backslash in a text is followed here by something that has no meaning.",
            id="backslash",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(data: bytes, fault: str) -> None:
    assert refusal(data) == fault


@pytest.mark.parametrize("kept", [1, 20, 60, 100, 150, -1], ids="{} bytes kept".format)
def test_a_file_cut_off_anywhere_says_so(kept: int) -> None:
    whole = answer_with(level=2, note="Needs assessment")

    assert refusal(whole[:kept]).endswith("The file ends before it is complete.")


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 100_000], ids=lambda word: word[:9]
)
@pytest.mark.parametrize("place", ["turnover", "core_share", "staff_headcount", "staff_fte"])
def test_a_number_that_is_none_is_refused(place: str, number: str) -> None:
    data = file_with(facts={place: 0}).replace(f'"{place}": 0'.encode(), f'"{place}": {number}'.encode())

    assert refusal_place(data) == f"facts.{place}"


@pytest.mark.parametrize("written", ["-0.0", "-0", "-0e5", "0.0"])
def test_nought_has_no_sign(written: str) -> None:
    data = file_with(facts={"turnover": 1}).replace(b'"turnover": 1', f'"turnover": {written}'.encode())

    assert str(read_assessment(data, BANK).sheet.facts["turnover"]) in {"0", "0.0"}


def test_a_number_too_small_to_be_meant_is_refused_with_the_range() -> None:
    data = file_with(facts={"turnover": 5e-324})

    assert problems(data) == [
        "facts.turnover: 'What is turnover?' takes 0, or a number from 0.01 to 1,000,000,000,000, not 5e-324."
    ]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "9" * 100_000], ids=lambda word: word[:9])
def test_a_weight_that_is_no_number_is_refused(number: str) -> None:
    data = file_with(weights={"MKT": 0}).replace(b'"MKT": 0', f'"MKT": {number}'.encode())

    assert refusal_place(data) == "weights.MKT"


def refusal_place(data: bytes) -> str:
    """Where the one problem of a file is."""
    with pytest.raises(FileError) as caught:
        read_assessment(data, BANK)
    (problem,) = caught.value.problems
    return problem.place


def test_a_mark_before_the_text_is_no_problem() -> None:
    marked = b"\xef\xbb\xbf" + answer_with(level=2)

    assert read_assessment(marked, BANK).sheet.answers["MKT1"].level == 2


@pytest.mark.parametrize(
    "note",
    [
        "<script>alert(1)</script>",
        "=cmd|'/C calc'!A0",
        "\u202egnp.exe",
        "\x07\x1b[2J\r\n\t",
        "a\u0301\U0001f600",
        "**b** $x$",
    ],
    ids=["markup", "formula", "right to left", "control", "emoji", "markdown"],
)
def test_a_note_is_kept_as_typed(note: str) -> None:
    read = read_assessment(answer_with(level=2, note=note), BANK)

    assert read.sheet.answers["MKT1"].note == note


@pytest.mark.parametrize("note", ["a\0b", "\ud800", "x" * 20_001], ids=["NUL", "half a character", "too long"])
def test_a_note_that_cannot_be_kept_is_refused(note: str) -> None:
    assert refusal(answer_with(level=2, note=note)).startswith("answers.MKT1.note: This text ")


ZERO_WIDTH = ["\u200b", "\u200c\u200d", "\u2060\ufeff", "\u3164", "\u202e\u202c", " \u00a0\n"]


@pytest.mark.parametrize("reason", ZERO_WIDTH, ids=ascii)
def test_a_reason_that_nobody_can_see_is_none(reason: str) -> None:
    assert refusal(answer_with(state="not_applicable", reason=reason)).startswith(
        "answers.MKT1.reason: 'How good is MKT1?' is marked not applicable without a reason."
    )


@pytest.mark.parametrize("typed", ZERO_WIDTH, ids=ascii)
def test_a_text_that_nobody_can_see_is_none(typed: str) -> None:
    service = {"name": typed, "council": typed, "description": typed}
    plan = {"fix_MKT1": {"owner": typed, "done": True}}
    data = file_with(service=service, answers={"MKT1": {"level": 2, "note": typed}}, plan=plan)

    read = read_assessment(data, BANK).sheet

    assert read.service == Service()
    assert read.answers["MKT1"].note == read.plan["fix_MKT1"].owner == ""


@pytest.mark.parametrize("typed", ZERO_WIDTH, ids=ascii)
def test_a_fact_or_plan_that_nobody_can_see_is_refused(typed: str) -> None:
    assert "has an empty text" in refusal(file_with(facts={"cpv_code": typed}))
    assert "Nothing is planned" in refusal(file_with(plan={"fix_MKT1": {"owner": typed}}))
