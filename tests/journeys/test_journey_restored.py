"""Every page of the product opens on a database that was restored from a backup."""

from pathlib import Path

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import Officer
from journeys.servers import Server
from playwright.sync_api import expect
from store.full_database import BANK, Filled, fill

from detector.store import open_store
from detector.store.backups import back_up, restore
from detector.store.location import sqlite_url

pytestmark = pytest.mark.browser

PAGES = ("service", "results", "forms", "models", "next", "export", "workshop")
NOT_SHOWN = "This page could not be shown"


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """What was put into the database of which there is a backup."""
    store = open_store(sqlite_url(tmp_path / "before.sqlite3"))
    filled = fill(store)
    back_up(sqlite_url(tmp_path / "before.sqlite3"), tmp_path / "backup.sqlite3")
    store.close()
    return filled


@pytest.fixture
def server(filled: Filled, make_server: MakeServer, tmp_path: Path) -> Server:
    """A running server that keeps its assessments in the restored database."""
    server = make_server()
    restore(sqlite_url(server.database), tmp_path / "backup.sqlite3")
    server.start()
    return server


def shown(officer: Officer, address: str) -> None:
    """Open a page, which has to be there."""
    officer.visit(address)
    expect(officer.page.get_by_text(NOT_SHOWN)).to_have_count(0)


def test_every_page_opens(server: Server, filled: Filled, make_officer: MakeOfficer) -> None:
    officer, odd = make_officer(server), filled.assessments[-1]

    shown(officer, "/")
    for page in PAGES:
        shown(officer, f"/{page}?assessment={odd}")
    for dimension in BANK.dimensions:
        officer.questions(odd, part=dimension.id)
    for key in filled.assessments[:-1]:
        officer.results(key)
    for workshop in (filled.ended, filled.running, filled.joining):
        shown(officer, f"/workshop?assessment={odd}&room={workshop.key}")
        shown(officer, f"/projector?door={workshop.join_token}")


def test_a_running_workshop_says_what_became_of_the_answers_and_goes_on(
    server: Server, filled: Filled, make_officer: MakeOfficer
) -> None:
    officer, running = make_officer(server), filled.running

    shown(officer, f"/workshop?assessment={running.assessment_key}&room={running.key}")
    expect(
        officer.page.get_by_text("This workshop comes from a backup without people’s single answers")
    ).to_be_visible()
    expect(officer.page.get_by_text("0 people joined")).to_be_visible()
    officer.press("look-MKT2")
    officer.press("open-question-MKT2")
    expect(officer.widget("open-question-MKT2")).to_have_count(0)

    officer.page.goto(f"{server.url}/w/{running.join_token}")
    expect(officer.page.get_by_text("This workshop goes on from a backup without people’s answers")).to_be_visible()
    officer.page.get_by_label("Finance").check()
    officer.page.get_by_role("button", name="Start").click()
    expect(officer.page.get_by_role("heading", level=1)).to_have_text("Answer this question")
