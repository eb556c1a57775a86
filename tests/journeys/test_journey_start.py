"""The Start page: what is there can be deleted, only after asking, and put back for 30 days."""

import re
from datetime import date, timedelta

import pytest
from journeys.conftest import MakeOfficer
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import kept, sheet
from playwright.sync_api import expect

from detector.core.workshop.workshop import Workshop

pytestmark = pytest.mark.browser


@pytest.fixture
def officer_with_two(officer: Officer) -> tuple[Officer, str, str]:
    """An officer on a server whose latest two assessments are these, and their keys."""
    keys = kept(officer.server, sheet({"MKT1": 1}, "Libraries")), kept(officer.server, sheet({}, "Parks"))
    officer.visit()
    return officer, *keys


def held_workshop(server: Server, key: str) -> None:
    """Hold a workshop on an assessment, which two people joined."""
    store, day = server.store(), date(2026, 11, 22)
    made = store.workshops.create(key, Workshop(("MKT1",), ("trade_unions",)), day, day + timedelta(days=900))
    for person in ("a" * 32, "b" * 32):
        store.workshops.join(made.key, person, "trade_unions")
    store.close()


def test_deleting_asks_first_and_puts_one_only_into_the_bin(officer_with_two: tuple[Officer, str, str]) -> None:
    officer, libraries, parks = officer_with_two

    officer.press(f"delete-{libraries}")
    dialog = officer.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Libraries: 1 question looked at")
    expect(dialog).to_contain_text("You can put it back on the Start page until")
    officer.press("keep")
    expect(dialog).to_have_count(0)
    expect(officer.widget(f"open-{libraries}")).to_be_visible()

    officer.press(f"delete-{libraries}")
    officer.press("delete-now")

    expect(officer.page.get_by_text("The assessment is in the bin.")).to_be_visible()
    expect(officer.widget(f"open-{libraries}")).to_have_count(0)
    expect(officer.widget(f"open-{parks}")).to_be_visible()


def test_a_deleted_assessment_is_put_back_from_the_start_page(officer_with_two: tuple[Officer, str, str]) -> None:
    officer, libraries, _parks = officer_with_two
    officer.press(f"delete-{libraries}")
    officer.press("delete-now")
    expect(officer.page.get_by_text("The assessment is in the bin.")).to_be_visible()

    officer.widget("in-bin").locator("summary").click()
    officer.press(f"put-back-{libraries}")

    expect(officer.page.get_by_text("The assessment is back, as it was.")).to_be_visible()
    expect(officer.widget(f"open-{libraries}")).to_be_visible()
    officer.questions(libraries)
    officer.expect_choice("MKT1", 1)


def test_the_address_of_a_deleted_assessment_says_until_when_it_can_be_put_back(
    officer_with_two: tuple[Officer, str, str],
) -> None:
    officer, libraries, _parks = officer_with_two
    store = officer.server.store()
    store.bin.put(libraries)
    store.close()

    officer.visit(f"/questions?assessment={libraries}")
    expect(officer.title()).to_have_text("This assessment is in the bin")
    expect(officer.main()).to_contain_text(
        re.compile(r"has been in the bin since \d+ \w+ \d{4}\. It can be put back until")
    )
    officer.press("put-back")

    expect(officer.page.get_by_text("The assessment is back, as it was.")).to_be_visible()
    officer.questions(libraries)
    officer.expect_choice("MKT1", 1)


def test_who_must_erases_for_good_at_once_and_gets_a_receipt(officer_with_two: tuple[Officer, str, str]) -> None:
    officer, libraries, parks = officer_with_two
    held_workshop(officer.server, libraries)
    officer.reload()

    officer.press(f"delete-{libraries}")
    expect(officer.page.get_by_role("dialog")).to_contain_text("It has 1 workshop with 2 people, 0 answers.")
    officer.press("ask-for-good")
    expect(officer.page.get_by_role("dialog")).to_contain_text("Nobody can put it back.")
    officer.press("erase-now")

    expect(officer.title()).to_contain_text("This assessment was erased on")
    expect(officer.main()).to_contain_text("1 workshop with 2 people, 0 answers went first.")
    expect(officer.main()).to_contain_text(re.compile(r"searched afterwards for \d+ pieces of it: none was found"))
    assert libraries.encode() not in officer.server.database.read_bytes()
    officer.reload()
    expect(officer.title()).to_contain_text("This assessment was erased on")
    officer.press("leave-erased")
    expect(officer.widget(f"open-{parks}")).to_be_visible()
    expect(officer.widget(f"open-{libraries}")).to_have_count(0)


def test_opening_the_question_again_asks_twice_again(officer_with_two: tuple[Officer, str, str]) -> None:
    officer, libraries, _parks = officer_with_two
    officer.press(f"delete-{libraries}")
    officer.press("ask-for-good")
    expect(officer.widget("erase-now")).to_be_visible()
    officer.press("keep")

    officer.press(f"delete-{libraries}")

    expect(officer.widget("ask-for-good")).to_be_visible()
    expect(officer.widget("erase-now")).to_have_count(0)


def test_a_deleted_assessment_that_is_open_elsewhere_says_so(
    officer_with_two: tuple[Officer, str, str], make_officer: MakeOfficer
) -> None:
    officer, libraries, _parks = officer_with_two
    other = make_officer(officer.server)
    other.questions(libraries)

    officer.press(f"delete-{libraries}")
    officer.press("delete-now")
    expect(officer.page.get_by_text("The assessment is in the bin.")).to_be_visible()
    other.choose("MKT2", 1)

    expect(other.title()).to_have_text("This assessment is in the bin")


def test_escape_closes_the_question_and_deletes_nothing(officer_with_two: tuple[Officer, str, str]) -> None:
    officer, libraries, _parks = officer_with_two
    officer.press(f"delete-{libraries}")
    expect(officer.page.get_by_role("dialog")).to_be_visible()

    officer.page.keyboard.press("Escape")

    expect(officer.page.get_by_role("dialog")).to_have_count(0)
    expect(officer.widget(f"open-{libraries}")).to_be_visible()
