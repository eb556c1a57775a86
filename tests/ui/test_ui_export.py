"""The Export page tells what cannot be made, draws a preview once, and loads no exporter before it is needed."""

import subprocess
import sys

import pytest
from journeys.sheets import sheet
from ui.pages import Desk, said

from detector.core.errors import ExportError, Problem
from detector.exports import pdf
from detector.exports.formats import FormatId
from detector.report.blocks import Length, Report
from detector.report.context import ReportContext

FAULT = Problem("Finance, note", "It holds <b>a fault</b>.", "Mend *it*.")
EXPORTERS = {"docx", "lxml", "pptx", "pypdf", "resvg_py", "typst", "xlsxwriter"}


@pytest.fixture
def no_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that cannot have typst."""
    monkeypatch.setattr(pdf, "pdf_is_available", lambda: False)


def failing(_context: ReportContext, _format_id: FormatId, _length: Length, _template: bytes | None = None) -> bytes:
    raise ExportError([FAULT])


def test_what_an_exporter_cannot_make_is_told_where_it_was_asked_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("detector.ui.share.download.make", failing)
    page = desk.export(desk.kept(sheet({"MKT1": 2})))

    page.button(key="make-docx").click().run()

    assert not page.exception
    assert [error.value for error in page.error] == [
        r"The Word file could not be made\. Nothing that was saved is lost\."
    ]
    assert str(FAULT) in said(page)
    assert not page.get("download_button")


def test_an_error_is_gone_at_the_next_press(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = desk.export(desk.kept(sheet({"MKT1": 2})))
    with monkeypatch.context() as fault:
        fault.setattr("detector.ui.share.download.make", failing)
        page.button(key="make-json").click().run()

    page.button(key="make-json").click().run()

    assert not page.error
    assert "✓ Made: anyshire-library-service-" in said(page)


def test_a_file_bears_the_head_of_what_the_page_shows(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[ReportContext] = []

    def make(context: ReportContext, _format_id: FormatId, _length: Length, _template: bytes | None = None) -> bytes:
        told.append(context)
        return b"{}"

    monkeypatch.setattr("detector.ui.share.download.make", make)
    key = desk.kept(sheet({"MKT1": 2}))
    before = desk.store.histories.head(key)
    page = desk.export(key)
    page.button(key="make-json").click().run()

    desk.changed_elsewhere(key, "MKT1", sheet({"MKT1": 3}).answers["MKT1"])
    page.button(key="make-json").click().run()

    after = desk.store.histories.head(key)
    assert [(each.head, each.from_copy) for each in told] == [(before, False), (after, False)]
    assert before != after


def test_without_typst_the_pdf_is_not_offered_and_the_web_page_is_shown(desk: Desk, no_typst: None) -> None:
    page = desk.export(desk.kept(sheet({"MKT1": 2})))

    assert not page.exception
    assert "It is not on this machine. Use Word or the web page" in said(page)
    assert "make-pdf" not in {button.key for button in page.button}
    (frame,) = page.get("iframe")
    assert frame.proto.src.startswith("data:text/html;charset=utf-8;base64,")


def test_a_preview_is_drawn_once_until_an_answer_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []

    def draw(_report: Report, page: int = 1) -> bytes:
        drawn.append(page)
        return b"\x89PNG\r\n\x1a\n"

    monkeypatch.setattr(pdf, "preview_png", draw)
    key = desk.kept(sheet({"MKT1": 2}))
    page = desk.export(key)
    page.run()
    desk.export(key)
    assert drawn == [1, 2]

    desk.changed_elsewhere(key, "MKT1", sheet({"MKT1": 3}).answers["MKT1"])
    page.run()

    assert drawn == [1, 2, 1, 2]


def test_a_preview_that_cannot_be_drawn_is_told_and_hides_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(_report: Report, page: int = 1) -> bytes:
        raise ExportError([FAULT])

    monkeypatch.setattr(pdf, "preview_png", draw)

    page = desk.export(desk.kept(sheet({"MKT1": 2})))

    assert [error.value for error in page.error] == [r"The document cannot be shown\."]
    assert {f"make-{each.value}" for each in FormatId} <= {button.key for button in page.button}


def test_the_pages_start_without_any_exporter() -> None:
    code = "import sys, detector.ui.share.page, detector.ui.assessments.page; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()

    assert EXPORTERS & set(loaded) == set()
