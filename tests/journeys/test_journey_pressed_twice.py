"""What makes something is pressed twice, by quick hands or while the server is slow: one thing is made."""

import os
import re
import signal
from collections.abc import Callable, Generator
from contextlib import contextmanager

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import EXAMPLES, kept, sheet
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

EXAMPLE = "told-no"
Twice = Callable[[Officer], None]


@pytest.fixture
def own_server(make_server: MakeServer) -> Server:
    server = make_server()
    server.start()
    return server


@contextmanager
def slow(server: Server) -> Generator[None]:
    """The server does nothing for now; what was asked of it waits."""
    os.kill(server.process_id, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(server.process_id, signal.SIGCONT)


def assessments(server: Server) -> list[str]:
    """The names of the services whose assessments are kept."""
    store = server.store()
    try:
        return [listing.name for listing in store.recent(100)]
    finally:
        store.close()


def click_twice(officer: Officer, key: str) -> None:
    officer.widget(key).get_by_role("button").dblclick()


def name_it(officer: Officer) -> None:
    """Type a name, without leaving the box."""
    officer.visit()
    officer.page.get_by_label("Name of the service").press_sequentially("Libraries")


def click_start_twice(officer: Officer) -> None:
    name_it(officer)
    officer.page.get_by_role("button", name="Start", exact=True).dblclick()


def press_enter_twice(officer: Officer) -> None:
    name_it(officer)
    officer.page.keyboard.press("Enter")
    officer.page.keyboard.press("Enter")


def click_while_the_server_is_slow(officer: Officer) -> None:
    name_it(officer)
    with slow(officer.server):
        for _ in range(3):
            officer.page.get_by_role("button", name="Start", exact=True).click()


@pytest.mark.skipif(os.name == "nt", reason="a program is held up in another way there")
@pytest.mark.parametrize(
    "twice",
    [
        click_start_twice,
        pytest.param(press_enter_twice, marks=pytest.mark.long),
        pytest.param(click_while_the_server_is_slow, marks=pytest.mark.long),
    ],
)
def test_one_assessment_is_started(own_server: Server, make_officer: MakeOfficer, twice: Twice) -> None:
    officer = make_officer(own_server)

    twice(officer)

    expect(officer.title()).to_have_text("The service")
    officer.wait_until_ready()
    expect(officer.title()).to_have_text("The service")
    assert assessments(own_server) == ["Libraries"]

    officer.visit()
    officer.page.get_by_label("Name of the service").fill("Libraries")
    officer.page.get_by_role("button", name="Start", exact=True).click()
    expect(officer.title()).to_have_text("The service")
    assert assessments(own_server) == ["Libraries", "Libraries"], "Two services may have one name."


def bring_in_twice(officer: Officer) -> None:
    officer.visit()
    file = EXAMPLES / f"{EXAMPLE}.json"
    officer.widget("import").locator("input[type=file]").set_input_files(file)
    click_twice(officer, "import-now")


def open_an_example_twice(officer: Officer) -> None:
    officer.visit()
    click_twice(officer, f"example-{EXAMPLE}")


@pytest.mark.parametrize("twice", [bring_in_twice, pytest.param(open_an_example_twice, marks=pytest.mark.long)])
def test_one_copy_is_opened(own_server: Server, make_officer: MakeOfficer, twice: Twice) -> None:
    officer = make_officer(own_server)

    twice(officer)

    expect(officer.page).to_have_url(re.compile("assessment="))
    officer.wait_until_ready()
    assert len(assessments(own_server)) == 1


def test_one_workshop_is_opened(own_server: Server, make_officer: MakeOfficer) -> None:
    officer, key = make_officer(own_server), kept(own_server, sheet({}))
    officer.visit(f"/workshop?assessment={key}")

    click_twice(officer, "open-workshop")

    expect(officer.page.locator(".join-code")).to_be_visible()
    officer.wait_until_ready()
    store = own_server.store()
    opened = store.workshops.of_assessment(key)
    store.close()
    assert len(opened) == 1
