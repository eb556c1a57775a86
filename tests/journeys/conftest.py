import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journeys.browsers import MISSING, arguments, find_browser
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sizes import DESK, Size
from journeys.watching import Watch
from playwright.sync_api import Browser, expect, sync_playwright

MakeServer = Callable[..., Server]
MakeOfficer = Callable[..., Officer]
PATIENCE = 20_000
LONGEST_JOURNEY = 180
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let no journey wait for ever."""
    for item in items:
        if item.get_closest_marker("browser") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(LONGEST_JOURNEY))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = find_browser()
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=arguments())
        yield running
        running.close()


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("shared") / "data")
    server.start()
    yield server
    server.kill()


@pytest.fixture
def server(shared_server: Server) -> Server:
    """A running server; other tests have left assessments on it."""
    shared_server.crashes()
    return shared_server


@pytest.fixture
def make_server(tmp_path: Path) -> Iterator[MakeServer]:
    """Makes servers of this test alone, each with nothing kept yet; the test starts them."""
    made: list[Server] = []

    def make(launcher: tuple[str, ...] = (), questions: Path | None = None) -> Server:
        made.append(Server(tmp_path / f"data-{len(made)}", launcher, questions=questions))
        return made[-1]

    yield make
    for each in made:
        each.kill()


@pytest.fixture
def make_officer(browser: Browser) -> Iterator[MakeOfficer]:
    """Seats officers at browsers of their own; when the test is over nobody may have seen a fault."""
    seated: list[Officer] = []

    def make(server: Server, size: Size = DESK) -> Officer:
        context = browser.new_context(viewport={"width": size.width, "height": size.height}, accept_downloads=True)
        context.set_default_timeout(PATIENCE)
        watch = Watch(server.url.removeprefix("http://"))
        watch.follow(context)
        seated.append(Officer(context.new_page(), server, watch))
        return seated[-1]

    yield make
    faults = [fault for officer in seated for fault in officer.watch.faults]
    crashes = [crash for officer in seated for crash in officer.server.crashes()]
    for officer in seated:
        officer.page.context.close()
    assert faults == []
    assert crashes == []


@pytest.fixture
def officer(server: Server, make_officer: MakeOfficer) -> Officer:
    """An officer at a laptop."""
    return make_officer(server)
