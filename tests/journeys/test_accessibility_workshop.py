"""No screen of a workshop breaks a rule of WCAG 2.2 AA or good practice: facilitator's, projector's and phones'."""

from collections.abc import Callable
from functools import partial

import pytest
from journeys.accessibility import violations
from journeys.conftest import MakeOfficer
from journeys.halls import Phone, new_phone, on_projector
from journeys.officer import Officer, wait_until_drawn
from journeys.rooms import LEVELS, Held, held
from journeys.servers import Server
from journeys.sheets import kept, sheet
from journeys.sizes import LARGE
from journeys.test_accessibility import found_at_every_size
from playwright.sync_api import Browser, expect

from detector.core.workshop.workshop import (
    Screen,
    ScreenKind,
    agree,
    close,
    end,
    open_again,
    open_questions,
    reveal,
    show,
)

pytestmark = pytest.mark.browser

QUESTION = "STF2"


def opening(look: Officer) -> None:
    look.visit(f"/workshop?assessment={kept(look.server, sheet({}))}")
    look.widget("open-workshop").wait_for()
    look.widget("room-questions").get_by_text("Whole dimensions").click()
    look.widget("room-part-MKT").wait_for()


def earlier_ones(look: Officer) -> None:
    room = held(look.server)
    look.visit(f"/workshop?assessment={room.workshop.assessment_key}")
    look.press(f"erase-{room.workshop.key}")
    expect(look.page.get_by_role("dialog")).to_be_visible()


def control(look: Officer, bring_to: Callable[[Held], None]) -> None:
    room = held(look.server)
    bring_to(room)
    look.visit(room.control)
    look.widget("room-now").wait_for()


def projected(look: Officer, bring_to: Callable[[Held], None], *, dark: bool = False) -> None:
    room = held(look.server)
    bring_to(room)
    look.page.goto(f"{look.server.url}{room.projector}{'&dark=1' if dark else ''}")
    on_projector(look).wait_for()
    wait_until_drawn(look.page)


def joining(room: Held) -> None:
    room.change(partial(show, screen=Screen(ScreenKind.JOIN)))


def is_open(room: Held) -> None:
    room.change(partial(open_questions, question_ids=[QUESTION]))
    room.answered(QUESTION, LEVELS[:9])


def closed(room: Held) -> None:
    is_open(room)
    room.change(partial(close, question_id=QUESTION))


def shown(room: Held) -> None:
    room.shown(QUESTION)


def second_round(room: Held) -> None:
    room.shown(QUESTION)
    room.change(partial(open_again, question_id=QUESTION))
    room.answered(QUESTION, number=2)
    room.change(partial(close, question_id=QUESTION), partial(reveal, question_id=QUESTION))
    room.change(partial(agree, question_id=QUESTION, level=2, dissent="Not before the new contract is known."))


def picture(room: Held) -> None:
    room.shown("MKT1", "STF2", "COM2")
    room.change(partial(show, screen=Screen(ScreenKind.PICTURE)))


def divergence(room: Held) -> None:
    room.shown("MKT1", "STF2")
    room.change(partial(show, screen=Screen(ScreenKind.DIVERGENCE)))


def ended(room: Held) -> None:
    picture(room)
    room.change(end)


STATES = (joining, is_open, closed, shown, second_round, picture, divergence, ended)


@pytest.mark.parametrize("bring_about", [opening, earlier_ones], ids=lambda state: state.__name__)
def test_workshop_page(officer: Officer, bring_about: Callable[[Officer], None]) -> None:
    bring_about(officer)

    assert found_at_every_size(officer) == {}


@pytest.mark.parametrize("bring_to", STATES, ids=lambda state: state.__name__)
def test_facilitator(officer: Officer, bring_to: Callable[[Held], None]) -> None:
    control(officer, bring_to)

    assert found_at_every_size(officer) == {}


@pytest.mark.parametrize("bring_to", STATES, ids=lambda state: state.__name__)
def test_projector(server: Server, make_officer: MakeOfficer, bring_to: Callable[[Held], None]) -> None:
    screen = make_officer(server, LARGE)

    projected(screen, bring_to)

    assert violations(screen.page) == []


# Dark differs in its colours alone: the code, a number, the counts and a figure have all of them.
@pytest.mark.parametrize("bring_to", [joining, is_open, second_round, picture], ids=lambda state: state.__name__)
def test_dark_projector(server: Server, make_officer: MakeOfficer, bring_to: Callable[[Held], None]) -> None:
    screen = make_officer(server, LARGE)

    projected(screen, bring_to, dark=True)

    assert violations(screen.page) == []


def test_phone(browser: Browser, server: Server) -> None:
    room, phone = held(server), new_phone(browser, server)
    found = {
        "code": axe(phone, f"{server.url}/join"),
        "welcome": axe(phone, f"{server.url}/w/{room.workshop.join_token}"),
    }
    phone.choose_group("Front-line staff")
    found["waiting"] = violations(phone.page)
    room.change(partial(open_questions, question_ids=[QUESTION]))
    phone.answer(QUESTION, 1, 2)
    found["answered"] = violations(phone.page)
    room.change(end)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("The workshop has ended")
    found["ended"] = violations(phone.page)
    phone.context.close()

    assert {state: broken for state, broken in found.items() if broken} == {}


def axe(phone: Phone, address: str) -> list[str]:
    """What axe finds at an address."""
    phone.page.goto(address)
    return violations(phone.page)
