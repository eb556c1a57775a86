"""What a phone loads in a workshop and how soon it can be used, on slow 4G with a processor four times slower."""

import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from measured import Measured, percentile, print_table
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from servers import product

from detector.bank_files import load_bank
from detector.load_test import Plan
from detector.load_test.workshop import throwaway_workshop
from detector.store import open_store
from detector.store.location import FILE_NAME, sqlite_url

VISITS = 7
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER_PROCESSOR = 4
SECONDS_TO_REACH, BYTES_TO_REACH = 1.0, 20_000
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "microsoft-edge")
A_DIMENSION = Plan(1, seconds=20, every=5)


@dataclass(frozen=True)
class Visit:
    """Seconds from the QR code to the welcome, on to the questions, from a tap to "Saved"; bytes and requests."""

    welcome: float
    questions: float
    saved: float
    received: int
    requests: int


def slow_phone(browser: Browser) -> tuple[BrowserContext, Page, list[int]]:
    """A phone that was never here, its page, and how many bytes each reply to it will have had."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    received: list[int] = []

    def loaded(event: Mapping[str, object]) -> None:
        received.append(int(str(event["encodedDataLength"]).partition(".")[0]))

    tools.on("Network.loadingFinished", loaded)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW_4G)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
    return context, page, received


def seconds(does: Callable[[], object]) -> float:
    """How long that takes."""
    started = time.perf_counter()
    does()
    return time.perf_counter() - started


def visit(browser: Browser, address: str, code: str) -> Visit:
    """Everything a phone does from the QR code to its first saved answer."""
    context, page, received = slow_phone(browser)

    def scan() -> None:
        page.goto(f"{address}/j/{code}", wait_until="commit")
        page.locator("button").wait_for()

    def start() -> None:
        page.locator("button").click()
        page.locator("body.script .choice").first.wait_for()

    def answer() -> None:
        page.locator("input[value='2']").first.click()
        page.get_by_text("Saved.").first.wait_for()

    welcome = seconds(scan)
    page.locator("input[name=group]").first.check()
    done = Visit(welcome, seconds(start), seconds(answer), sum(received), len(received))
    context.close()
    return done


def measure() -> list[Measured]:
    """A line for each thing somebody waits for, and for the weight of it all."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        return [Measured("phone page", "not measured: no Chromium, Chrome or Edge here")]
    with tempfile.TemporaryDirectory() as folder, product(Path(folder)) as server, sync_playwright() as playwright:
        store = open_store(sqlite_url(Path(folder) / FILE_NAME))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with throwaway_workshop(store, load_bank(), A_DIMENSION, date(2026, 11, 22)) as room:
            visits = [visit(browser, server.address, room.code or "") for _ in range(VISITS + 1)][1:]
        browser.close()
        store.close()
    weight = max(each.received for each in visits)
    return [
        _waited("phone: from the QR code to the welcome page", [each.welcome for each in visits]),
        _waited(f"phone: from there to {A_DIMENSION.questions} questions", [each.questions for each in visits]),
        _waited("phone: from a tap to “Saved”", [each.saved for each in visits]),
        Measured(
            "phone: everything received until then",
            f"{weight / 1000:.1f} KB in {visits[0].requests} requests",
            f"under {BYTES_TO_REACH / 1000:.0f} KB",
            weight < BYTES_TO_REACH,
        ),
    ]


def _waited(what: str, times: list[float]) -> Measured:
    middle = percentile(times, 0.5)
    result = f"median {middle:.2f} s, longest {max(times):.2f} s"
    return Measured(f"{what} ({VISITS} visits)", result, f"under {SECONDS_TO_REACH:g} s", middle < SECONDS_TO_REACH)


if __name__ == "__main__":
    print_table(measure())
