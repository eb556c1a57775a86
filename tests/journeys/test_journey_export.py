"""Taking a result away: seen before it is made, saved with one press, named well, and refused in words."""

import csv
import io
import re
from pathlib import Path

import pytest
from docx import Document
from exports.reading import is_of_kind, words_in
from journeys.officer import Officer
from journeys.sheets import bank, example, kept, questions, sheet
from playwright.sync_api import Download, FilePayload, expect

from detector.exports.formats import FORMATS, FormatId, format_of
from detector.files.assessment import read_assessment

pytestmark = pytest.mark.browser

NAMED = re.compile(r"anyshire-library-service-\d{4}-\d\d-\d\d-[a-z-]+\.[a-z]+")


def export_page(officer: Officer, key: str) -> None:
    """Open the Export page of an assessment, and wait until its preview is there."""
    officer.visit(f"/export?assessment={key}")
    expect(officer.page.get_by_role("img", name="Page 1 of the summary")).to_be_visible()
    officer.wait_until_ready()


def taken(officer: Officer, format_id: FormatId) -> Download:
    """What the browser saves after one press on a format's button."""
    with officer.page.expect_download() as waiting:
        officer.press(f"make-{format_id.value}")
    expect(officer.widget(f"format-{format_id.value}")).to_contain_text(f"✓ Made: {waiting.value.suggested_filename}")
    return waiting.value


def bytes_of(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def choose_template(officer: Officer, name: str, content: bytes) -> None:
    officer.widget("own-template").get_by_text("Use your council's own Word template").click()
    payload = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
    officer.widget("template").locator("input[type=file]").set_input_files(payload)


def test_from_the_start_page_to_a_pdf_that_was_seen_before_it_was_made(officer: Officer) -> None:
    officer.visit()
    officer.press("example-told-no")
    expect(officer.title()).to_contain_text("Results")

    officer.widget("menu").get_by_role("link", name="Export").click()

    expect(officer.title()).to_contain_text("Export")
    for number in (1, 2):
        expect(officer.page.get_by_role("img", name=f"Page {number} of the summary")).to_be_visible()
    assert "Anyshire home help team" in words_in(bytes_of(taken(officer, FormatId.PDF)), FormatId.PDF)


def test_every_format_is_saved_with_one_press_and_opens(officer: Officer) -> None:
    export_page(officer, kept(officer.server, sheet({"MKT1": 2, "COM1": 1})))

    files = {made.id: taken(officer, made.id) for made in FORMATS}

    assert all(NAMED.fullmatch(file.suggested_filename) for file in files.values())
    assert [file.suggested_filename.rpartition(".")[2] for file in files.values()] == [each.ending for each in FORMATS]
    assert [each for each, file in files.items() if not is_of_kind(bytes_of(file), each)] == []


def test_the_full_report_says_more(officer: Officer) -> None:
    export_page(officer, kept(officer.server, example("told-no")))
    summary = taken(officer, FormatId.PAGE)

    officer.widget("export-length").get_by_text("Full report").click()
    expect(officer.page.get_by_role("img", name="Page 1 of the full report")).to_be_visible()
    full = taken(officer, FormatId.PAGE)

    assert summary.suggested_filename.endswith("-summary.html")
    assert full.suggested_filename.endswith("-full-report.html")
    assert len(bytes_of(full)) > len(bytes_of(summary))


def test_the_table_has_every_question(officer: Officer) -> None:
    export_page(officer, kept(officer.server, example("leading-lives-2011")))

    table = list(csv.reader(io.StringIO(bytes_of(taken(officer, FormatId.TABLE)).decode("utf-8-sig"))))

    assert {question.id for question in questions()} <= {cell for row in table for cell in row}


def test_the_assessment_file_reads_back_as_the_same_answers(officer: Officer) -> None:
    export_page(officer, kept(officer.server, example("leading-lives-2011")))

    assert read_assessment(bytes_of(taken(officer, FormatId.ASSESSMENT)), bank()).sheet == example(
        "leading-lives-2011"
    )


def test_welsh_letters_are_folded_in_the_name_and_kept_in_the_file(officer: Officer) -> None:
    export_page(officer, kept(officer.server, sheet({"MKT1": 2}, "Gwasanaeth Dŵr Llŷn")))

    page = taken(officer, FormatId.PAGE)

    assert page.suggested_filename.startswith("anyshire-gwasanaeth-dwr-llyn-")
    assert "Gwasanaeth Dŵr Llŷn" in words_in(bytes_of(page), FormatId.PAGE)


def test_word_takes_the_look_of_the_councils_template(officer: Officer, tmp_path: Path) -> None:
    template = Document()
    template.sections[0].footer.paragraphs[0].text = "Anyshire Council, for everyone"
    template.save(str(tmp_path / "council.docx"))
    export_page(officer, kept(officer.server, sheet({"MKT1": 2})))

    choose_template(officer, "council.docx", (tmp_path / "council.docx").read_bytes())
    expect(officer.widget("format-docx")).to_contain_text("With the look of council.docx")
    made = taken(officer, FormatId.WORD)

    document = Document(str(made.path()))
    footers = [footer.text for section in document.sections for footer in section.footer.paragraphs]
    assert "Anyshire Council, for everyone" in " ".join(footers)


def test_a_template_that_cannot_be_used_is_told_and_word_is_still_made(officer: Officer) -> None:
    export_page(officer, kept(officer.server, sheet({"MKT1": 2})))

    choose_template(officer, "council.docx", b"%PDF-1.7 no Word file")

    expect(officer.error()).to_contain_text("council.docx cannot be used")
    assert is_of_kind(bytes_of(taken(officer, FormatId.WORD)), FormatId.WORD)


def test_the_keyboard_alone_leads_to_a_file_and_stays_where_it_was(officer: Officer) -> None:
    export_page(officer, kept(officer.server, sheet({"MKT1": 2})))
    button = ".st-key-make-json button"

    officer.tab_to(button)
    with officer.page.expect_download() as waiting:
        officer.page.keyboard.press("Enter")
    expect(officer.widget("format-json")).to_contain_text("✓ Made: ")
    officer.wait_until_ready()

    assert waiting.value.suggested_filename.endswith(f".{format_of(FormatId.ASSESSMENT).ending}")
    assert officer.page.evaluate("selector => document.activeElement.matches(selector)", button)


def test_without_an_open_assessment_the_page_says_what_to_do(officer: Officer) -> None:
    officer.visit("/export")

    expect(officer.page.get_by_text("No assessment is open.")).to_be_visible()
