"""What is typed is kept: while it is typed, over a reload or restart at once, and never over other people's words."""

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import READY, Officer, wait_until_drawn
from journeys.rooms import held
from journeys.servers import Server
from journeys.sheets import kept, once_kept, sheet, sheet_of
from journeys.text_boxes import (
    BOXES,
    LINKS,
    NAME,
    NOTE,
    NUMBER,
    OWNER,
    REASON,
    STORED,
    WAITS,
    Line,
    TextBox,
    begun,
    expect_all_saved,
    once_in,
    open_at,
    type_in,
)
from playwright.sync_api import Dialog, expect

pytestmark = pytest.mark.browser

SENTENCE = "Seen in the budget of March, which the cabinet took on the ninth."
CARET = "() => [document.activeElement.selectionStart, document.activeElement.selectionEnd]"


def each(*gate: TextBox) -> list[object]:
    """Every box, those in the gate and the others in the long tier."""
    return [pytest.param(box, id=box.name, marks=() if box in gate else pytest.mark.long) for box in BOXES]


def test_typing_on_through_several_saves_loses_no_key_and_keeps_the_caret(officer: Officer) -> None:
    key = kept(officer.server, begun())
    open_at(officer, NOTE, key)
    type_in(officer, NOTE, "Seen . Twelve branches.")
    once_in(officer, key, NOTE, "Seen . Twelve branches.")
    officer.page.evaluate("document.activeElement.setSelectionRange(5, 5)")

    for word in ("in ", "the ", "budget"):
        officer.page.keyboard.type(word)
        so_far = NOTE.at(officer).input_value()
        once_kept(officer, key, lambda found, so_far=so_far: NOTE.kept(found) == so_far)

    once_in(officer, key, NOTE, "Seen in the budget. Twelve branches.")
    assert officer.page.evaluate(CARET) == [18, 18]


@pytest.mark.parametrize("box", each(NOTE, NUMBER))
def test_typed_and_reloaded_at_once_is_in_its_box_and_saved(officer: Officer, box: TextBox) -> None:
    key = kept(officer.server, begun())
    open_at(officer, box, key)

    type_in(officer, box)
    officer.reload()

    once_in(officer, key, box)


@pytest.mark.parametrize("box", each(OWNER))
def test_typed_while_the_server_is_killed_is_saved_by_itself(
    make_server: MakeServer, make_officer: MakeOfficer, box: TextBox
) -> None:
    server = make_server()
    server.start()
    officer = make_officer(server)
    key = kept(server, begun())
    open_at(officer, box, key)

    with officer.watch.paused():
        type_in(officer, box)
        server.kill()
        expect(officer.page.locator(READY)).to_have_count(0)
        expect(officer.widget(box.name).locator(".kept-mark")).to_have_text(WAITS)
        server.start()
        officer.page.locator(READY).wait_for(timeout=60_000)

    once_in(officer, key, box)


@pytest.mark.long
def test_a_window_closed_at_once_gives_its_words_to_the_next(officer: Officer) -> None:
    key = kept(officer.server, begun())
    other = officer.page.context.new_page()
    at_other = Officer(other, officer.server, officer.watch)
    open_at(at_other, NAME, key)

    type_in(at_other, NAME)
    other.close(run_before_unload=False)
    open_at(officer, NAME, key)

    once_in(officer, key, NAME)


@pytest.mark.long
def test_words_that_left_their_page_at_once_are_saved_from_the_next(officer: Officer) -> None:
    key = kept(officer.server, begun())
    open_at(officer, NOTE, key)

    type_in(officer, NOTE)
    officer.page.get_by_role("link", name="Results").first.click(delay=80)
    expect(officer.title()).to_contain_text("Results")

    once_kept(officer, key, lambda found: NOTE.kept(found) == NOTE.words)
    expect_all_saved(officer)


def test_nothing_is_called_saved_beside_words_that_are_not(officer: Officer) -> None:
    key = kept(officer.server, begun())
    open_at(officer, NOTE, key)
    expect(officer.widget("saving")).to_contain_text("Saved as you click")

    officer.page.context.set_offline(True)
    with officer.watch.paused():
        type_in(officer, NOTE)

        expect(officer.widget("note-MKT1").locator(".kept-mark")).to_have_text(WAITS)
        expect(officer.widget("saving").locator(".kept-waiting")).to_be_visible()
        expect(officer.widget("saving").locator(".saved")).to_be_hidden()
        expect(officer.status("MKT1")).to_be_hidden()
        officer.page.context.set_offline(False)
    once_in(officer, key, NOTE)


def test_leaving_asks_only_while_something_is_unsaved(officer: Officer) -> None:
    key = kept(officer.server, begun())
    line = Line()
    line.follow(officer)
    open_at(officer, NOTE, key)
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    officer.page.on("dialog", leave)

    line.is_held = True
    type_in(officer, NOTE)
    officer.page.on("framenavigated", lambda _: setattr(line, "is_held", False))
    officer.reload()
    once_in(officer, key, NOTE)
    assert asked == ["beforeunload"]
    type_in(officer, NOTE, "Another note")
    once_in(officer, key, NOTE, "Another note")
    officer.reload()

    assert asked == ["beforeunload"]


def test_two_windows_on_one_fact_choose_yours_or_theirs(officer: Officer, make_officer: MakeOfficer) -> None:
    key = kept(officer.server, begun())
    other = make_officer(officer.server)
    open_at(officer, NUMBER, key)
    open_at(other, NUMBER, key)

    type_in(other, NUMBER, "100")
    once_in(other, key, NUMBER, "100")
    type_in(officer, NUMBER, "250")

    expect(officer.page.get_by_text("Theirs: 100")).to_be_visible()
    expect(officer.page.get_by_text("Yours: 250")).to_be_visible()
    assert NUMBER.kept(sheet_of(officer.server, key)) == "100"
    officer.press("mine-fact-staff_headcount")
    once_in(officer, key, NUMBER, "250")


@pytest.mark.parametrize(
    ("press", "left"),
    [("theirs-MKT1", "Theirs"), pytest.param("mine-MKT1", "Mine", marks=pytest.mark.long)],
)
def test_words_kept_over_a_reload_never_go_over_words_saved_meanwhile(
    officer: Officer, make_officer: MakeOfficer, press: str, left: str
) -> None:
    key = kept(officer.server, begun())
    other, line = make_officer(officer.server), Line()
    line.follow(officer)
    open_at(officer, NOTE, key)
    line.is_held = True
    type_in(officer, NOTE, "Mine")
    officer.page.goto("about:blank")
    line.is_held = False

    open_at(other, NOTE, key)
    type_in(other, NOTE, "Theirs")
    once_in(other, key, NOTE, "Theirs")
    open_at(officer, NOTE, key)

    expect(officer.question("MKT1").get_by_text("This answer was changed")).to_be_visible()
    officer.press(press)
    once_in(officer, key, NOTE, left)


@pytest.mark.long
def test_the_name_of_a_new_assessment_outlives_a_reload_and_goes_once_it_is_started(officer: Officer) -> None:
    officer.visit()
    name = officer.widget("new-name").get_by_role("textbox")
    officer.page.locator("[data-keeping]").wait_for(state="attached")
    name.click()
    officer.page.keyboard.type("Parks of the south")

    officer.reload()

    expect(name).to_have_value("Parks of the south")
    officer.page.get_by_role("button", name="Start", exact=True).click()
    expect(officer.widget("service-name").get_by_role("textbox")).to_have_value("Parks of the south")
    expect_all_saved(officer)


def test_what_was_seen_otherwise_stays_in_its_box_until_it_is_recorded(server: Server, officer: Officer) -> None:
    room = held(server)
    room.shown("MKT1")
    officer.visit(room.control)
    dissent = officer.widget("agree-dissent-MKT1").get_by_role("textbox")
    dissent.click()
    officer.page.keyboard.type("Two of us see it otherwise")

    officer.reload()

    expect(dissent).to_have_value("Two of us see it otherwise")
    expect(officer.widget("agree-dissent-MKT1").locator(".kept-mark")).to_have_text(WAITS)
    officer.widget("agree-level-MKT1").locator("[role=radiogroup] label").nth(2).click()
    officer.press("record-MKT1")
    expect(officer.main()).to_contain_text("In the assessment.")
    found = sheet_of(server, room.workshop.assessment_key).workshop["MKT1"]
    assert (found.level, found.dissent) == (2, "Two of us see it otherwise")
    expect_all_saved(officer)


def test_a_link_pressed_from_within_the_box_of_what_was_seen_otherwise_is_followed(
    server: Server, officer: Officer
) -> None:
    room = held(server)
    room.shown("MKT1")
    officer.visit(room.control)
    officer.widget("agree-dissent-MKT1").get_by_role("textbox").click()
    officer.page.keyboard.type("Two of us see it otherwise")

    officer.widget("menu").get_by_role("link", name="Results").click()

    expect(officer.title()).to_contain_text("Results")
    officer.wait_until_ready()
    assert "/results?" in officer.page.url


@pytest.mark.long
def test_what_is_erased_elsewhere_goes_from_this_browser_too(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    server = make_server()
    server.start()
    key = kept(server, sheet({"MKT1": 2}))
    officer = make_officer(server)
    officer.questions(key)
    officer.open_details("MKT1")
    with officer.watch.paused():
        server.stop()
        officer.widget("note-MKT1").get_by_role("textbox").evaluate(
            "box => { box.value = 'Not for ever'; box.dispatchEvent(new Event('input', {bubbles: true})); }"
        )
        assert len(officer.page.evaluate(STORED)) == 1
        store = server.store()
        store.delete(key)
        store.close()
        server.start()
        expect(officer.main()).to_contain_text("was erased")

    officer.page.wait_for_function(f"() => ({STORED})().length === 0")


@pytest.mark.long
def test_a_weight_typed_and_reloaded_at_once_is_back_in_its_box(officer: Officer) -> None:
    key = kept(officer.server, sheet({}))
    officer.visit(f"/service?assessment={key}")
    officer.press("toggle-weights")
    box = officer.widget("weight-MKT").get_by_role("spinbutton")
    box.click()
    officer.page.keyboard.press("ControlOrMeta+a")
    officer.page.keyboard.type("11.5")

    officer.reload()
    officer.press("toggle-weights")

    expect(box).to_have_value("11.5")
    once_kept(officer, key, lambda found: found.weights.get("MKT") == 11.5)
    expect_all_saved(officer)


@pytest.mark.long
def test_erasing_an_assessment_for_good_removes_its_words_from_this_browser(officer: Officer) -> None:
    key = kept(officer.server, begun())
    open_at(officer, LINKS, key)
    type_in(officer, LINKS, "no web address")
    expect(officer.status("MKT1")).to_contain_text("is not a web address")
    assert len(officer.page.evaluate(STORED)) == 1

    officer.visit("/")
    officer.press(f"delete-{key}")
    officer.press("ask-for-good")
    officer.press("erase-now")

    officer.page.wait_for_function(f"() => ({STORED})().length === 0")


@pytest.mark.long
def test_a_reason_is_typed_to_its_end_in_a_box_that_stays(officer: Officer) -> None:
    key = kept(officer.server, begun())
    open_at(officer, REASON, key)

    type_in(officer, REASON, "The council")
    once_in(officer, key, REASON, "The council")
    officer.page.keyboard.type(" must provide it")

    once_in(officer, key, REASON)
    wait_until_drawn(officer.page)
