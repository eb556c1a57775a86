"""An action's tick, owner and date are kept as they are set, and the page tells them at once."""

import re

import pytest
from builders import at_level
from streamlit.testing.v1 import AppTest
from ui.pages import Desk, said

from detector.bank_files import load_bank
from detector.core.answers import AnswerSheet, Item, ItemKind, PlannedAction
from detector.core.assessment import assess
from detector.core.bank import GateKind

BANK = load_bank()
SHEET = AnswerSheet(BANK.version, answers={"MKT1": at_level(0)})
FIRST, SECOND, *_ = dict.fromkeys(action.rule_id for action in assess(BANK, SHEET).actions)


@pytest.fixture
def key(desk: Desk) -> str:
    return desk.kept(SHEET)


def progress(page: AppTest) -> str:
    return str(page.get("progress")[0].proto.text)


def test_a_tick_is_kept_and_counted_at_once(desk: Desk, key: str) -> None:
    page = desk.next_steps(key)
    assert progress(page).startswith("0 of ")

    page.checkbox(key=f"done-{SECOND}").check().run()

    assert progress(page).startswith("1 of ")
    assert desk.store.load(key).sheet.plan == {SECOND: PlannedAction(done=True)}


def test_owner_and_date_are_kept_and_told_in_the_actions_line(desk: Desk, key: str) -> None:
    page = desk.next_steps(key)
    page.button(key=f"toggle-{FIRST}").click().run()

    page.text_input(key=f"owner-{FIRST}").set_value("Head of libraries").run()
    page.text_input(key=f"due-{FIRST}").set_value("27/3/2027").run()

    assert desk.store.load(key).sheet.plan == {FIRST: PlannedAction("Head of libraries", "2027-03-27")}
    assert "Owner: Head of libraries. Due 27 March 2027." in said(page)


def test_what_is_no_date_is_told_and_not_kept(desk: Desk, key: str) -> None:
    page = desk.next_steps(key)
    page.button(key=f"toggle-{FIRST}").click().run()

    page.text_input(key=f"due-{FIRST}").set_value("soon").run()

    assert "The date is not saved." in said(page)
    assert desk.store.load(key).sheet.plan == {}


def test_what_is_too_long_for_an_owner_is_told_and_never_called_saved(desk: Desk, key: str) -> None:
    desk.put_elsewhere(key, Item(ItemKind.PLAN, FIRST), PlannedAction("Head of libraries"))
    page = desk.next_steps(key)
    page.button(key=f"toggle-{FIRST}").click().run()

    page.text_input(key=f"owner-{FIRST}").set_value("x" * 5_000).run()

    assert "Not saved. " in said(page)
    assert "\u2713 Saved." not in said(page)
    assert desk.store.load(key).sheet.plan == {FIRST: PlannedAction("Head of libraries")}


@pytest.mark.parametrize(("press", "left"), [("theirs", "Finance"), ("mine", "Head of libraries")])
def test_an_owner_that_others_changed_meanwhile_is_a_choice_between_yours_and_theirs(
    desk: Desk, key: str, press: str, left: str
) -> None:
    page = desk.next_steps(key)
    page.button(key=f"toggle-{FIRST}").click().run()
    desk.put_elsewhere(key, Item(ItemKind.PLAN, FIRST), PlannedAction("Finance"))

    page.text_input(key=f"owner-{FIRST}").set_value("Head of libraries").run()

    assert "Theirs: owner Finance, no date, not done\nYours: owner Head of libraries, no date, not done" in said(page)
    page.button(key=f"{press}-{FIRST}").click().run().run()
    assert page.text_input(key=f"owner-{FIRST}").value == left
    assert desk.store.load(key).sheet.plan == {FIRST: PlannedAction(left)}


def test_actions_stand_under_their_stage(desk: Desk, key: str) -> None:
    found, _, _ = said(desk.next_steps(key)).partition("Where the service stands on the roadmap")

    headings = [f"<h3>{stage.name}</h3>" for stage in BANK.stages]
    assert [heading in found for heading in headings] == [True, True, False, False]
    assert "Part of every plan" in found
    assert not re.search(r"Action \d", found)


def test_a_plan_that_has_ended_says_what_would_open_it_again(desk: Desk) -> None:
    failed = next(gate for gate in BANK.gates if gate.kind is GateKind.HARD)
    key = desk.kept(AnswerSheet(BANK.version, answers={failed.question: at_level(0)}))

    page = desk.next_steps(key)

    assert "Until that changes, nothing else is worth doing." in said(page)
    assert f"It opens again when this is so: {failed.clears_when}" in said(page)
    assert len(page.checkbox) == 1
