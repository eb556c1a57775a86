"""A room full of people as a journey needs it: phones in people's hands, a facilitator, a projector."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from journeys.conftest import PATIENCE
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sizes import PHONE
from journeys.watching import Watch
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect


@dataclass(frozen=True)
class Phone:
    """Somebody with a phone: a browser of their own, 390 pixels wide."""

    context: BrowserContext
    page: Page
    watch: Watch

    def join(self, address: str, group: str) -> None:
        """Open an address, read the welcome, choose a group and start."""
        self.page.goto(address)
        self.choose_group(group)

    def type_code(self, server: Server, code: str, group: str) -> None:
        """Type the code that stands on the screen, then choose a group and start."""
        self.page.goto(f"{server.url}/join")
        self.page.get_by_label("The code on the screen").fill(code)
        self.page.get_by_role("button", name="Join").click()
        self.choose_group(group)

    def choose_group(self, group: str) -> None:
        """Say which group one belongs to."""
        self.page.get_by_role("radio", name=group).check()
        self.page.get_by_role("button", name="Start").click()
        expect(self.page.get_by_role("radio", name=group)).to_have_count(0)

    def choose(self, question_id: str, number: int, level: int) -> None:
        """Tap an answer, as soon as the question is there."""
        self.choice(question_id, number, level).check()

    def answer(self, question_id: str, number: int, level: int) -> None:
        """Tap an answer, and wait until the phone says that it is saved."""
        self.choose(question_id, number, level)
        self.expect_said(question_id, number, "Saved.")

    def choice(self, question_id: str, number: int, level: int) -> Locator:
        """One of a question's choices in one round."""
        return self.page.locator(f"[id='{question_id}-{number}'] input[type=radio][value='{level}']")

    def expect_said(self, question_id: str, number: int, words: str) -> None:
        """Wait until the phone says this about an answer."""
        expect(self.page.locator(f"[id='{question_id}-{number}'] .saved")).to_contain_text(words)

    @contextmanager
    def without_network(self) -> Generator[None]:
        """Lose the network, and find it again."""
        with self.watch.paused():
            self.context.set_offline(True)
            yield
            self.context.set_offline(False)

    def second_tab(self) -> "Phone":
        """The same page in another tab of the same browser."""
        other = self.context.new_page()
        other.goto(self.page.url)
        return Phone(self.context, other, self.watch)


def new_phone(browser: Browser, server: Server) -> Phone:
    """A phone that has not been anywhere yet."""
    context = browser.new_context(
        viewport={"width": PHONE.width, "height": PHONE.height}, is_mobile=True, has_touch=True
    )
    context.set_default_timeout(PATIENCE)
    watch = Watch(server.url.removeprefix("http://"))
    watch.follow(context)
    return Phone(context, context.new_page(), watch)


def on_projector(projector: Officer) -> Locator:
    """Everything the room sees."""
    return projector.page.locator(".stage, .st-key-picture")
