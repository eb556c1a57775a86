"""Two assessments in one browser window: every way in opens the right one, and neither's answers reach the other."""

import re

import pytest
from journeys.officer import Officer
from journeys.sheets import kept, sheet, sheet_of
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_every_way_in_opens_what_was_asked_for(officer: Officer) -> None:
    officer.visit()
    officer.page.get_by_label("Name of the service").fill("Parks")
    officer.page.get_by_role("button", name="Start", exact=True).click()
    expect(officer.title()).to_have_text("The service")
    expect(officer.page.get_by_label("Name of the service")).to_have_value("Parks")
    parks = officer.page.url

    officer.page.get_by_role("link", name="Start").click()
    # The Service page that is left has a box of the same name.
    expect(officer.title()).to_contain_text("Could this service")
    officer.page.get_by_label("Name of the service").fill("Museums")
    officer.page.get_by_role("button", name="Start", exact=True).click()
    expect(officer.title()).to_have_text("The service")
    expect(officer.page.get_by_label("Name of the service")).to_have_value("Museums")
    assert officer.page.url != parks

    officer.page.get_by_role("link", name="Start").click()
    officer.page.get_by_role("button", name="Open: Anyshire home help team").click()
    expect(officer.title()).to_contain_text("Results: Anyshire home help team")

    officer.page.get_by_role("link", name="Start").click()
    officer.page.get_by_role("button", name="Open Parks").first.click()
    expect(officer.page).to_have_url(re.compile(re.escape(parks.partition("assessment=")[2])))
    officer.page.get_by_role("link", name="Service").click()
    expect(officer.title()).to_have_text("The service")
    expect(officer.page.get_by_label("Name of the service")).to_have_value("Parks")


def test_history_never_carries_answers_from_one_service_to_another(officer: Officer) -> None:
    first = kept(officer.server, sheet({"MKT1": 0}, "First"))
    second = kept(officer.server, sheet({}, "Second"))
    officer.questions(first)
    officer.expect_choice("MKT1", 0)
    officer.page.get_by_role("link", name="Start").click()
    officer.page.get_by_role("button", name="Open Second").first.click()
    expect(officer.page).to_have_url(re.compile(second))
    officer.page.locator("[class*=st-key-question-]").first.wait_for()
    officer.answer("MKT1", 3)
    officer.answer("MKT2", 2)

    officer.page.evaluate("history.go(-3)")

    expect(officer.page).to_have_url(re.compile(f"questions.*{first}"))
    officer.expect_choice("MKT1", 0)
    officer.expect_choice("MKT2", None)
    officer.answer("MKT3", 1)
    answers = sheet_of(officer.server, first).answers
    assert {question: answer.level for question, answer in answers.items()} == {"MKT1": 0, "MKT3": 1}
