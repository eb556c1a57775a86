import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from exports.pdf_reading_back import (
    fonts_of,
    opened,
    outline_length,
    page_count,
    pages_of,
    said,
    tags_of,
    text_of,
    with_inside,
)
from exports.word_reading import report_of
from report.report_parts import EXAMPLES, all_sections, blocks_of, example, report_on, tables_of

from detector.bank_files import load_bank
from detector.core.answers import empty_sheet
from detector.exports.pdf import make_pdf, preview_png
from detector.files.assessment import write_assessment
from detector.report.blocks import Figure, Length, Report, SourceList

RAW = '{"note": "Tŷ Dŵr, € and 😀"}\r\n'.encode()
SHORT = 200


@pytest.fixture(scope="module")
def full() -> Report:
    return report_on(load_bank(), example(EXAMPLES[0]))


@pytest.fixture(scope="module")
def data(full: Report) -> bytes:
    return make_pdf(full, RAW)


@pytest.fixture(scope="module")
def pdf(data: bytes) -> pikepdf.Pdf:
    return opened(data)


def test_it_says_what_it_is_and_in_which_language(pdf: pikepdf.Pdf, full: Report) -> None:
    with pdf.open_metadata() as about:
        standards = [str(about[key]) for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")]

    assert str(pdf.docinfo.Title) == full.title
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert standards == ["1", "3", "A"]


def test_each_figure_of_the_report_is_there_with_its_words(pdf: pikepdf.Pdf, full: Report) -> None:
    told = [block.alt for block in blocks_of(full) if isinstance(block, Figure)]

    drawn = [tag.alt for tag in tags_of(pdf) if tag.kind == "Figure"]

    assert drawn == told
    assert all(len(alt) >= 30 for alt in drawn)


def test_each_table_begins_with_the_headers_of_its_columns(pdf: pikepdf.Pdf, full: Report) -> None:
    tables = [list(with_inside(tag)) for tag in tags_of(pdf) if tag.kind == "Table"]

    headers = [[tag.scope for tag in table if tag.kind == "TH"] for table in tables]

    assert headers == [["/Column"] * len(table.columns) for table in tables_of(full)]


def test_every_section_has_a_heading_of_its_depth_and_a_bookmark(pdf: pikepdf.Pdf, full: Report) -> None:
    depths = [f"H{depth}" for depth, _ in all_sections(full.sections)]

    headings = [tag.kind for tag in tags_of(pdf) if tag.kind in ("H1", "H2", "H3")]

    assert headings == ["H1", *depths]
    assert outline_length(pdf) >= len(depths)


def test_only_the_shipped_fonts_are_used_and_all_are_in_the_file(pdf: pikepdf.Pdf) -> None:
    fonts = fonts_of(pdf)

    assert fonts
    assert all(fonts.values())
    assert all("SourceSansPro" in name for name in fonts)


def test_the_assessment_is_attached_byte_for_byte_as_its_source(pdf: pikepdf.Pdf) -> None:
    attached = pdf.attachments["assessment.json"]

    assert attached.get_file().read_bytes() == RAW
    assert attached.get_file().mime_type == "application/json"
    assert attached.relationship == pikepdf.Name.Source


def test_only_the_sources_are_links(pdf: pikepdf.Pdf, full: Report) -> None:
    notes = [
        thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == "/Link"
    ]

    linked = {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}

    lists = [block for block in blocks_of(full) if isinstance(block, SourceList)]
    sources = {source.address for each in lists for source in each.sources if source.address}
    assert linked == sources


def test_everything_in_the_tables_is_printed(data: bytes, full: Report) -> None:
    printed = said(text_of(data))

    missing = [
        word
        for table in tables_of(full)
        for row in table.rows
        for cell in row
        for word in ([cell] if len(cell) < SHORT else cell.split())
        if said(word) not in printed
    ]

    assert not missing


def test_the_same_report_gives_the_same_bytes_and_another_day_gives_others(full: Report, data: bytes) -> None:
    again = make_pdf(full, RAW)
    later = make_pdf(replace(full, on=full.on.replace(year=2027)), RAW)

    assert hashlib.sha256(again).digest() == hashlib.sha256(data).digest()
    assert later != data


def test_eight_at_once_are_eight_right_documents() -> None:
    reports = [replace(report_of(f"number {number}"), title=f"Document {number}") for number in range(8)]

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(make_pdf, reports, [RAW] * 8))

    texts = [said(text_of(each)) for each in made]
    assert all(said(f"Document {number}") in text for number, text in enumerate(texts))
    assert all(f"Plainnumber{number}" in text for number, text in enumerate(texts))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_summary_of_an_example_takes_two_pages(path: Path) -> None:
    report = report_on(load_bank(), example(path), Length.SUMMARY)

    assert page_count(make_pdf(report, RAW)) == 2


def test_a_summary_of_long_names_is_set_closer_to_take_two_pages() -> None:
    sheet = example(EXAMPLES[-1])
    service = replace(sheet.service, name="A service with a long name " * 5, council="A combined authority " * 4)
    report = report_on(load_bank(), replace(sheet, service=service), Length.SUMMARY)

    assert page_count(make_pdf(report, RAW)) == 2


@pytest.mark.parametrize("length", Length)
def test_an_assessment_without_answers_can_be_set(length: Length) -> None:
    bank = load_bank()
    sheet = empty_sheet(bank)

    made = make_pdf(report_on(bank, sheet, length), write_assessment(bank, sheet))

    assert "Tooearlytosay" in said(text_of(made))


def test_a_provisional_result_says_so_on_every_page() -> None:
    report = report_of(provisional="Not ready for a decision. Too little is known.")

    pages = pages_of(make_pdf(report, RAW))

    assert "Too little is known." in pages[0]
    assert all("Not ready for a decision" in page for page in pages)


def test_a_preview_is_a_picture_of_the_page() -> None:
    first, second, last = (preview_png(report_of(), page) for page in (1, 2, 999))

    assert all(page.startswith(b"\x89PNG") for page in (first, second, last))
    assert len({first, second, last}) == 3
