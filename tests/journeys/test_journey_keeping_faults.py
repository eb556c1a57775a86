"""While a save is refused the page stays, marks what is not saved, says why, and saves by itself once it can."""

import sqlite3
import sys
from collections.abc import Generator
from contextlib import closing, contextmanager

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import kept, once_kept, sheet_of
from journeys.test_journey_store_faults import files_no_larger_than
from journeys.text_boxes import NOTE, TRIED_AGAIN, begun, once_in, open_at, type_in
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@contextmanager
def held_by_another_program(server: Server) -> Generator[None]:
    """Nobody else can write to the database until this ends."""
    with closing(sqlite3.connect(server.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def expect_marked(officer: Officer, why: str) -> None:
    """Wait until the page says of the note that it is not saved, and why, with the words still in their box."""
    expect(officer.status("MKT1")).to_contain_text("Not saved yet.", timeout=60_000)
    expect(officer.status("MKT1")).to_contain_text(why)
    expect(officer.widget("note-MKT1").locator(".kept-mark")).to_have_text(TRIED_AGAIN)
    expect(NOTE.at(officer)).to_have_value(NOTE.words)
    expect(officer.error()).to_have_count(0)
    expect(officer.question("MKT1")).not_to_contain_text("✓ Saved")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only Linux limits the files of a running program.")
def test_a_note_and_a_choice_wait_for_a_full_disk(make_server: MakeServer, make_officer: MakeOfficer) -> None:
    server = make_server()
    server.start()
    key = kept(server, begun())
    officer = make_officer(server)
    open_at(officer, NOTE, key)

    with files_no_larger_than(server.process_id, 4096):
        type_in(officer, NOTE)
        NOTE.at(officer).blur()
        expect_marked(officer, "disk")
        officer.choose("MKT3", 2)
        expect(officer.status("MKT3")).to_contain_text("Not saved yet.")
        officer.expect_choice("MKT3", 2)

    once_in(officer, key, NOTE)
    once_kept(officer, key, lambda sheet: sheet.answers["MKT3"].level == 2)
    officer.expect_saved("MKT3")


def test_an_answer_that_could_not_be_cleared_is_still_there_and_says_so(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    server = make_server()
    server.start()
    key = kept(server, begun())
    officer = make_officer(server)
    open_at(officer, NOTE, key)

    with files_no_larger_than(server.process_id, 4096):
        officer.press("clear-MKT1")
        expect(officer.main()).to_contain_text("Not cleared.")
        officer.expect_choice("MKT1", 0)


@pytest.mark.long
def test_a_note_waits_for_another_program_to_let_go(make_server: MakeServer, make_officer: MakeOfficer) -> None:
    server = make_server()
    server.start()
    key = kept(server, begun())
    officer = make_officer(server)
    open_at(officer, NOTE, key)

    with held_by_another_program(server):
        type_in(officer, NOTE)
        expect_marked(officer, "Another program held it")
        assert NOTE.kept(sheet_of(server, key)) == ""

    once_in(officer, key, NOTE)


@pytest.mark.long
def test_a_page_that_could_not_be_read_comes_back_with_what_was_typed(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    server = make_server()
    server.start()
    key = kept(server, begun())
    officer = make_officer(server)
    open_at(officer, NOTE, key)
    away = server.database.with_name("away")

    with officer.watch.paused():
        type_in(officer, NOTE)
        server.stop()
        server.database.rename(away)
        server.database.write_bytes(b"This is no database. " * 500)
        server.start()
        officer.reload()
        expect(officer.error().first).to_contain_text("Nothing that was saved is lost")
        away.replace(server.database)

    once_in(officer, key, NOTE)
