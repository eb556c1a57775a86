"""Each document bears the head of the history it was made from: in its properties and its words."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from exports.test_all_formats import BANK, MADE, context
from journeys.sheets import example
from pypdf import PdfReader

from detector.core.history import Head
from detector.exports.export import make
from detector.exports.formats import FormatId
from detector.exports.import_pdf import assessment_in
from detector.files.assessment import read_assessment
from detector.report.blocks import Length, Paragraph
from detector.report.context import ReportContext
from detector.report.method import method_section

HEAD = Head(57, "a1b2c3d4e5f6" + "0" * 52)
WITHOUT = context(example("leading-lives-2011"))
KEPT = replace(WITHOUT, head=HEAD)
COPIED = replace(KEPT, from_copy=True)
IN_ZIP = {FormatId.WORD, FormatId.SLIDES, FormatId.WORKBOOK}
DOCUMENTS = [made for made in MADE if made[0] in {*IN_ZIP, FormatId.PDF, FormatId.PAGE}]


def keywords_in(format_id: FormatId, data: bytes) -> str | None:
    """What the properties of a document have as keywords, None where they have none."""
    if format_id is FormatId.PDF:
        metadata = PdfReader(io.BytesIO(data)).metadata
        return None if metadata is None else metadata.keywords
    if format_id in IN_ZIP:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = re.search("<cp:keywords>(.*?)</cp:keywords>", package.read("docProps/core.xml").decode())
    else:
        found = re.search('<meta name="keywords" content="(.*?)">', data.decode())
    return found[1] if found else None


@pytest.mark.parametrize(("format_id", "length"), DOCUMENTS)
def test_the_properties_of_a_document_hold_the_first_letters_of_its_head(format_id: FormatId, length: Length) -> None:
    assert keywords_in(format_id, make(KEPT, format_id, length)) == "History a1b2c3d4e5f6"
    assert not keywords_in(format_id, make(WITHOUT, format_id, length))


def said(told: ReportContext) -> str:
    """What the last paragraph of method and limits says."""
    last = method_section(told).blocks[-1]
    assert isinstance(last, Paragraph)
    return last.text


def test_the_report_says_which_history_it_was_made_from() -> None:
    assert said(KEPT) == "Made after 57 changes. The head of their history is a1b2c3d4e5f6."
    assert said(COPIED) == (
        "Made from a copy taken after 57 changes. As the copy says, the head of their history is a1b2c3d4e5f6."
    )
    assert "history" not in said(WITHOUT)


def test_a_history_of_one_change_is_told_as_one() -> None:
    assert said(replace(KEPT, head=replace(HEAD, changes=1))).startswith("Made after 1 change. ")


@pytest.mark.parametrize("format_id", [FormatId.ASSESSMENT, FormatId.PDF])
def test_a_copy_holds_the_whole_head(format_id: FormatId) -> None:
    data = make(KEPT, format_id, Length.FULL)

    copied = read_assessment(assessment_in(data), BANK)

    assert (copied.head, copied.sheet) == (HEAD, KEPT.sheet)


@pytest.mark.parametrize("format_id", [FormatId.TABLE, FormatId.RESULT])
def test_a_table_and_a_result_hold_no_head(format_id: FormatId) -> None:
    assert make(KEPT, format_id, Length.FULL) == make(WITHOUT, format_id, Length.FULL)


@pytest.mark.parametrize(("format_id", "length"), MADE)
def test_the_same_head_gives_the_same_file(format_id: FormatId, length: Length) -> None:
    assert make(KEPT, format_id, length) == make(replace(KEPT), format_id, length)
