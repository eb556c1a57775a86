"""The boxes of the pages, as an officer finds them: where each stands, what to type, and where that is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from builders import at_level
from journeys.officer import Officer, wait_until_drawn
from journeys.sheets import bank, once_kept, sheet
from playwright.sync_api import Locator, WebSocketRoute, expect

from detector.core.answers import Answer, AnswerSheet, AnswerState
from detector.core.assessment import assess

STORED = "() => Object.keys(localStorage).filter(name => name.startsWith('detector-typed:'))"
UNSAVED = "[data-unsaved]"
WAITS, TRIED_AGAIN = "Kept in this browser, not saved yet", "Not saved yet: tried again by itself"


@dataclass(frozen=True)
class TextBox:
    """A box on a page: its widget, its address after the assessment's key, and the text that is kept for it."""

    name: str
    page: str
    where: str
    words: str
    kept: Callable[[AnswerSheet], str]

    def address(self, key: str) -> str:
        """Where the box stands, opened."""
        return f"/{self.page}?assessment={key}{self.where}"

    def at(self, officer: Officer) -> Locator:
        """The box itself."""
        return officer.widget(self.name).get_by_role("textbox")


def begun() -> AnswerSheet:
    """A sheet on which every box has its place: an answer, one that does not apply, and one that raises actions."""
    does_not_apply = Answer(AnswerState.NOT_APPLICABLE, None, 0, "", (), "As it was")
    return sheet({"MKT1": at_level(0), "MKT2": does_not_apply})


@cache
def action() -> str:
    """The first action that the sheet raises."""
    return assess(bank(), begun()).actions[0].rule_id


def owner(kept: AnswerSheet) -> str:
    """Who does the first action."""
    plan = kept.plan.get(action())
    return plan.owner if plan else ""


PANEL = "&scan=all&open=MKT1"
NOTE = TextBox("note-MKT1", "questions", PANEL, "Seen in the budget of March", lambda kept: kept.answers["MKT1"].note)
LINKS = TextBox(
    "links-MKT1", "questions", PANEL, "https://example.org/report", lambda kept: "".join(kept.answers["MKT1"].links)
)
REASON = TextBox(
    "reason-MKT2", "questions", "&scan=all", "The council must provide it", lambda kept: kept.answers["MKT2"].reason
)
NUMBER = TextBox("fact-staff_headcount", "service", "", "250", lambda kept: str(kept.facts.get("staff_headcount", "")))
TEXT = TextBox("fact-cpv_code", "service", "", "98513310", lambda kept: str(kept.facts.get("cpv_code", "")))
NAME = TextBox("service-name", "service", "", "Libraries of the north", lambda kept: kept.service.name)
COUNCIL = TextBox("service-council", "service", "", "Northshire", lambda kept: kept.service.council)
ABOUT = TextBox("service-description", "service", "", "Twelve branches", lambda kept: kept.service.description)
OWNER = TextBox(f"owner-{action()}", "next", f"&open={action()}", "Head of libraries", owner)
BOXES = (NOTE, LINKS, REASON, NUMBER, TEXT, NAME, COUNCIL, ABOUT, OWNER)


@dataclass
class Line:
    """The line from a window to the server: while it is held, nothing that the page sends arrives."""

    is_held: bool = False

    def follow(self, officer: Officer) -> None:
        """Put it between the window and the server, from the next page that is opened."""
        officer.page.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, page: WebSocketRoute) -> None:
        server = page.connect_to_server()

        def to_server(message: str | bytes) -> None:
            if not self.is_held:
                server.send(message)

        page.on_message(to_server)
        server.on_message(page.send)


def open_at(officer: Officer, box: TextBox, key: str) -> None:
    """Go to where a box stands, and wait until it does, with the keeper of words listening."""
    officer.visit(box.address(key))
    box.at(officer).wait_for()
    officer.page.locator("[data-keeping]").wait_for(state="attached")
    wait_until_drawn(officer.page)


def type_in(officer: Officer, box: TextBox, words: str | None = None) -> None:
    """Type a box's words in place of what it holds, key by key, and stay in it."""
    at = box.at(officer)
    at.click()
    officer.page.keyboard.press("ControlOrMeta+a")
    officer.page.keyboard.type(box.words if words is None else words)


def expect_all_saved(officer: Officer) -> None:
    """Wait until the browser keeps nothing any more, and marks nothing."""
    expect(officer.page.locator(UNSAVED)).to_have_count(0)
    expect(officer.page.locator(".kept-mark")).to_have_count(0)
    assert officer.page.evaluate(STORED) == []


def once_in(officer: Officer, key: str, box: TextBox, words: str | None = None) -> None:
    """Wait until what was typed into a box is kept, and the browser knows."""
    expected = box.words if words is None else words
    once_kept(officer, key, lambda kept: box.kept(kept) == expected)
    expect(box.at(officer)).to_have_value(expected)
    expect_all_saved(officer)
