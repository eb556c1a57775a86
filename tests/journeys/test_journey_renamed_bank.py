"""A council's bank may call everything by other ids: every page still works, and no safeguard is lost."""

from pathlib import Path

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import Officer
from journeys.rooms import begun
from journeys.sheets import example, kept
from playwright.sync_api import expect
from renamed_bank import renaming, write_renamed_bank

from detector.bank_files import load_bank
from detector.core.flow import quick_scan
from detector.files.assessment import write_assessment

pytestmark = pytest.mark.browser


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """The renamed bank, with a worked example beside it."""
    folder = write_renamed_bank(tmp_path / "questions")
    (folder / "examples").mkdir()
    answers = renaming().sheet(example("told-no"))
    (folder / "examples" / "told-no.json").write_bytes(write_assessment(load_bank(folder), answers))
    return folder


@pytest.fixture
def officer_there(make_server: MakeServer, make_officer: MakeOfficer, questions: Path) -> Officer:
    """An officer on a server with the renamed bank; a fault on any page fails the test."""
    server = make_server(questions=questions)
    server.start()
    return make_officer(server)


def test_every_page_of_an_example_is_drawn(officer_there: Officer, questions: Path) -> None:
    officer = officer_there
    officer.visit()
    officer.press("example-told-no")
    expect(officer.title()).to_contain_text("Results:")
    key = officer.page.url.split("assessment=")[1].split("&")[0]

    for page in ("service", "results", "models", "next", "export", "workshop"):
        officer.visit(f"/{page}?assessment={key}")
        assert_sound(officer)
    for part in load_bank(questions).dimensions:
        officer.questions(key, part.id)
        expect(officer.title()).to_have_text(part.name)
        assert_sound(officer)
    officer.visit(f"/forms?assessment={key}")
    assert_sound(officer)
    expect(officer.page.get_by_text("The plain questions that decide: 12 of 13 answered")).to_be_visible()
    expect(officer.page.get_by_text("whether to set up a new body comes before")).to_be_visible()


def test_every_page_of_a_workshop_is_drawn(officer_there: Officer, questions: Path) -> None:
    officer, bank = officer_there, load_bank(questions)
    first, second, *_ = (question.id for question in quick_scan(bank))
    groups = [person.id for person in bank.stakeholders[:2]]
    room = begun(officer.server, renaming().sheet(example("told-no")), [first, second], groups * 8)

    room.shown(first)
    for page in (room.control, room.projector):
        officer.visit(page)
        assert_sound(officer)
    room.agreed_without_the_assessment(first, 2)
    officer.visit(room.control)
    assert_sound(officer)


def test_an_answer_is_kept_under_its_own_id(officer_there: Officer, questions: Path) -> None:
    officer, bank = officer_there, load_bank(questions)
    question = bank.dimensions[0].questions[0].id
    key = kept(officer.server, renaming().sheet(example("told-no")))

    officer.questions(key, bank.dimensions[0].id)
    officer.choose(question, 3)
    officer.expect_saved(question)


def assert_sound(officer: Officer) -> None:
    """The page is there, and tells neither a fault of the program nor a problem of the bank."""
    expect(officer.title()).to_be_visible()
    expect(officer.page.locator("[data-testid=stException]")).to_have_count(0)
    expect(officer.error()).to_have_count(0)
