"""What is typed is kept on PostgreSQL too, in every box, and while its server is away for a while."""

import os
from collections.abc import Iterator

import pytest
from journeys.conftest import MakeOfficer
from journeys.servers import Server
from journeys.sheets import kept
from journeys.text_boxes import BOXES, NOTE, TRIED_AGAIN, TextBox, begun, once_in, open_at, type_in
from playwright.sync_api import expect
from store.throwaway_postgres import Server as Database
from store.throwaway_postgres import find_programs, running_server

pytestmark = [pytest.mark.browser, pytest.mark.postgres]


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    programs = find_programs()
    if programs is None:
        assert "CI" not in os.environ
        pytest.skip("NOT TESTED ON POSTGRESQL: its server programs are not on this machine.")
    with running_server(programs) as running:
        yield running


@pytest.fixture(scope="module")
def server(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product on a database of that server."""
    started = Server(tmp_path_factory.mktemp("postgres") / "data", database_url=database.url())
    started.start()
    yield started
    started.kill()


def each(*gate: TextBox) -> list[object]:
    return [pytest.param(box, id=box.name, marks=() if box in gate else pytest.mark.long) for box in BOXES]


@pytest.mark.parametrize("box", each(NOTE))
def test_typed_and_reloaded_at_once_is_in_its_box_and_saved(
    server: Server, make_officer: MakeOfficer, box: TextBox
) -> None:
    officer = make_officer(server)
    key = kept(server, begun())
    open_at(officer, box, key)

    type_in(officer, box)
    officer.reload()

    once_in(officer, key, box)


@pytest.mark.long
def test_a_note_waits_for_a_database_that_is_away(
    server: Server, database: Database, make_officer: MakeOfficer
) -> None:
    officer = make_officer(server)
    key = kept(server, begun())
    open_at(officer, NOTE, key)

    database.stop()
    type_in(officer, NOTE)
    expect(officer.widget("note-MKT1").locator(".kept-mark")).to_have_text(TRIED_AGAIN, timeout=60_000)
    expect(officer.main()).to_contain_text("The database does not answer")
    expect(officer.error()).to_have_count(0)
    database.start()

    once_in(officer, key, NOTE)
