"""The server dies without warning, at any moment: nothing that a page called saved is lost."""

import random
import re

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import READY, Officer
from journeys.sheets import bank, kept, sheet, sheet_of
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PART = next(dimension for dimension in bank().dimensions if dimension.questions[0].id == "COM1")
AFTER = bank().dimensions[bank().dimensions.index(PART) + 1]
QUESTIONS = [question.id for question in PART.questions]


def called_saved(officer: Officer) -> dict[str, int | None]:
    """The choice of every question beside which the page says at this moment that it is saved."""
    saved = [each for each in QUESTIONS if officer.status(each).filter(has_text=re.compile("✓ Saved")).is_visible()]
    return {each: officer.chosen(each) for each in saved}


def kept_levels(officer: Officer, key: str) -> dict[str, int | None]:
    return {each: answer.level for each, answer in sheet_of(officer.server, key).answers.items()}


def kill_between_click_and_acknowledgement(officer: Officer, question_id: str, level: int, after: float) -> None:
    """Click a choice and, so many milliseconds later, kill the server and start it again."""
    officer.choose(question_id, level)
    officer.page.wait_for_timeout(after)
    officer.server.kill()


@pytest.mark.timeout(180)
def test_what_the_page_called_saved_is_there_after_every_kill(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    chance = random.Random(2026)
    server = make_server()
    server.start()
    key = kept(server, sheet({}))
    officer = make_officer(server)
    officer.questions(key, PART.id)

    for turn, (killed, next_one) in enumerate(zip(QUESTIONS, QUESTIONS[1:] + QUESTIONS[:1], strict=True)):
        told_before = called_saved(officer)
        with officer.watch.paused():
            kill_between_click_and_acknowledgement(officer, killed, turn % 3, chance.uniform(0, 150))
            told = called_saved(officer)
            server.start()
            officer.page.locator(READY).wait_for(timeout=60_000)
        first_tap = (turn + 1) % 4
        stored = kept_levels(officer, key)
        assert {each: stored.get(each) for each in told} == told
        assert all(stored.get(each) == level for each, level in told_before.items() if each != killed)

        officer.answer(next_one, first_tap)

        stored = kept_levels(officer, key)
        assert stored[next_one] == first_tap
        assert {each: stored.get(each) for each in QUESTIONS} == {each: officer.chosen(each) for each in QUESTIONS}


def test_the_first_tap_after_a_restart_may_be_any_button(make_server: MakeServer, make_officer: MakeOfficer) -> None:
    server = make_server()
    server.start()
    key = kept(server, sheet({"COM1": 2}))
    officer = make_officer(server)
    officer.questions(key, PART.id)

    with officer.watch.paused():
        server.kill()
        expect(officer.page.locator(READY)).to_have_count(0)
        server.start()
        officer.page.locator(READY).wait_for(timeout=60_000)
    officer.press("next")

    expect(officer.title()).to_have_text(AFTER.name)
    assert kept_levels(officer, key) == {"COM1": 2}


def test_without_a_server_nothing_is_called_saved(make_server: MakeServer, make_officer: MakeOfficer) -> None:
    server = make_server()
    server.start()
    officer = make_officer(server)
    officer.questions(kept(server, sheet({"COM1": 2})), PART.id)
    expect(officer.status("COM1")).to_be_visible()

    with officer.watch.paused():
        server.kill()

        expect(officer.status("COM1")).to_be_hidden()
        server.start()
        expect(officer.status("COM1")).to_be_visible(timeout=60_000)
