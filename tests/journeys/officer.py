"""What an officer does at the browser, in an officer's words. Everything here waits for what it asked for."""

import re
from dataclasses import dataclass

from journeys.servers import Server
from journeys.watching import Watch
from playwright.sync_api import Locator, Page, expect

MAIN = "[data-testid=stMain]"
READY = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
FRESH = ".stElementContainer[data-stale=false]"
# Parts whose code is still on its way, parts of the run before, and figures that are not drawn yet.
COMING = "[data-testid=stSkeleton], [data-testid=stAppSkeleton], [data-stale=true]"
BLANK_FIGURE = ".stPlotlyChart:not(:has(.main-svg))"
DONT_KNOW, NOT_APPLICABLE = 4, 5


def wait_until_drawn(page: Page) -> None:
    """Wait until a page of the app has drawn everything that the server sent, figures too; read it only then.

    The server may have said that it is done while the browser still fetches the code that draws its tables.
    """
    page.locator(READY).wait_for()
    expect(page.locator(COMING)).to_have_count(0)
    expect(page.locator(BLANK_FIGURE)).to_have_count(0)


@dataclass(frozen=True)
class Officer:
    """A person at one browser window, on one server."""

    page: Page
    server: Server
    watch: Watch

    def visit(self, address: str = "/") -> None:
        """Open an address and wait until the page is there."""
        self.page.goto(self.server.url + address)
        self.wait_until_ready()

    def reload(self) -> None:
        """Load the page again and wait until it is there."""
        self.page.reload()
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Wait until the server has nothing more to say, and all that it said is drawn."""
        self.page.get_by_role("heading", level=1).or_(self.page.get_by_role("alert")).first.wait_for()
        wait_until_drawn(self.page)

    def questions(self, key: str, part: str = "", scan: str = "all") -> None:
        """Open the questions of an assessment, and wait until the last of the page is there."""
        self.visit(f"/questions?assessment={key}&scan={scan}" + (f"&part={part}" if part else ""))
        self.widget("saving").wait_for()
        wait_until_drawn(self.page)

    def results(self, key: str) -> None:
        """Open the results of an assessment."""
        self.visit(f"/results?assessment={key}")
        expect(self.title()).to_contain_text("Results")
        wait_until_drawn(self.page)

    def title(self) -> Locator:
        """The page's own heading."""
        return self.page.get_by_role("heading", level=1)

    def widget(self, key: str) -> Locator:
        """The widget, or group of widgets, with this key."""
        return self.page.locator(f".st-key-{key}")

    def press(self, key: str) -> None:
        """Click the button with this key."""
        self.widget(key).get_by_role("button").click()

    def question(self, question_id: str) -> Locator:
        """Everything that belongs to one question."""
        return self.widget(f"question-{question_id}")

    def choices(self, question_id: str) -> Locator:
        """The choices of a question: levels 0 to 3, don't know, not applicable."""
        return self.widget(f"answer-{question_id}").get_by_role("radio")

    def choose(self, question_id: str, choice: int) -> None:
        """Click a choice, without waiting for what comes of it."""
        self.widget(f"answer-{question_id}").locator("[role=radiogroup] label").nth(choice).click()

    def answer(self, question_id: str, choice: int) -> None:
        """Give a question its first answer, and wait until the page says that it is saved."""
        self.choose(question_id, choice)
        self.expect_saved(question_id)

    def status(self, question_id: str) -> Locator:
        """What the page says about whether an answer is saved, and has not just taken back."""
        return self.question(question_id).locator(f"{FRESH} .saved, {FRESH} .unsaved")

    def expect_saved(self, question_id: str) -> None:
        """Wait until the page says that this question's answer is saved."""
        expect(self.status(question_id)).to_have_text(re.compile("✓ Saved"))
        self.page.locator(READY).wait_for()

    def expect_choice(self, question_id: str, choice: int | None) -> None:
        """Wait until exactly this choice is shown, or none."""
        radios = self.choices(question_id)
        for number in range(6):
            expect(radios.nth(number)).to_be_checked(checked=number == choice)

    def chosen(self, question_id: str) -> int | None:
        """The choice shown now, or None."""
        radios = self.choices(question_id)
        return next((number for number in range(6) if radios.nth(number).is_checked()), None)

    def main(self) -> Locator:
        """All of the page under its head."""
        return self.page.locator(MAIN)

    def open_everything(self) -> None:
        """Open every part of the page that opens on demand, also parts inside others."""
        self.wait_until_ready()
        parts, opened = self.page.locator("details"), 0
        while opened < parts.count():
            part = parts.nth(opened)
            if part.get_attribute("open") is None:
                part.locator("> summary").click()
            expect(part).to_have_attribute("open", "")
            opened += 1
        self.wait_until_ready()

    def open_details(self, question_id: str) -> None:
        """Open evidence, note and links of a question."""
        self.press(f"toggle-{question_id}")
        self.widget(f"note-{question_id}").wait_for()

    def type_into(self, key: str, text: str) -> None:
        """Fill a box and leave it, as people do by going on."""
        box = self.widget(key).get_by_role("textbox")
        box.fill(text)
        box.blur()

    def tab_to(self, target: str, most: int = 80) -> None:
        """Press Tab until the keyboard is on what the selector names; fails where Tab does not lead there."""
        self.page.locator(target).first.wait_for(state="attached")
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", target):
                return
        message = f"{most} presses of Tab do not lead to {target}."
        raise AssertionError(message)

    def scroll_down(self, least: int) -> None:
        """Scroll to the end of the page, once it is long enough to be scrolled so many pixels."""
        self.page.wait_for_function(
            f"least => {{ const main = document.querySelector('{MAIN}'); main.scrollTop = main.scrollHeight; "
            "return main.scrollTop > least }",
            arg=least,
        )

    def error(self) -> Locator:
        """The error messages on the page."""
        return self.page.get_by_test_id("stAlert").filter(has=self.page.get_by_test_id("stAlertContentError"))
