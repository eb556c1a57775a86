"""Two officers on one assessment: neither loses anything, and who meets a difference chooses."""

import pytest
from journeys.conftest import MakeOfficer
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import kept, once_kept, sheet, sheet_of
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def key(server: Server) -> str:
    """An assessment that both have open."""
    return kept(server, sheet({}))


@pytest.fixture
def first(server: Server, key: str, make_officer: MakeOfficer) -> Officer:
    seated = make_officer(server)
    seated.questions(key)
    return seated


@pytest.fixture
def second(server: Server, key: str, make_officer: MakeOfficer) -> Officer:
    seated = make_officer(server)
    seated.questions(key)
    return seated


def test_answers_to_different_questions_are_both_kept_and_both_seen(first: Officer, second: Officer, key: str) -> None:
    first.answer("MKT1", 1)
    second.answer("MKT2", 2)

    second.expect_choice("MKT1", 1)
    answers = sheet_of(first.server, key).answers
    assert (answers["MKT1"].level, answers["MKT2"].level) == (1, 2)


def meet_a_difference(first: Officer, second: Officer) -> None:
    """The first answers, and the second, who has not seen it, answers otherwise."""
    first.answer("MKT1", 1)
    second.choose("MKT1", 3)
    expect(second.question("MKT1").get_by_text("This answer was changed")).to_be_visible()


def test_who_is_second_sees_both_answers_and_loses_neither(first: Officer, second: Officer, key: str) -> None:
    meet_a_difference(first, second)

    both = second.question("MKT1").get_by_test_id("stText")
    expect(both).to_contain_text("Theirs: Demand is steady but rests on one budget line under review")
    expect(both).to_contain_text("Yours: Demand is rising")
    expect(second.status("MKT1")).to_have_count(0)
    assert sheet_of(first.server, key).answers["MKT1"].level == 1


def test_keeping_theirs_shows_and_keeps_theirs(first: Officer, second: Officer, key: str) -> None:
    meet_a_difference(first, second)

    second.press("theirs-MKT1")

    second.expect_choice("MKT1", 1)
    second.expect_saved("MKT1")
    assert sheet_of(first.server, key).answers["MKT1"].level == 1


def test_using_mine_keeps_mine_and_the_first_is_told(first: Officer, second: Officer, key: str) -> None:
    meet_a_difference(first, second)

    second.press("mine-MKT1")

    second.expect_choice("MKT1", 3)
    second.expect_saved("MKT1")
    assert sheet_of(first.server, key).answers["MKT1"].level == 3
    first.answer("MKT2", 0)
    first.expect_choice("MKT1", 3)
    expect(first.status("MKT1")).to_contain_text("changed in another window or by somebody else")


def test_a_difference_that_is_left_open_does_not_hold_up_other_answers(
    first: Officer, second: Officer, key: str
) -> None:
    meet_a_difference(first, second)

    second.answer("MKT2", 0)

    expect(second.question("MKT1").get_by_text("This answer was changed")).to_be_visible()
    assert sheet_of(first.server, key).answers["MKT2"].level == 0


def test_a_service_described_twice_asks_the_second(first: Officer, second: Officer, key: str) -> None:
    first.visit(f"/service?assessment={key}")
    second.visit(f"/service?assessment={key}")

    first.type_into("service-council", "First council")
    once_kept(first, key, lambda sheet: sheet.service.council == "First council")
    second.type_into("service-council", "Second council")

    expect(second.page.get_by_text("Theirs: First council")).to_be_visible()
    second.press("mine-service")
    expect(second.widget("mine-service")).to_have_count(0)
    expect(second.widget("service-council").get_by_role("textbox")).to_have_value("Second council")
    assert sheet_of(first.server, key).service.council == "Second council"
