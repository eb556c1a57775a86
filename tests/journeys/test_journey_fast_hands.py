"""Hands faster than the server: what is shown last is what is kept, and nobody is in conflict with themselves."""

import random

import pytest
from journeys.officer import DONT_KNOW, NOT_APPLICABLE, Officer
from journeys.sheets import bank, kept, once_kept, sheet, sheet_of
from playwright.sync_api import expect

from detector.core.answers import AnswerSheet

pytestmark = pytest.mark.browser

PART = bank().dimensions[0]


def test_keys_pressed_without_waiting_are_all_kept(officer: Officer) -> None:
    chance = random.Random(2026)
    key = kept(officer.server, sheet({}))
    officer.questions(key, PART.id)

    for question in PART.questions:
        officer.tab_to(f".st-key-answer-{question.id} input")
        officer.page.keyboard.press("Space")
        for _ in range(chance.randrange(3, 9)):
            officer.page.keyboard.press(chance.choice(["ArrowDown", "ArrowDown", "ArrowUp"]))
        if officer.chosen(question.id) == NOT_APPLICABLE:
            officer.page.keyboard.press("ArrowUp")
    shown = {question.id: officer.chosen(question.id) for question in PART.questions}

    once_kept(officer, key, lambda sheet: choices_in(sheet) == shown)
    for question in PART.questions:
        officer.expect_saved(question.id)
        officer.expect_choice(question.id, shown[question.id])
    expect(officer.page.get_by_text("This answer was changed")).to_have_count(0)
    assert choices_in(sheet_of(officer.server, key)) == shown


def choices_in(sheet: AnswerSheet) -> dict[str, int]:
    """The choice that stands for each answer."""
    return {each: DONT_KNOW if answer.level is None else answer.level for each, answer in sheet.answers.items()}


def test_clicks_without_waiting_are_all_kept(officer: Officer) -> None:
    key = kept(officer.server, sheet({}))
    officer.questions(key, PART.id)

    for level in (0, 3, 1, 2):
        for question in PART.questions:
            officer.choose(question.id, level)
    once_kept(officer, key, lambda sheet: choices_in(sheet) == {each.id: 2 for each in PART.questions})
    for question in PART.questions:
        officer.expect_saved(question.id)
        officer.expect_choice(question.id, 2)

    assert choices_in(sheet_of(officer.server, key)) == {each.id: 2 for each in PART.questions}


def test_a_note_and_the_next_answer_at_once_are_both_kept(officer: Officer) -> None:
    key = kept(officer.server, sheet({"MKT1": 1}))
    officer.questions(key, PART.id)
    officer.open_details("MKT1")

    officer.widget("note-MKT1").get_by_role("textbox").fill("Typed, and then straight on")
    officer.choose("MKT2", 2)
    officer.expect_saved("MKT2")
    officer.reload()

    answers = sheet_of(officer.server, key).answers
    assert answers["MKT1"].note == "Typed, and then straight on"
    assert answers["MKT2"].level == 2


def test_a_note_and_the_next_part_at_once_keeps_the_note(officer: Officer) -> None:
    key = kept(officer.server, sheet({"MKT1": 1}))
    officer.questions(key, PART.id)
    officer.open_details("MKT1")

    officer.widget("note-MKT1").get_by_role("textbox").fill("Typed, and then straight on")
    officer.press("next")
    expect(officer.title()).to_have_text(bank().dimensions[1].name)

    assert sheet_of(officer.server, key).answers["MKT1"].note == "Typed, and then straight on"
