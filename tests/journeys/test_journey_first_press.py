"""The server is back and has not drawn the page yet: a press made then waits, is seen to wait, and counts once."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import READY, Officer
from journeys.sheets import kept, once_kept, sheet, sheet_of
from journeys.test_journey_connection import AFTER, PART, expect_lost
from playwright.sync_api import WebSocketRoute, expect

pytestmark = pytest.mark.browser

DRAWING = READY.replace("notRunning", "running")


@dataclass
class SlowLine:
    """The line between a page and its server, which can keep back what the page says.

    `begins_only` lets one message of the server through to each connection: that it begins to draw the page.
    """

    kept_back: list[tuple[WebSocketRoute, str | bytes]] = field(
        default_factory=list[tuple[WebSocketRoute, str | bytes]]
    )
    is_slow: bool = False
    begins_only: bool = False
    said: int = 0

    def connect(self, page: WebSocketRoute) -> None:
        """Carry the words of a page to its server, and back."""
        server = page.connect_to_server()
        heard = 0

        def carry_back(message: str | bytes) -> None:
            nonlocal heard
            heard += 1
            if self.begins_only and heard > 1:
                self.kept_back.append((page, message))
            else:
                page.send(message)

        def carry(message: str | bytes) -> None:
            self.said += 1
            if self.is_slow:
                self.kept_back.append((server, message))
            else:
                server.send(message)

        page.on_message(carry)
        server.on_message(carry_back)

    def go_on(self) -> None:
        """Let everything through that was kept back, in its order."""
        self.is_slow = self.begins_only = False
        for end, message in self.kept_back:
            end.send(message)
        self.kept_back.clear()


def click_a_level(officer: Officer) -> None:
    """Choose the lowest level with the mouse."""
    officer.choose("COM2", 0)


def key_a_level(officer: Officer) -> None:
    """Choose the lowest level with an arrow key."""
    officer.choices("COM2").nth(1).focus()
    officer.page.keyboard.press("ArrowUp")


def space_a_level(officer: Officer) -> None:
    """Choose the lowest level with the space bar."""
    officer.choices("COM2").nth(0).focus()
    officer.page.keyboard.press("Space")


@pytest.mark.parametrize("choose", [click_a_level, key_a_level, space_a_level])
def test_a_choice_made_before_the_page_is_drawn_anew_waits_for_it_and_is_kept(
    make_server: MakeServer, make_officer: MakeOfficer, choose: Callable[[Officer], None]
) -> None:
    """It goes back to a level that was kept before: a new server could take it for what an old page still shows."""
    server = make_server()
    server.start()
    officer, slow = make_officer(server), SlowLine()
    officer.page.route_web_socket("**/_stcore/stream", slow.connect)
    key = kept(server, sheet({"COM1": 2}))
    officer.questions(key, PART.id)
    for level in (0, 1):
        officer.choose("COM2", level)
        once_kept(
            officer, key, lambda sheet, now=level: "COM2" in sheet.answers and sheet.answers["COM2"].level == now
        )
    officer.expect_saved("COM2")

    with officer.watch.paused():
        server.kill()
        expect_lost(officer)
        slow.is_slow = True
        server.start()
        officer.page.locator(READY).wait_for()
        choose(officer)
        # Streamlit's widgets click for themselves 80 ms after a press that brought them no click.
        officer.page.wait_for_timeout(500)
        officer.expect_choice("COM2", 1)
        slow.go_on()

    once_kept(officer, key, lambda sheet: sheet.answers["COM2"].level == 0)
    officer.expect_saved("COM2")
    officer.expect_choice("COM2", 0)


@pytest.mark.long
def test_a_press_waits_for_a_page_that_takes_long_to_draw(make_server: MakeServer, make_officer: MakeOfficer) -> None:
    server = make_server()
    server.start()
    officer, slow = make_officer(server), SlowLine()
    officer.page.route_web_socket("**/_stcore/stream", slow.connect)
    key = kept(server, sheet({"COM1": 2}))
    officer.questions(key, PART.id)

    with officer.watch.paused():
        server.kill()
        expect_lost(officer)
        slow.begins_only = True
        server.start()
        officer.page.locator(DRAWING).wait_for(timeout=60_000)
        said = slow.said
        officer.press("next")
        # Longer than a page waits for a drawing that does not begin.
        officer.page.wait_for_timeout(10_000)
        assert slow.said == said
        slow.go_on()

    expect(officer.title()).to_have_text(AFTER.name)
    assert set(sheet_of(server, key).answers) == {"COM1"}
