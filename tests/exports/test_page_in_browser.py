"""In a real browser the page is accessible, fits a narrow phone, and asks for nothing but itself."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from exports.hostile import everything_hostile
from journeys.accessibility import violations
from playwright.sync_api import Browser, Page

from detector.bank_files import load_bank
from detector.core.assessment import assess
from detector.exports.page import make_page
from detector.report.blocks import Length
from detector.report.build import build_report
from detector.report.context import ReportContext

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A full report that holds every hostile text at once."""
    bank = load_bank()
    sheet = everything_hostile(bank)
    report = build_report(ReportContext(bank, sheet, assess(bank, sheet), date(2026, 11, 22)), Length.FULL)
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_bytes(make_page(report))
    return path


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)], ids=["desktop", "phone"])
def test_axe_finds_nothing(page: Page, file: Path, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})

    page.goto(file.as_uri())

    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_has_to_be_scrolled_sideways(page: Page, file: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(file.as_uri())

    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_nothing_is_asked_for_but_the_file_and_nothing_runs(page: Page, file: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))

    page.goto(file.as_uri(), wait_until="networkidle")

    assert asked == [file.as_uri()]
    assert said == []
