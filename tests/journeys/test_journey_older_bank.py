"""An assessment of an older question bank: never answered by mistake, and brought over as one copy."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from journeys.conftest import MakeOfficer
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import EXAMPLES, bank, kept, sheet, sheet_of
from playwright.sync_api import expect

from detector.core.workshop.workshop import Workshop, start

pytestmark = pytest.mark.browser

STEP = f"""migrations:
  - from_version: "2025.1"
    to_version: "{bank().version}"
    renamed: {{MKT0: MKT1}}
    removed: [OLD1]
    note: A first draft became this bank.
"""
OLDER = replace(sheet({"MKT0": 2, "OLD1": 3}, "Libraries"), bank_version="2025.1")
NO_WAY_HERE = replace(OLDER, bank_version="2024.1")


@pytest.fixture(scope="module")
def server_later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose bank is the product's, which here has come from an older one."""
    folder = tmp_path_factory.mktemp("later")
    shutil.copytree(EXAMPLES.parent, folder / "questions")
    rules = folder / "questions" / "bank.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("migrations:\n", STEP), encoding="utf-8")
    server = Server(folder / "data", questions=folder / "questions")
    server.start()
    yield server
    server.kill()


@pytest.fixture
def officer_later(server_later: Server, make_officer: MakeOfficer) -> Officer:
    """An officer on a server whose bank has moved on."""
    return make_officer(server_later)


def test_no_page_shows_or_changes_it(officer_later: Officer) -> None:
    officer, older = officer_later, kept(officer_later.server, OLDER)

    for page in ("service", "questions", "results", "forms", "models", "next", "export"):
        officer.visit(f"/{page}?assessment={older}")
        expect(officer.title()).to_have_text("This assessment belongs to another question bank")
        expect(officer.widget("bring-over")).to_be_visible()
        expect(officer.page.get_by_role("radio")).to_have_count(0)
        expect(officer.page.get_by_role("textbox")).to_have_count(0)


def test_it_is_brought_over_once_and_stays_as_it_was(officer_later: Officer) -> None:
    officer, older = officer_later, kept(officer_later.server, OLDER)
    officer.visit(f"/questions?assessment={older}")

    officer.press("bring-over")
    officer.expect_choice("MKT1", 2)
    officer.page.get_by_text("What is different").click()
    expect(officer.page.get_by_text("Question OLD1 is no longer asked, so it was left out.")).to_be_visible()
    copy = officer.page.url.split("assessment=")[1].split("&")[0]
    assert copy != older
    officer.answer("MKT2", 1)

    officer.page.get_by_role("link", name="Start").click()
    expect(officer.widget(f"open-{older}")).to_contain_text("Open a copy of Libraries")
    expect(officer.page.get_by_text(f"Question bank 2025.1, not the {bank().version} in use.").first).to_be_visible()
    officer.press(f"open-{older}")
    expect(
        officer.page.get_by_text(f"This is the copy for question bank {bank().version} that was made before.")
    ).to_be_visible()
    officer.expect_choice("MKT2", 1)
    expect(officer.page).to_have_url(re.compile(f"assessment={copy}"))
    assert sheet_of(officer.server, older) == OLDER


def test_where_no_way_leads_here_it_says_so_and_gives_the_file(officer_later: Officer) -> None:
    officer, older = officer_later, kept(officer_later.server, NO_WAY_HERE)
    officer.visit(f"/results?assessment={older}")

    officer.press("bring-over")
    expect(officer.error()).to_contain_text("There is no way yet to bring it over.")
    expect(officer.page.get_by_text("Ask whoever keeps the question bank for a migration.")).to_be_visible()

    with officer.page.expect_download() as download:
        officer.press("take-other-bank")
    assert '"bank_version": "2024.1"' in download.value.path().read_text(encoding="utf-8")
    assert sheet_of(officer.server, older) == NO_WAY_HERE


def test_a_workshop_held_on_it_can_still_be_ended_told_and_erased(officer_later: Officer) -> None:
    officer, older = officer_later, kept(officer_later.server, OLDER)
    store = officer.server.store()
    try:
        today = datetime.now(UTC).date()
        room = store.workshops.create(older, Workshop(("MKT1", "OLD1"), ("finance",)), today, today + timedelta(90))
        store.workshops.change(room.key, start)
    finally:
        store.close()
    officer.visit()
    officer.press(f"workshops-{older}")
    officer.press(f"open-room-{room.key}")
    expect(officer.page.get_by_text("1 question no longer asked.")).to_be_visible()

    officer.press("end-workshop")
    officer.press("end-now")

    expect(officer.page.get_by_text("The workshop has ended.")).to_be_visible()
    with officer.page.expect_download() as download:
        officer.press("minutes-docx")
    assert download.value.suggested_filename.endswith("-minutes.docx")
    officer.press(f"erase-{room.key}")
    officer.press("erase-now")
    expect(officer.page.get_by_text("Open a workshop")).to_have_count(0)
    expect(officer.page.get_by_text("All workshops of this assessment")).to_be_visible()
    assert sheet_of(officer.server, older) == OLDER
