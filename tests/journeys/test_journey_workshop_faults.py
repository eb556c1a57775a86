"""What may go wrong while a workshop is led: the server is killed, the page is loaded anew, an officer was quicker."""

import re
from dataclasses import replace
from functools import partial

import pytest
from builders import at_level
from journeys.conftest import MakeOfficer, MakeServer
from journeys.halls import on_projector
from journeys.officer import Officer
from journeys.rooms import LEVELS, held
from journeys.servers import Server
from journeys.sheets import sheet, sheet_of
from journeys.sizes import LARGE
from playwright.sync_api import expect

from detector.core.workshop.votes import QuestionState
from detector.core.workshop.workshop import close, open_questions
from detector.ui.workshop.live_results import state_of

pytestmark = pytest.mark.browser

AWAY = "[data-testid=stApp]:not([data-test-connection-state=CONNECTED])"


def level_agreed(facilitator: Officer, question_id: str, level: int) -> None:
    """Choose a level and record it."""
    facilitator.widget(f"agree-level-{question_id}").locator("[role=radiogroup] label").nth(level).click()
    facilitator.press(f"record-{question_id}")


def test_screens_go_on_by_themselves_after_the_server_was_killed(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    server = make_server()
    server.start()
    room, facilitator, projector = held(server), make_officer(server), make_officer(server, LARGE)
    room.change(partial(open_questions, question_ids=["MKT1"]))
    facilitator.visit(room.control)
    projector.page.goto(server.url + room.projector)
    expect(on_projector(projector).locator(".huge")).to_have_text("0")

    with facilitator.watch.paused(), projector.watch.paused():
        server.kill()
        room.answered("MKT1")
        server.start()
        expect(on_projector(projector).locator(".huge")).to_have_text(str(len(LEVELS)))
        expect(facilitator.page.get_by_text(f"{len(LEVELS)} of {len(LEVELS)} answered")).to_be_visible()
    facilitator.press("close-MKT1-1")

    expect(on_projector(projector)).to_contain_text("All answers are in")


def test_the_first_press_after_a_restart_counts(make_server: MakeServer, make_officer: MakeOfficer) -> None:
    server = make_server()
    server.start()
    room, facilitator = held(server), make_officer(server)
    room.change(partial(open_questions, question_ids=["MKT1"]))
    facilitator.visit(room.control)

    with facilitator.watch.paused():
        server.kill()
        expect(facilitator.page.locator(AWAY)).to_be_visible()
        server.start()
        facilitator.wait_until_ready()
    facilitator.press("close-MKT1-1")

    expect(facilitator.widget("reveal-MKT1-1")).to_be_visible()


def test_pressing_twice_takes_one_step(server: Server, officer: Officer) -> None:
    room = held(server)
    officer.visit(room.control)

    officer.widget("open-question-MKT1").get_by_role("button").dblclick()

    expect(officer.widget("close-MKT1-1")).to_be_visible()
    store = server.store()
    assert state_of(store.workshops.load(room.workshop.key).state, "MKT1") == (QuestionState.OPEN, 1)
    store.close()


@pytest.mark.parametrize(
    ("press", "level"),
    [("use-room-MKT1", 2), ("keep-answer-MKT1", 0)],
    ids=["the room's level", "the officers' answer"],
)
def test_where_both_differ_the_facilitator_chooses(server: Server, officer: Officer, press: str, level: int) -> None:
    room = held(server, sheet({"MKT1": 0}))
    room.shown("MKT1")
    room.agreed_without_the_assessment("MKT1", 2)
    officer.visit(room.control)
    expect(officer.page.get_by_text("The assessment has another answer")).to_be_visible()
    expect(officer.page.get_by_text("In the assessment: ").first).to_be_visible()

    officer.press(press)

    expect(officer.page.get_by_text("The assessment has another answer")).to_have_count(0)
    found = sheet_of(server, room.workshop.assessment_key)
    assert (found.answers["MKT1"].level, found.workshop["MKT1"].level) == (level, 2)


def test_evidence_and_note_of_an_answer_stay_when_a_room_agrees_a_level(server: Server, officer: Officer) -> None:
    documented = replace(at_level(0), note="Survey of May", links=("https://example.org/survey",))
    room = held(server, sheet({"MKT1": documented}))
    room.shown("MKT1")
    officer.visit(room.control)

    level_agreed(officer, "MKT1", 2)

    expect(officer.page.get_by_text("✓ In the assessment.")).to_be_visible()
    answer = sheet_of(server, room.workshop.assessment_key).answers["MKT1"]
    assert answer == replace(documented, level=2)


def test_a_workshop_is_erased_with_a_receipt(server: Server, officer: Officer) -> None:
    room = held(server)
    room.change(partial(open_questions, question_ids=["MKT1"]))
    room.answered("MKT1")
    room.change(partial(close, question_id="MKT1"))
    officer.visit(f"/workshop?assessment={room.workshop.assessment_key}")

    officer.press(f"erase-{room.workshop.key}")
    officer.press("erase-now")

    expect(officer.title()).to_contain_text(re.compile(r"The workshop of .* was erased on"))
    expect(officer.main()).to_contain_text("Erased: 16 people, 16 answers.")
    expect(officer.main()).to_contain_text(re.compile(r"searched afterwards for \d+ pieces of it: none was found"))
    officer.visit(room.control)
    expect(officer.main()).to_contain_text("Erased: 16 people, 16 answers.")
    store = server.store()
    assert store.workshops.of_assessment(room.workshop.assessment_key) == ()
    store.close()
