"""Finding one's way: back and forward, deep links, the next unanswered question, and a page that keeps still."""

import re

import pytest
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import bank, kept, questions, sheet
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

FIRST, SECOND, *_ = bank().dimensions


@pytest.fixture
def key(server: Server) -> str:
    return kept(server, sheet({}))


def test_back_and_forward_move_between_parts(officer: Officer, key: str) -> None:
    officer.questions(key, FIRST.id)
    officer.press("next")
    expect(officer.title()).to_have_text(SECOND.name)

    officer.page.go_back()
    expect(officer.title()).to_have_text(FIRST.name)
    officer.page.go_forward()
    expect(officer.title()).to_have_text(SECOND.name)


def test_back_leads_from_the_results_to_the_part_before(officer: Officer, key: str) -> None:
    officer.questions(key, SECOND.id)
    officer.page.get_by_role("link", name="Results").click()
    expect(officer.title()).to_contain_text("Results")

    officer.page.go_back()

    expect(officer.title()).to_have_text(SECOND.name)


@pytest.mark.parametrize(
    "address",
    [
        "service?assessment=AAAAAAAAAAAAAAAAAAAAAA",
        "results?assessment=AAAAAAAAAAAAAAAAAAAAAA",
        "questions?assessment=..%2F..%2Fetc",
        "questions?assessment=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    ],
)
def test_an_address_of_no_assessment_says_so(officer: Officer, address: str) -> None:
    officer.visit(f"/{address}")

    expect(officer.error()).to_be_visible()
    expect(officer.page.get_by_text(re.compile("no assessment", re.IGNORECASE)).first).to_be_visible()
    officer.page.get_by_role("link", name="Start").click()
    expect(officer.title()).to_contain_text("Could this service")


@pytest.mark.parametrize("page", ["service", "questions", "results"])
def test_a_page_without_an_assessment_leads_to_start(officer: Officer, page: str) -> None:
    officer.visit(f"/{page}")

    expect(officer.page.get_by_text("No assessment is open")).to_be_visible()


def test_after_next_the_page_is_at_its_top(officer: Officer, key: str) -> None:
    officer.questions(key, FIRST.id)
    officer.scroll_down(200)

    officer.press("next")

    expect(officer.title()).to_have_text(SECOND.name)
    expect(officer.title()).to_be_in_viewport()
    officer.page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop === 0")


def test_next_unanswered_puts_the_keyboard_on_the_right_question(officer: Officer, server: Server) -> None:
    waiting = [question.id for question in questions()].index("COM3")
    key = kept(server, sheet({question.id: 1 for question in questions()[:waiting]}))
    officer.questions(key, FIRST.id)

    officer.press("next-unanswered")

    officer.question("COM3").wait_for()
    expect(officer.choices("COM3").first).to_be_focused()
    expect(officer.question("COM3").get_by_role("radiogroup").first).to_be_in_viewport()


def test_next_unanswered_leads_on_again_and_again(officer: Officer, server: Server) -> None:
    officer.questions(kept(server, sheet({"MKT1": 1})), FIRST.id)

    for question_id in ("MKT2", "MKT3", "MKT4"):
        officer.press("next-unanswered")
        expect(officer.choices(question_id).first).to_be_focused()
        officer.answer(question_id, 1)


def test_next_unanswered_leads_to_the_results_when_all_is_answered(officer: Officer, server: Server) -> None:
    officer.questions(kept(server, sheet({question.id: 1 for question in questions()})))

    officer.press("next-unanswered")

    expect(officer.title()).to_contain_text("Results")


def test_the_quick_scan_asks_fewer_and_all_questions_come_back(officer: Officer, key: str) -> None:
    officer.questions(key, FIRST.id)
    boxes = officer.page.locator("[class*=st-key-question-]")
    expect(boxes).to_have_count(len(FIRST.questions))

    officer.page.get_by_text("Quick scan (22)").click()
    expect(boxes).to_have_count(sum(question.quick_scan for question in FIRST.questions))
    expect(officer.page).to_have_url(re.compile("scan=quick"))

    officer.page.get_by_text("All questions (55)").click()
    expect(boxes).to_have_count(len(FIRST.questions))


def test_a_part_can_be_chosen_by_name(officer: Officer, key: str) -> None:
    officer.questions(key, FIRST.id)

    officer.page.get_by_role("combobox", name="Part").click()
    officer.page.get_by_role("option", name=SECOND.name).click()

    expect(officer.title()).to_have_text(SECOND.name)
    expect(officer.page).to_have_url(re.compile(f"part={SECOND.id}"))


def height(locator: Locator) -> float:
    """How far below the window's top something is, in pixels."""
    box = locator.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize("question_id", ["MKT1", "MKT4"])
def test_saving_by_keyboard_moves_neither_the_page_nor_the_keyboard(
    officer: Officer, key: str, question_id: str
) -> None:
    officer.questions(key, FIRST.id)
    # A new page goes to its top twice, the second time a quarter of a second after it is drawn.
    officer.page.wait_for_timeout(400)
    officer.tab_to(f".st-key-answer-{question_id} input")
    first = officer.choices(question_id).first
    before = height(first)

    officer.page.keyboard.press("Space")
    officer.expect_saved(question_id)
    expect(first).to_be_focused()
    assert height(first) == pytest.approx(before, abs=2)

    officer.page.keyboard.press("ArrowDown")
    officer.expect_choice(question_id, 1)
    officer.expect_saved(question_id)
    expect(officer.choices(question_id).nth(1)).to_be_focused()
    assert height(first) == pytest.approx(before, abs=2)


COVERED = """() => {
  const bar = document.querySelector('.st-key-saving').getBoundingClientRect();
  const held = document.activeElement.getBoundingClientRect();
  return held.bottom > bar.top + 1 && held.top < bar.bottom - 1 && !document.activeElement.closest('.st-key-saving');
}"""


def test_what_was_saved_is_always_in_view_and_covers_nothing_that_has_the_keyboard(officer: Officer, key: str) -> None:
    officer.questions(key, FIRST.id)
    expect(officer.widget("saving")).to_be_in_viewport(ratio=1)

    covered: list[str] = []
    for question in FIRST.questions:
        officer.tab_to(f".st-key-answer-{question.id} input")
        expect(officer.widget("saving")).to_be_in_viewport(ratio=1)
        if officer.page.evaluate(COVERED):
            covered.append(question.id)

    assert covered == []
