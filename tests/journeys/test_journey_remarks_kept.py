"""A remark typed on a phone stays on it until the server has it, and no longer than its question is open."""

from collections.abc import Iterator
from functools import partial

import pytest
from journeys.accessibility import violations
from journeys.halls import Phone, new_phone
from journeys.rooms import Held, begun
from journeys.servers import Server
from journeys.sheets import sheet
from playwright.sync_api import Browser, Locator, expect

from detector.core.workshop.workshop import close, open_questions
from detector.store.workshops.remarks import LONGEST_REMARK

pytestmark = pytest.mark.browser

KEPT_ON_PHONE = (
    "() => Object.keys(localStorage).filter(key => key.startsWith('remarks')).map(key => localStorage[key])"
)
WEEK_AND_A_DAY = 8 * 24 * 3600 * 1000
GROUP = "Front-line staff"


@pytest.fixture
def room(server: Server) -> Held:
    """A workshop that takes remarks, with a question open."""
    held = begun(server, sheet({}), ("MKT1", "MKT2"), (), free_text=True)
    held.change(partial(open_questions, question_ids=["MKT1"]))
    return held


@pytest.fixture
def phone(browser: Browser, room: Held) -> Iterator[Phone]:
    """Somebody who has joined it."""
    phone = new_phone(browser, room.server)
    phone.join(f"{room.server.url}/w/{room.workshop.join_token}", GROUP)
    yield phone
    phone.context.close()
    assert phone.watch.faults == []


def box(phone: Phone) -> Locator:
    return phone.page.get_by_label("A remark, if you like")


def send(phone: Phone) -> None:
    phone.page.get_by_role("button", name="Send my remark").click()


def expect_said(phone: Phone, words: str) -> None:
    """Wait until the phone says this of the remark."""
    expect(phone.page.locator(".remark .saved")).to_contain_text(words)


def kept(room: Held) -> list[str]:
    """The remarks that the server has."""
    store = room.server.store()
    try:
        return [remark.text for remark in store.workshops.remarks.all(room.workshop.key)]
    finally:
        store.close()


def test_it_is_sent_once_the_connection_is_back_also_after_a_reload(phone: Phone, room: Held) -> None:
    with phone.without_network():
        box(phone).press_sequentially("We were not asked.")
        send(phone)
        expect_said(phone, "It is sent when the connection is back")
    expect_said(phone, "Your remark is kept")
    assert kept(room) == ["We were not asked."]
    assert phone.page.evaluate(KEPT_ON_PHONE) == []

    box(phone).press_sequentially(" Nobody was.")
    expect_said(phone, "not sent yet")
    phone.page.reload()

    expect(box(phone)).to_have_value("We were not asked. Nobody was.")
    expect_said(phone, "not sent yet")
    assert kept(room) == ["We were not asked."]
    send(phone)
    expect_said(phone, "Your remark is kept")
    assert kept(room) == ["We were not asked. Nobody was."]
    phone.page.reload()
    expect_said(phone, "Your remark is kept")


def test_a_box_full_of_lines_is_taken(phone: Phone, room: Held) -> None:
    lines = "\n".join(["nine char"] * 50)
    box(phone).fill(lines)
    box(phone).press_sequentially("!and no more")
    assert box(phone).input_value() == lines + "!"
    assert len(lines + "!") == LONGEST_REMARK

    send(phone)

    expect_said(phone, "Your remark is kept")
    assert kept(room) == [lines + "!"]


def test_after_its_question_is_closed_it_is_on_the_page_alone(phone: Phone, room: Held) -> None:
    box(phone).press_sequentially("Half a thou")

    room.change(partial(close, question_id="MKT1"))

    expect(phone.page.get_by_role("alert")).to_contain_text("Say it in the room: “Half a thou”")
    assert phone.page.evaluate(KEPT_ON_PHONE) == []
    assert violations(phone.page) == []
    phone.page.reload()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Look at the screen")
    expect(phone.page.get_by_role("alert")).to_have_count(0)
    assert kept(room) == []


def test_it_is_gone_after_a_week_even_if_the_question_is_open(phone: Phone) -> None:
    box(phone).press_sequentially("Long ago")
    expect_said(phone, "not sent yet")
    phone.page.evaluate(
        "age => { for (const key of Object.keys(localStorage)) localStorage[key] = "
        'localStorage[key].replace(/"at":(\\d+)/, (_, at) => `"at":${at - age}`) }',
        WEEK_AND_A_DAY,
    )

    phone.page.reload()

    expect(box(phone)).to_have_value("")
    assert phone.page.evaluate(KEPT_ON_PHONE) == []


def test_a_refused_remark_is_shortened_and_sent_again_from_the_page_that_gives_it_back(
    phone: Phone, room: Held
) -> None:
    with phone.watch.paused():
        # As a browser without scripts would send what its box should not have taken.
        box(phone).evaluate("box => { box.value = 'Too long. ' + 'x'.repeat(500); box.form.submit() }")
        expect(phone.page.get_by_role("alert")).to_contain_text("at most 500 characters")
    assert violations(phone.page) == []
    expect(phone.page.get_by_label("What you wrote")).to_have_value("Too long. " + "x" * 500)

    phone.page.get_by_label("What you wrote").fill("Shorter")
    phone.page.get_by_role("button", name="Send it again").click()

    expect(box(phone)).to_have_value("Shorter")
    expect_said(phone, "Your remark is kept")
    assert kept(room) == ["Shorter"]


def test_without_scripts_a_refused_remark_comes_back_in_a_box(browser: Browser, room: Held) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{room.server.url}/w/{room.workshop.join_token}")
    page.get_by_role("radio", name=GROUP).check()
    page.get_by_role("button", name="Start").click()
    page.get_by_label("A remark, if you like").fill("One\nTwo")
    room.change(partial(close, question_id="MKT1"))

    page.get_by_role("button", name="Send my remark").click()

    expect(page.get_by_role("alert")).to_contain_text("not open now")
    expect(page.get_by_label("What you wrote")).to_have_value("One\nTwo")
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_label("What you wrote")).to_have_value("One\nTwo")
    context.close()
    assert kept(room) == []
