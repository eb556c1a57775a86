from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sizes import DESK, Size
from journeys.windows import Window, new_window
from playwright.sync_api import Browser, expect

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

    def make(launcher: tuple[str, ...] = (), questions: Path | None = None, database_url: str = "") -> Server:
        made.append(Server(tmp_path / f"data-{len(made)}", launcher, questions, database_url))
        return made[-1]

    yield make
    for each in made:
        each.kill()


@pytest.fixture(scope="session")
def free_windows(browser: Browser) -> list[Window]:
    """The windows at which nobody sits now."""
    return []


@pytest.fixture
def make_officer(browser: Browser, free_windows: list[Window]) -> Iterator[MakeOfficer]:
    """Seats officers at windows of their own; when the test is over nobody may have seen a fault."""
    taken: list[tuple[Window, Officer]] = []

    def make(server: Server, size: Size = DESK) -> Officer:
        window = free_windows.pop() if free_windows else new_window(browser, PATIENCE)
        taken.append((window, window.seat(server, size)))
        return taken[-1][1]

    yield make
    faults = [fault for _, officer in taken for fault in officer.watch.faults]
    crashes = [crash for _, officer in taken for crash in officer.server.crashes()]
    for window, officer in taken:
        window.leave(officer.server)
        free_windows.append(window)
    assert faults == []
    assert crashes == []


@pytest.fixture
def officer(server: Server, make_officer: MakeOfficer) -> Officer:
    """An officer at a laptop."""
    return make_officer(server)
