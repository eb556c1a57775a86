"""An assessment that people answered on bank 2026.1: it opens as a copy that says what waits, and stays as it was."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import bank, kept, sheet_of
from playwright.sync_api import expect

from detector.core.answers import Answer, AnswerSheet, AnswerState, Service

pytestmark = pytest.mark.browser

OLD_FILE = Path(__file__).parents[1] / "files" / "of_2026_1" / "told-no.json"


def old_sheet() -> AnswerSheet:
    """The answers of a worked example as bank 2026.1 had them, without its facts."""
    held = json.loads(OLD_FILE.read_text(encoding="utf-8"))
    answers = {
        key: Answer(AnswerState.LEVEL, one["level"], one.get("evidence", 0), one.get("note", ""))
        for key, one in held["answers"].items()
    }
    return replace(AnswerSheet("2026.1"), service=Service("Home help"), answers=answers)


def test_it_opens_as_a_copy_that_says_what_waits(officer: Officer, server: Server) -> None:
    older = kept(server, old_sheet())
    officer.visit()

    officer.press(f"open-{older}")

    banner = officer.widget("brought-over")
    expect(banner).to_contain_text(
        "Brought over from version 2026.1. 51 answers carried over, 9 to look at again, 4 new questions."
    )
    copy = officer.page.url.split("assessment=")[1].split("&")[0]
    assert sheet_of(server, older) == old_sheet()
    officer.expect_choice("MKT1", 1)

    officer.questions(copy, "INC")
    asked_before = "How many separate payers would there be, and how large is the biggest?"
    expect(officer.page.get_by_text(asked_before)).to_be_visible()

    officer.questions(copy, "GOV")
    officer.expect_choice("GOV1", 0)
    officer.press("holds-GOV1")
    expect(officer.widget("holds-GOV1")).to_have_count(0)
    expect(banner).to_contain_text("8 to look at again")

    officer.press("close-brought-over")
    expect(banner).to_have_count(0)
    officer.visit(f"/results?assessment={copy}")
    expect(officer.page.get_by_text("Answered on question bank 2026.1")).to_be_visible()
    brought = sheet_of(server, copy).brought_over
    assert brought is not None
    assert brought.closed
    store = server.store()
    try:
        said = store.results(copy)
    finally:
        store.close()
    assert {one.result.bank_version for one in said} == {bank().version}
    assert len(said) == 3
