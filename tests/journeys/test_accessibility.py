"""No page breaks a rule of WCAG 2.2 AA or good practice, in any state, on a laptop and on a phone."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from builders import not_applicable
from journeys.accessibility import violations
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import NOT_APPLICABLE, Officer
from journeys.sheets import bank, example, kept, sheet
from journeys.sizes import DESK, LARGE, PHONE, Size
from journeys.test_journey_files import broken, choose_file
from playwright.sync_api import FilePayload, expect

pytestmark = pytest.mark.browser

FIRST = bank().dimensions[0]


def found_at_every_size(look: Officer, sizes: Iterable[Size] = (DESK, PHONE)) -> dict[str, list[str]]:
    """What axe finds on the page as it is, for each size of screen on which it finds anything.

    A larger screen shows what a desk does with more room around it: one page on it stands for all.
    """
    found: dict[str, list[str]] = {}
    for size in sizes:
        look.page.set_viewport_size({"width": size.width, "height": size.height})
        look.wait_until_ready()
        found[size.name] = violations(look.page)
    return {name: broken_rules for name, broken_rules in found.items() if broken_rules}


def test_start_empty(make_server: MakeServer, make_officer: MakeOfficer) -> None:
    server = make_server()
    server.start()
    officer = make_officer(server)

    officer.visit()
    expect(officer.page.get_by_test_id("stFileUploaderDropzone")).to_be_visible()

    assert found_at_every_size(officer) == {}


def start_with_assessments(look: Officer) -> None:
    key = kept(look.server, sheet({"MKT1": 1}))
    look.visit()
    expect(look.widget(f"open-{key}")).to_be_visible()
    expect(look.page.get_by_test_id("stFileUploaderDropzone")).to_be_visible()


def start_with_a_file_refused(look: Officer) -> None:
    look.visit()
    choose_file(look, "broken.json", broken())
    look.press("import-now")
    expect(look.error()).to_be_visible()


def start_with_a_question_before_deleting(look: Officer) -> None:
    key = kept(look.server, sheet({"MKT1": 1}))
    look.visit()
    look.press(f"delete-{key}")
    expect(look.page.get_by_role("dialog")).to_be_visible()


def start_with_the_last_question_before_erasing(look: Officer) -> None:
    start_with_a_question_before_deleting(look)
    look.press("ask-for-good")
    expect(look.widget("erase-now")).to_be_visible()


def start_with_a_full_bin(look: Officer) -> None:
    binned(look)
    look.visit()
    look.widget("in-bin").locator("summary").first.click()


def in_the_bin(look: Officer) -> None:
    look.visit(f"/questions?assessment={binned(look)}")
    expect(look.title()).to_have_text("This assessment is in the bin")


def erased_for_good(look: Officer) -> None:
    store = look.server.store()
    key = binned(look)
    store.delete(key)
    store.close()
    look.visit(f"/questions?assessment={key}")
    expect(look.title()).to_contain_text("was erased on")


def binned(look: Officer) -> str:
    """The key of an assessment in the bin."""
    key, store = kept(look.server, sheet({"MKT1": 1})), look.server.store()
    store.bin.put(key)
    store.close()
    return key


def service_empty(look: Officer) -> None:
    look.visit(f"/service?assessment={kept(look.server, sheet({}, ''))}")


def service_filled(look: Officer) -> None:
    look.visit(f"/service?assessment={kept(look.server, example('told-no'))}")
    look.widget("fact-finance").wait_for()


def service_weights(look: Officer) -> None:
    look.visit(f"/service?assessment={kept(look.server, sheet({}))}")
    look.press("toggle-weights")
    look.widget(f"weight-{FIRST.id}").wait_for()


def service_weights_locked(look: Officer) -> None:
    look.visit(f"/service?assessment={kept(look.server, example('told-no'))}")
    look.press("toggle-weights")
    look.widget(f"weight-{FIRST.id}").wait_for()


def questions_empty(look: Officer) -> None:
    look.questions(kept(look.server, sheet({})), "COM")


def questions_answered(look: Officer) -> None:
    look.questions(kept(look.server, example("told-no")), "COM")
    look.expect_saved("COM1")


def questions_reason_missing(look: Officer) -> None:
    look.questions(kept(look.server, sheet({})), "MKT")
    look.choose("MKT1", NOT_APPLICABLE)
    expect(look.status("MKT1")).to_contain_text("Not saved yet")


def questions_refused(look: Officer) -> None:
    look.questions(kept(look.server, sheet({"MKT1": 1})), "MKT")
    look.open_details("MKT1")
    look.type_into("links-MKT1", "not a link")
    expect(look.status("MKT1")).to_contain_text("Not saved.")


def questions_details_open(look: Officer) -> None:
    look.questions(kept(look.server, sheet({"MKT1": 1, "MKT2": not_applicable()})), "MKT")
    look.open_details("MKT1")
    look.open_details("MKT2")


def questions_conflict(look: Officer) -> None:
    key = kept(look.server, sheet({}))
    look.questions(key, "MKT")
    other = Officer(look.page.context.new_page(), look.server, look.watch)
    other.questions(key, "MKT")
    other.answer("MKT1", 1)
    other.page.close()
    look.choose("MKT1", 2)
    expect(look.question("MKT1").get_by_text("This answer was changed")).to_be_visible()


def results_nothing_yet(look: Officer) -> None:
    look.results(kept(look.server, sheet({})))


def results_provisional(look: Officer) -> None:
    look.results(kept(look.server, sheet({"MKT1": 2, "COM1": 1, "STF2": 3})))
    expect(look.page.get_by_text("Not ready for a decision").first).to_be_visible()
    look.page.get_by_role("figure").first.wait_for()


def results_everything_open(look: Officer) -> None:
    look.results(kept(look.server, example("told-no")))
    look.page.get_by_role("figure").first.wait_for()
    look.open_everything()


def unknown_assessment(look: Officer) -> None:
    look.visit("/questions?assessment=AAAAAAAAAAAAAAAAAAAAAA")
    expect(look.error()).to_be_visible()


def of_another_bank(look: Officer) -> None:
    look.visit(f"/results?assessment={kept(look.server, replace(sheet({}), bank_version='2025.1'))}")
    look.press("bring-over")
    expect(look.error()).to_be_visible()


def forms_without_facts(look: Officer) -> None:
    look.visit(f"/forms?assessment={kept(look.server, sheet({}))}")
    look.open_everything()


def forms_with_facts(look: Officer) -> None:
    look.visit(f"/forms?assessment={kept(look.server, example('told-no'))}")
    look.open_everything()


def models(look: Officer) -> None:
    look.visit(f"/models?assessment={kept(look.server, example('explore-york-2013'))}")
    look.open_everything()


def next_steps_before_answers(look: Officer) -> None:
    look.visit(f"/next?assessment={kept(look.server, sheet({}))}")


def next_steps(look: Officer) -> None:
    look.visit(f"/next?assessment={kept(look.server, example('told-no'))}")
    look.open_everything()


def export_nothing_answered(look: Officer) -> None:
    look.visit(f"/export?assessment={kept(look.server, sheet({}))}")
    look.page.get_by_role("img", name="Page 2").wait_for()
    look.open_everything()


def export_made(look: Officer) -> None:
    look.visit(f"/export?assessment={kept(look.server, example('told-no'))}")
    look.page.get_by_role("img", name="Page 2").wait_for()
    look.open_everything()
    look.press("make-html")
    look.page.get_by_role("button", name="Save it again").wait_for()


def export_template_refused(look: Officer) -> None:
    look.visit(f"/export?assessment={kept(look.server, sheet({'MKT1': 2}))}")
    look.open_everything()
    payload = FilePayload(name="council.docx", mimeType="application/octet-stream", buffer=b"no Word file")
    look.widget("template").locator("input[type=file]").set_input_files(payload)
    expect(look.error()).to_be_visible()


STATES = (
    start_with_assessments,
    start_with_a_file_refused,
    start_with_a_question_before_deleting,
    start_with_the_last_question_before_erasing,
    start_with_a_full_bin,
    in_the_bin,
    erased_for_good,
    service_empty,
    service_filled,
    service_weights,
    service_weights_locked,
    questions_empty,
    questions_answered,
    questions_reason_missing,
    questions_refused,
    questions_details_open,
    questions_conflict,
    results_nothing_yet,
    results_provisional,
    results_everything_open,
    unknown_assessment,
    of_another_bank,
    forms_without_facts,
    forms_with_facts,
    models,
    next_steps_before_answers,
    next_steps,
    export_nothing_answered,
    export_made,
    export_template_refused,
)


@pytest.mark.parametrize("bring_about", STATES, ids=lambda state: state.__name__)
def test_page(officer: Officer, bring_about: Callable[[Officer], None]) -> None:
    bring_about(officer)

    assert found_at_every_size(officer) == {}


def test_a_page_on_a_large_screen(officer: Officer) -> None:
    results_provisional(officer)

    assert found_at_every_size(officer, [LARGE]) == {}
