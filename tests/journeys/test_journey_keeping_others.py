"""What is typed meets what others changed, another assessment, and the bin: neither goes over the other."""

import pytest
from builders import at_level
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import READY, Officer, wait_until_drawn
from journeys.sheets import kept, once_kept, sheet, sheet_of
from journeys.text_boxes import (
    ABOUT,
    COUNCIL,
    NOTE,
    NUMBER,
    STORED,
    TextBox,
    begun,
    expect_all_saved,
    once_in,
    open_at,
    type_in,
)
from playwright.sync_api import Dialog, expect

pytestmark = pytest.mark.browser

REFUSED = "Not saved yet: see what is missing"


@pytest.mark.parametrize(
    "box", [pytest.param(NOTE, id="note"), pytest.param(ABOUT, id="description", marks=pytest.mark.long)]
)
def test_a_letter_typed_over_a_restart_never_takes_back_what_another_changed(
    make_server: MakeServer, make_officer: MakeOfficer, box: TextBox
) -> None:
    server = make_server()
    server.start()
    officer, other = make_officer(server), make_officer(server)
    key = kept(server, sheet({"MKT1": at_level(1)}))
    open_at(officer, box, key)
    open_at(other, box, key)
    if box is NOTE:
        other.choose("MKT1", 3)
        once_kept(other, key, lambda found: found.answers["MKT1"].level == 3)
    else:
        type_in(other, COUNCIL)
        once_in(other, key, COUNCIL)
    other.page.goto("about:blank")

    with officer.watch.paused():
        box.at(officer).click()
        server.kill()
        officer.page.keyboard.type("x")
        server.start()
        officer.page.locator(READY).wait_for(timeout=60_000)

    expect(officer.page.get_by_role("button", name="Use mine")).to_be_visible()
    found = sheet_of(server, key)
    assert found.answers["MKT1"].level == (3 if box is NOTE else 1)
    assert found.service.council == ("Anyshire" if box is NOTE else COUNCIL.words)


def open_from_start(officer: Officer, name: str) -> None:
    """Go to Start and open an assessment there, then its Service page, without loading a page anew."""
    menu = officer.widget("menu")
    menu.get_by_role("link", name="Start").click()
    officer.page.get_by_role("button", name=f"Open {name}", exact=True).wait_for()
    wait_until_drawn(officer.page)
    officer.page.get_by_role("button", name=f"Open {name}", exact=True).click()
    officer.page.wait_for_url("**/questions**")
    wait_until_drawn(officer.page)
    menu.get_by_role("link", name="Service").click()
    officer.page.wait_for_url("**/service**")
    NUMBER.at(officer).wait_for()
    wait_until_drawn(officer.page)


def test_unsaved_words_of_one_assessment_stay_out_of_the_same_box_of_another(officer: Officer) -> None:
    one, other = (kept(officer.server, sheet({"MKT1": at_level(1)}, name)) for name in ("One", "Other"))
    mark = officer.widget(NUMBER.name).locator(".kept-mark")
    open_at(officer, NUMBER, one)
    type_in(officer, NUMBER, "40 or so")
    NUMBER.at(officer).blur()
    expect(mark).to_have_text(REFUSED)

    open_from_start(officer, "Other")
    expect(NUMBER.at(officer)).to_have_value("")
    expect(mark).to_have_count(0)
    type_in(officer, NUMBER, "77")
    NUMBER.at(officer).blur()
    once_kept(officer, other, lambda found: NUMBER.kept(found) == "77")
    open_from_start(officer, "One")

    expect(NUMBER.at(officer)).to_have_value("40 or so")
    expect(mark).to_have_text(REFUSED)


@pytest.mark.long
def test_words_typed_into_what_was_just_put_into_the_bin_are_saved_once_it_is_back(officer: Officer) -> None:
    key = kept(officer.server, begun())
    open_at(officer, NOTE, key)
    store = officer.server.store()
    store.bin.put(key)
    store.close()

    type_in(officer, NOTE)
    put_back = officer.page.get_by_role("button", name="Put it back")
    put_back.click()
    expect(put_back).to_have_count(0)

    once_kept(officer, key, lambda found: NOTE.kept(found) == NOTE.words)
    expect_all_saved(officer)


@pytest.mark.long
def test_theirs_stays_chosen_though_words_were_typed_just_before(officer: Officer, make_officer: MakeOfficer) -> None:
    key = kept(officer.server, begun())
    other = make_officer(officer.server)
    open_at(officer, NUMBER, key)
    open_at(other, NUMBER, key)
    type_in(other, NUMBER, "100")
    once_in(other, key, NUMBER, "100")
    type_in(officer, NUMBER, "250")
    expect(officer.page.get_by_text("Yours: 250")).to_be_visible()

    NUMBER.at(officer).click()
    officer.page.keyboard.type("0")
    officer.press("theirs-fact-staff_headcount")

    expect(officer.page.get_by_text("Yours:")).to_have_count(0)
    once_in(officer, key, NUMBER, "100")


@pytest.mark.long
def test_a_whole_number_for_a_weight_is_saved_and_one_out_of_range_says_the_range(officer: Officer) -> None:
    key = kept(officer.server, sheet({}))
    officer.visit(f"/service?assessment={key}")
    officer.page.locator("[data-keeping]").wait_for(state="attached")
    officer.press("toggle-weights")
    box = officer.widget("weight-MKT").get_by_role("spinbutton")
    box.fill("99")
    expect(officer.widget("weight-MKT").locator(".kept-mark")).to_contain_text("give a number from")

    box.fill("11")
    box.blur()

    once_kept(officer, key, lambda found: found.weights.get("MKT") == 11)
    expect_all_saved(officer)


@pytest.mark.long
def test_the_link_to_words_kept_elsewhere_asks_nothing(officer: Officer) -> None:
    key = kept(officer.server, begun())
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    officer.page.on("dialog", leave)
    open_at(officer, NUMBER, key)
    type_in(officer, NUMBER, "40 or so")
    NUMBER.at(officer).blur()
    expect(officer.widget(NUMBER.name).locator(".kept-mark")).to_have_text(REFUSED)
    officer.widget("menu").get_by_role("link", name="Results").click()
    expect(officer.title()).to_contain_text("Results")
    wait_until_drawn(officer.page)

    officer.page.locator(".kept-elsewhere a").click()

    expect(NUMBER.at(officer)).to_have_value("40 or so")
    assert asked == []
    assert len(officer.page.evaluate(STORED)) == 1
