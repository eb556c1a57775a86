"""The access code is asked for, or has changed: whoever types it comes to the place they asked for."""

import os
from urllib.parse import quote

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import kept, sheet
from journeys.test_journey_connection import PART, faults_of_line, line
from playwright.sync_api import expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.name == "nt", reason="the code is handed on with another system's program"),
]

FIRST_CODE, SECOND_CODE = "ABCD3467", "WXYA4678"


def asks_for(server: Server, code: str) -> None:
    """Have the server ask for this code from its next start on."""
    server.launcher = ("env", f"DETECTOR_ACCESS_CODE={code}")


def type_code(officer: Officer, code: str) -> None:
    """Type a code on the page that asks for it."""
    officer.page.get_by_label("Access code").fill(code)
    officer.page.get_by_role("button", name="Continue").click()


@pytest.fixture
def guarded(make_server: MakeServer) -> Server:
    """A server that asks for a code."""
    server = make_server()
    asks_for(server, FIRST_CODE)
    server.start()
    return server


def test_a_deep_link_and_a_changed_code_both_lead_back_to_the_place(
    guarded: Server, make_officer: MakeOfficer
) -> None:
    officer, key = make_officer(guarded), kept(guarded, sheet({"COM1": 2}))
    place = f"/questions?assessment={key}&scan=all&part={PART.id}"

    officer.page.goto(guarded.url + place)
    with officer.watch.paused():
        type_code(officer, "WRONG")
    expect(officer.page.get_by_role("alert")).to_contain_text("not the access code")
    type_code(officer, FIRST_CODE)
    officer.expect_choice("COM1", 2)
    expect(officer.page).to_have_url(guarded.url + place)

    with officer.watch.paused():
        guarded.kill()
        asks_for(guarded, SECOND_CODE)
        guarded.start()
        expect(line(officer)).to_contain_text("The access code has changed")
        expect(line(officer)).to_have_attribute("role", "alert")
        expect(officer.page.get_by_role("dialog")).to_have_count(0)
        assert faults_of_line(officer) == []
        link = line(officer).get_by_role("link")
        expect(link).to_have_attribute("href", f"/unlock?to={quote(place, safe='')}")
        link.click()
        type_code(officer, SECOND_CODE)
        officer.expect_choice("COM1", 2)
    expect(officer.page).to_have_url(guarded.url + place)
    officer.answer("COM2", 1)


def test_the_page_goes_on_where_the_new_code_was_typed_in_another_tab(
    guarded: Server, make_officer: MakeOfficer
) -> None:
    officer, key = make_officer(guarded), kept(guarded, sheet({"COM1": 2}))
    officer.page.goto(f"{guarded.url}/questions?assessment={key}&scan=all&part={PART.id}")
    type_code(officer, FIRST_CODE)
    officer.expect_choice("COM1", 2)

    with officer.watch.paused():
        guarded.kill()
        asks_for(guarded, SECOND_CODE)
        guarded.start()
        expect(line(officer)).to_contain_text("The access code has changed")
        other = officer.page.context.new_page()
        other.goto(guarded.url)
        type_code(Officer(other, guarded, officer.watch), SECOND_CODE)
        expect(line(officer)).to_have_text("Connected again.")
    officer.answer("COM2", 1)
