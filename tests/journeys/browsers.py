"""Where this machine keeps its browser, and how to start one that talks to nobody but the server under test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = (
    "NOT TESTED IN A BROWSER: neither Chromium nor Chrome nor Edge is on the path or in its usual place. "
    "Install one of them to run these tests."
)


def find_browser() -> str | None:
    """The program of a Chromium, Chrome or Edge on this machine, or None."""
    on_path = (shutil.which(name) for name in NAMES)
    return next((place for place in on_path if place), None) or next(
        (str(place) for place in _usual_places() if place.is_file()), None
    )


def arguments() -> list[str]:
    """How the browser is started; only the root account has to do without its sandbox."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, "--no-sandbox"] if is_root else list(QUIET)


def _usual_places() -> Iterator[Path]:
    yield from map(Path, MAC_PLACES)
    for name in WINDOWS_FOLDERS:
        folder = os.environ.get(name)
        if folder:
            yield from (Path(folder) / place for place in WINDOWS_PLACES)
