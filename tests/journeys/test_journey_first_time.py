"""A first-time officer: from an empty computer to a verdict by keyboard alone, stop, and go on tomorrow."""

import re

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import Officer
from journeys.sheets import bank, questions, sheet_of
from playwright.sync_api import expect

from detector.core.answers import empty_sheet
from detector.core.flow import parts
from detector.report.blocks import FigureKind

pytestmark = pytest.mark.browser

BEGINNING = "What comes first"


def start_by_keyboard(officer: Officer) -> str:
    """The key of an assessment that was started without a mouse."""
    officer.visit()
    officer.tab_to("input[aria-label^='Name of the service']")
    officer.page.keyboard.type("Library service")
    officer.page.keyboard.press("Tab")
    officer.page.keyboard.type("Anyshire")
    officer.page.keyboard.press("Enter")
    expect(officer.title()).to_have_text("The service")
    officer.wait_until_ready()
    found = re.search(r"assessment=([\w-]+)", officer.page.url)
    assert found is not None
    return found[1]


def describe_by_keyboard(officer: Officer) -> None:
    keyboard = officer.page.keyboard
    officer.tab_to(".st-key-fact-staff_headcount input")
    keyboard.type("42")
    officer.tab_to(".st-key-fact-purpose input")
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    officer.tab_to(".st-key-to-quick button", most=160)
    keyboard.press("Enter")
    expect(officer.title()).to_have_text(BEGINNING)


def answer_by_keyboard(officer: Officer) -> dict[str, int]:
    """The level given to each question of the quick scan, by arrow keys."""
    given: dict[str, int] = {}
    for part in parts(bank(), empty_sheet(bank()), quick=True):
        expect(officer.title()).to_have_text(part.dimension.name if part.dimension else BEGINNING)
        for question in part.questions:
            given[question.id] = len(given) % 3
            officer.tab_to(f".st-key-answer-{question.id} input")
            officer.page.keyboard.press("Space")
            for _ in range(given[question.id]):
                officer.page.keyboard.press("ArrowDown")
            officer.expect_choice(question.id, given[question.id])
            officer.expect_saved(question.id)
        officer.tab_to(".st-key-next button, .st-key-to-results button", most=160)
        officer.page.keyboard.press("Enter")
    return given


def test_from_nothing_to_a_verdict_by_keyboard_and_on_after_a_restart(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    server = make_server()
    server.start()
    officer = make_officer(server)

    key = start_by_keyboard(officer)
    describe_by_keyboard(officer)
    given = answer_by_keyboard(officer)

    expect(officer.title()).to_have_text("Results: Library service, Anyshire")
    officer.wait_until_ready()
    verdict = officer.page.locator(".verdict").inner_text()
    kept = sheet_of(server, key)
    assert {each: answer.level for each, answer in kept.answers.items()} == given
    assert kept.facts["staff_headcount"] == 42
    assert kept.facts["purpose"] == "community"

    with officer.watch.paused():
        server.stop()
        server.start()
        officer.reload()
    expect(officer.page.locator(".verdict")).to_have_text(verdict, use_inner_text=True)
    figures = officer.page.get_by_role("figure").all()
    assert len(figures) == len(FigureKind)
    assert [said for figure in figures if len(said := figure.get_attribute("aria-label") or "") <= 30] == []
    expect(officer.page.get_by_role("table").first).to_be_visible()
    officer.visit()
    expect(officer.page.get_by_text("Library service, Anyshire", exact=True)).to_be_visible()
    expect(officer.page.get_by_text(re.compile(f"{len(given)} questions looked at"))).to_be_visible()
    officer.press(f"open-{key}")
    expect(officer.title()).to_have_text(bank().dimensions[0].name)
    first = next(question for question in questions() if question.quick_scan)
    officer.expect_choice(first.id, given[first.id])
