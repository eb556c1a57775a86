"""The server dies without warning, at any moment: nothing that a page called saved is lost."""

import random

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import READY, Officer
from journeys.sheets import bank, kept, once_kept, sheet, sheet_of
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PART = next(dimension for dimension in bank().dimensions if dimension.questions[0].id == "COM1")
AFTER = bank().dimensions[bank().dimensions.index(PART) + 1]
QUESTIONS = [question.id for question in PART.questions]


AT_THIS_MOMENT = """questions => Object.fromEntries(questions.map(id => {
  const box = document.querySelector(`.st-key-question-${id}`);
  const saved = [...box.querySelectorAll('.saved')].some(line => line.checkVisibility({visibilityProperty: true}));
  const choices = [...box.querySelectorAll(`.st-key-answer-${id} input`)];
  return [id, saved ? choices.findIndex(choice => choice.checked) : null];
}).filter(([id, choice]) => choice !== null))"""


def called_saved(officer: Officer) -> dict[str, int]:
    """The choice of every question beside which the page says at this very moment that it is saved."""
    return dict(officer.page.evaluate(AT_THIS_MOMENT, QUESTIONS))


def kept_levels(officer: Officer, key: str) -> dict[str, int | None]:
    return {each: answer.level for each, answer in sheet_of(officer.server, key).answers.items()}


def wait_until_kept(officer: Officer, key: str, question_id: str, level: int) -> None:
    """Wait for a changed answer."""
    once_kept(officer, key, lambda sheet: question_id in sheet.answers and sheet.answers[question_id].level == level)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kills", [3, pytest.param(len(QUESTIONS) - 1, marks=pytest.mark.long)])
def test_what_the_page_called_saved_is_there_after_every_kill(
    make_server: MakeServer, make_officer: MakeOfficer, kills: int
) -> None:
    chance = random.Random(2026)
    server = make_server()
    server.start()
    key = kept(server, sheet({}))
    officer = make_officer(server)
    officer.questions(key, PART.id)

    *clicked, tapped_first = QUESTIONS
    for turn, question_id in enumerate(clicked[:kills]):
        with officer.watch.paused():
            officer.choose(question_id, turn % 3)
            # Nothing is waited for here: the server dies at whatever it is doing by then.
            officer.page.wait_for_timeout(chance.uniform(0, 150))
            told = called_saved(officer)
            server.kill()
            told |= called_saved(officer)
            server.start()
            officer.page.locator(READY).wait_for(timeout=60_000)
        stored = kept_levels(officer, key)
        assert {each: stored.get(each) for each in told} == told

        officer.choose(tapped_first, turn % 4)

        wait_until_kept(officer, key, tapped_first, turn % 4)
        officer.expect_saved(tapped_first)
        stored = kept_levels(officer, key)
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
