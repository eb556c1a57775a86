"""Settings every test shares, and the browser that those with one share."""

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from journeys.browsers import MISSING, arguments, find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile(
    "project", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("project")

_MAIN = sys.modules["__main__"]


@pytest.fixture(autouse=True)
def own_main() -> None:
    """Have new processes made from the program that runs the tests: a page that is tested puts itself in its place."""
    sys.modules["__main__"] = _MAIN


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The one browser of a worker."""
    # Most tests need none, and start sooner without it.
    from playwright.sync_api import sync_playwright

    program = find_browser()
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=arguments())
        yield running
        running.close()
