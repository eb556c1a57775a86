"""How long until the first page is there, against Streamlit's hello: for the server, and in a real browser."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from measured import Measured, milliseconds, percentile, print_table
from playwright.sync_api import Browser, sync_playwright
from servers import Server, page, product
from visitor import Visitor

VISITS = 60
LOADS = 7
REACH = 1.3
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "microsoft-edge")


async def visit(server: Server) -> float:
    """Seconds from dialling to the end of the first run, as a new visitor."""
    visitor = Visitor(server.port)
    seconds = await visitor.open()
    await visitor.close()
    return seconds


async def visit_both(ours: Server, hello: Server) -> tuple[list[float], list[float], float]:
    """The times of both, visited in turns, and the ratio of their processor time."""
    for server in (ours, hello, ours, hello):
        await visit(server)
    times: tuple[list[float], list[float]] = ([], [])
    before = (ours.cpu_seconds(), hello.cpu_seconds())
    for _ in range(VISITS):
        times[0].append(await visit(ours))
        times[1].append(await visit(hello))
    return *times, (ours.cpu_seconds() - before[0]) / (hello.cpu_seconds() - before[1])


def load(browser: Browser, server: Server, first_thing: str) -> float:
    """Seconds until a browser that was never here shows the first thing a person can read."""
    context = browser.new_context()
    tab = context.new_page()
    started = time.perf_counter()
    tab.goto(server.address, wait_until="commit")
    tab.locator(first_thing).first.wait_for(state="visible", timeout=60_000)
    seconds = time.perf_counter() - started
    context.close()
    return seconds


def load_both(ours: Server, hello: Server) -> tuple[list[float], list[float]] | None:
    """The times of both in a browser, in turns; None where this machine has no browser."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        return None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        loads: list[Callable[[], float]] = [
            lambda: load(browser, ours, "button:visible"),
            lambda: load(browser, hello, "text=hello"),
        ]
        for each in loads:
            each()
        times = [[each() for each in loads] for _ in range(LOADS)]
        browser.close()
    return [pair[0] for pair in times], [pair[1] for pair in times]


def measure() -> list[Measured]:
    """A line for each page and each ratio."""
    with tempfile.TemporaryDirectory() as folder, product(Path(folder)) as ours, page("hello_page.py") as hello:
        our_visits, hello_visits, cpu = asyncio.run(visit_both(ours, hello))
        loads = load_both(ours, hello)
    rows = [
        Measured(f"first run of the Start page, new visitor ({VISITS} visits)", milliseconds(our_visits)),
        Measured(f"first run of hello, new visitor ({VISITS} visits)", milliseconds(hello_visits)),
        _ratio("first run, clock, median", percentile(our_visits, 0.5) / percentile(hello_visits, 0.5)),
        _ratio("first run, server processor time", cpu),
    ]
    if loads is None:
        return [*rows, Measured("usable in a browser", "not measured: no Chromium, Chrome or Edge here")]
    return [
        *rows,
        Measured(f"Start page usable in a browser ({LOADS} loads, nothing cached)", milliseconds(loads[0])),
        Measured(f"hello shown in a browser ({LOADS} loads, nothing cached)", milliseconds(loads[1])),
        _ratio("usable in a browser, median", percentile(loads[0], 0.5) / percentile(loads[1], 0.5)),
    ]


def _ratio(what: str, ratio: float) -> Measured:
    return Measured(f"Start page to hello, {what}", f"{ratio:.2f}", f"at most {REACH}", ratio <= REACH)


if __name__ == "__main__":
    print_table(measure())
