"""The Start page: what is there can be deleted, and only after asking."""

import pytest
from journeys.conftest import MakeOfficer
from journeys.officer import Officer
from journeys.sheets import kept, sheet
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def officer_with_two(officer: Officer) -> tuple[Officer, str, str]:
    """An officer on a server whose latest two assessments are these, and their keys."""
    keys = kept(officer.server, sheet({"MKT1": 1}, "Libraries")), kept(officer.server, sheet({}, "Parks"))
    officer.visit()
    return officer, *keys


def test_deleting_asks_first_and_then_erases_one_only(officer_with_two: tuple[Officer, str, str]) -> None:
    officer, libraries, parks = officer_with_two

    officer.press(f"delete-{libraries}")
    dialog = officer.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Libraries: 1 question looked at")
    officer.press("keep")
    expect(dialog).to_have_count(0)
    expect(officer.widget(f"open-{libraries}")).to_be_visible()

    officer.press(f"delete-{libraries}")
    officer.press("delete-now")

    expect(officer.page.get_by_text("The assessment was deleted.")).to_be_visible()
    expect(officer.widget(f"open-{libraries}")).to_have_count(0)
    expect(officer.widget(f"open-{parks}")).to_be_visible()
    assert libraries.encode() not in officer.server.database.read_bytes()


def test_a_deleted_assessment_that_is_open_elsewhere_says_so(
    officer_with_two: tuple[Officer, str, str], make_officer: MakeOfficer
) -> None:
    officer, libraries, _parks = officer_with_two
    other = make_officer(officer.server)
    other.questions(libraries)

    officer.press(f"delete-{libraries}")
    officer.press("delete-now")
    expect(officer.page.get_by_text("The assessment was deleted.")).to_be_visible()
    other.choose("MKT2", 1)

    expect(other.error()).to_be_visible()


def test_escape_closes_the_question_and_deletes_nothing(officer_with_two: tuple[Officer, str, str]) -> None:
    officer, libraries, _parks = officer_with_two
    officer.press(f"delete-{libraries}")
    expect(officer.page.get_by_role("dialog")).to_be_visible()

    officer.page.keyboard.press("Escape")

    expect(officer.page.get_by_role("dialog")).to_have_count(0)
    expect(officer.widget(f"open-{libraries}")).to_be_visible()
