"""The connection is lost and comes back: told calmly in the page's own words, and the first press after it counts."""

import random
from collections.abc import Callable

import pytest
from journeys.accessibility import violations
from journeys.conftest import MakeOfficer, MakeServer
from journeys.halls import on_projector
from journeys.officer import Officer
from journeys.rooms import held
from journeys.servers import Server
from journeys.sheets import bank, kept, once_kept, sheet, sheet_of
from journeys.sizes import LARGE
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

PART = next(dimension for dimension in bank().dimensions if dimension.questions[0].id == "COM1")
AFTER = bank().dimensions[bank().dimensions.index(PART) + 1]
LOST = "The connection to the Detector is lost. What you typed stays on this page."
READABLE_FROM_AFAR = 32


def line(officer: Officer) -> Locator:
    """What the page says of its connection."""
    return officer.page.locator("#connection")


def expect_lost(officer: Officer) -> None:
    """Wait until the page says so; nothing but that is in anybody's way."""
    expect(line(officer)).to_have_attribute("role", "status")
    expect(line(officer)).to_contain_text("connection")
    expect(officer.page.get_by_role("dialog")).to_have_count(0)


SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


def faults_of_line(officer: Officer) -> list[str]:
    """What keeps people from reading the line; what cannot be pressed now is dimmed, and may be."""
    return [fault for fault in violations(officer.page) if "#connection" in fault]


@pytest.fixture
def own_server(make_server: MakeServer) -> Server:
    server = make_server()
    server.start()
    return server


def test_a_lost_connection_is_told_and_typed_words_stay(own_server: Server, make_officer: MakeOfficer) -> None:
    officer = make_officer(own_server)
    key = kept(own_server, sheet({"COM1": 2}))
    officer.questions(key, PART.id)
    officer.open_details("COM1")
    note = officer.widget("note-COM1").get_by_role("textbox")
    note.press_sequentially("Half a sentence")
    scrolled = officer.page.evaluate(SCROLLED)

    with officer.watch.paused():
        own_server.kill()
        expect(line(officer)).to_contain_text(LOST)
        expect_lost(officer)
        assert faults_of_line(officer) == []
        expect(note).to_have_value("Half a sentence")
        own_server.start()
        expect(line(officer)).to_have_text("Connected again.")
    expect(note).to_be_focused()
    officer.wait_until_ready()
    assert scrolled == officer.page.evaluate(SCROLLED) > 0
    note.press_sequentially(", and the rest")
    note.blur()

    once_kept(officer, key, lambda sheet: sheet.answers["COM1"].note == "Half a sentence, and the rest")
    expect(line(officer)).to_be_empty()


Press = Callable[[Officer, str], None]


def press_next(officer: Officer, key: str) -> None:
    """Press a button, and see what it does."""
    officer.press("next")
    expect(officer.title()).to_have_text(AFTER.name)
    assert set(sheet_of(officer.server, key).answers) == {"COM1"}


def choose_a_level(officer: Officer, key: str) -> None:
    """Choose an answer, and see it kept."""
    officer.choose("COM2", 1)
    once_kept(officer, key, lambda sheet: "COM2" in sheet.answers and sheet.answers["COM2"].level == 1)
    officer.expect_saved("COM2")


def choose_the_scan(officer: Officer, _key: str) -> None:
    """Choose another view of the page, and see it."""
    left_out = next(question.id for question in PART.questions if not question.quick_scan)
    officer.page.locator("[class*=st-key-scan-] [role=radiogroup] label").first.click()
    expect(officer.question(left_out)).to_have_count(0)


def open_the_details(officer: Officer, _key: str) -> None:
    """Open a part of the page, and see what is in it."""
    officer.open_details("COM1")


def follow_the_menu(officer: Officer, _key: str) -> None:
    """Go to another page."""
    officer.widget("menu").get_by_role("link", name="Results").click()
    expect(officer.title()).to_contain_text("Results")


@pytest.mark.parametrize(
    "press",
    [
        choose_a_level,
        open_the_details,
        *(pytest.param(press, marks=pytest.mark.long) for press in (press_next, choose_the_scan, follow_the_menu)),
    ],
)
def test_the_first_press_after_the_connection_is_back_counts(
    own_server: Server, make_officer: MakeOfficer, press: Press
) -> None:
    officer = make_officer(own_server)
    key = kept(own_server, sheet({"COM1": 2}))
    officer.questions(key, PART.id)

    with officer.watch.paused():
        own_server.kill()
        expect_lost(officer)
        own_server.start()
        # Nothing is waited for here: the press comes as soon as the page takes one, before it is drawn anew.
        press(officer, key)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_no_first_press_is_lost_however_long_the_server_is_away(own_server: Server, make_officer: MakeOfficer) -> None:
    chance = random.Random(2026)
    officer = make_officer(own_server)
    key = kept(own_server, sheet({"COM1": 2}))
    parts = bank().dimensions

    for turn in range(30):
        place = turn % (len(parts) - 1)
        officer.questions(key, parts[place].id)
        with officer.watch.paused():
            own_server.kill()
            # Any moment of the browser's own attempts to connect: nothing is waited for.
            officer.page.wait_for_timeout(chance.uniform(0, 3000))
            own_server.start()
            officer.press("next")
            expect(officer.title()).to_have_text(parts[place + 1].name)


def test_a_link_pressed_while_the_server_is_away_is_followed_once_it_is_back(
    own_server: Server, make_officer: MakeOfficer
) -> None:
    officer = make_officer(own_server)
    officer.questions(kept(own_server, sheet({"COM1": 2})), PART.id)

    with officer.watch.paused():
        own_server.kill()
        expect_lost(officer)
        officer.widget("menu").get_by_role("link", name="Results").click()
        expect(officer.title()).to_have_text(PART.name)
        own_server.start()
        expect(officer.title()).to_contain_text("Results")


def test_the_room_reads_a_line_at_the_edge_and_keeps_its_picture(
    own_server: Server, make_officer: MakeOfficer
) -> None:
    room, projector = held(own_server), make_officer(own_server, LARGE)
    projector.page.goto(own_server.url + room.projector)
    picture = on_projector(projector).inner_text()

    with projector.watch.paused():
        own_server.kill()
        expect(line(projector)).to_have_text("The connection is lost. This screen goes on by itself when it is back.")
        told = line(projector).bounding_box()
        assert told is not None
        assert told["y"] + told["height"] == LARGE.height
        assert told["height"] < LARGE.height / 10
        size = line(projector).evaluate("line => parseFloat(getComputedStyle(line).fontSize)")
        assert size >= READABLE_FROM_AFAR
        expect(on_projector(projector)).to_have_text(picture, use_inner_text=True)
        expect(projector.page.get_by_role("dialog")).to_have_count(0)
        own_server.start()
        expect(line(projector)).to_be_empty()


def test_an_address_without_a_page_is_told_in_our_own_words(officer: Officer) -> None:
    with officer.watch.paused():
        officer.visit("/nowhere")

    expect(officer.main()).to_contain_text("There is no page at this address")
    expect(officer.page.get_by_role("dialog")).to_have_count(0)
