"""What the Start page says of a clock that jumped, and the Workshop page of a workshop that was erased."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest
from ui.pages import BANK, PATIENCE, Desk, said

from detector.core.answers import check_sheet, empty_sheet
from detector.core.receipts import Finding, Look
from detector.core.workshop.workshop import Workshop
from detector.store import Store, eraser

ROOM = Workshop(("MKT1",), ("trade_unions",))
NAME = "Confidential Carol"
PAST = datetime.now(UTC) - timedelta(days=300)


def _start() -> None:
    from detector.ui.assessments.page import start_page

    start_page()


def _for_good() -> None:
    from detector.ui import state
    from detector.ui.assessments.deleting import for_good

    for listing in state.store().recent():
        for_good(listing)


def start_page() -> AppTest:
    """The Start page in a new browser session."""
    return AppTest.from_function(_start, default_timeout=PATIENCE).run()


@pytest.fixture
def overdue(desk: Desk) -> str:
    """The key of a workshop that should be erased by now, on a computer whose clock has jumped by ten months."""
    made = desk.store.workshops.create(
        desk.kept(empty_sheet(BANK)), ROOM, PAST.date(), PAST.date() + timedelta(days=30)
    )
    desk.store.retention.believe(PAST)
    return made.key


def test_the_start_page_says_what_the_clock_holds_up_until_an_officer_says_that_it_is_right(
    store: Store, overdue: str
) -> None:
    page = start_page()
    assert "1 deleted assessment or workshop should be erased by now, and nothing is" in said(page)
    assert store.retention.erase_due(datetime.now(UTC), 0.0) == 0

    page.button(key="clock-is-right").click().run()

    assert "should be erased by now" not in said(page)
    assert store.retention.erase_due(datetime.now(UTC), 3600.0) == 1
    assert store.eraser.receipt(overdue) is not None


def test_where_nothing_is_due_the_start_page_asks_nothing(desk: Desk) -> None:
    desk.kept(empty_sheet(BANK))
    desk.store.retention.believe(PAST)

    assert not start_page().warning


def test_the_address_of_an_erased_workshop_tells_its_receipt(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def held_up(*_: object) -> list[Look]:
        return [Look(Finding.HELD_UP, datetime.now(UTC), 7, 5)]

    key = desk.kept(empty_sheet(BANK))
    made = desk.store.workshops.create(key, ROOM, date(2026, 11, 22), date(2027, 2, 22))
    with monkeypatch.context() as patch:
        patch.setattr(eraser, "look_for", held_up)
        desk.store.eraser.workshop(made.key)
    first = desk.workshop(key, made.key)

    desk.store.eraser.finish()
    second = desk.workshop(key, made.key)

    assert "5 of 7 pieces were found" in said(first)
    assert "none was found" in said(second)
    assert first.title[0].value.startswith("The workshop of 22 November 2026 was erased on")


def test_a_workshop_that_never_was_is_not_taken_for_an_erased_one(desk: Desk) -> None:
    page = desk.workshop(desk.kept(empty_sheet(BANK)), "x" * 22)

    assert "was erased on" not in said(page)
    assert page.exception


def test_whoever_erases_their_own_assessment_is_named_nowhere_afterwards(desk: Desk) -> None:
    key = desk.store.create(check_sheet(BANK, empty_sheet(BANK)), by=NAME)
    page = AppTest.from_function(_for_good, default_timeout=PATIENCE)
    page.session_state["editor_name"] = NAME

    page.run().button(key="erase-now").click().run()

    assert desk.store.eraser.receipt(key) is not None
    with closing(sqlite3.connect(desk.store.place)) as other:
        assert other.execute("SELECT name FROM author").fetchall() == []
