"""What a browser must never do while an officer works: complain, fail to load, or talk to a stranger."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

# Streamlit finds out under which folder it is served by asking for its health there, and one of them answers.
LOOKING_FOR_ITS_FOLDER = re.compile(r"/\w+/_stcore/(health|host-config)$")
OWN_SCHEMES = ("data", "blob", "about")


@dataclass
class Watch:
    """Everything that went wrong in a browser, in order, and the switch that says a fault is on purpose."""

    host: str = ""
    faults: list[str] = field(default_factory=list[str])
    _is_watching: bool = True
    _asked_in_a_pause: set[str] = field(default_factory=set[str])

    def follow(self, context: BrowserContext) -> None:
        """Watch every page of a browser window from now on."""
        context.on("console", self._console)
        context.on("weberror", self._crash)
        context.on("request", self._asked)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)
        context.on("page", self._page)

    def begin(self, host: str) -> None:
        """Forget all that was seen, and take every host but this one for a stranger."""
        self.host, self.faults, self._is_watching, self._asked_in_a_pause = host, [], True, set()

    @contextmanager
    def paused(self) -> Generator[None]:
        """Expect faults inside: the server is away, or a limit is tested.

        What was asked for inside may also fail a moment later.
        """
        self._is_watching = False
        try:
            yield
        finally:
            self._is_watching = True

    def _note(self, fault: str) -> None:
        if self._is_watching:
            self.faults.append(fault)

    def _console(self, message: ConsoleMessage) -> None:
        place = message.location["url"]
        if (
            message.type == "error"
            and not LOOKING_FOR_ITS_FOLDER.search(place)
            and place not in self._asked_in_a_pause
        ):
            self._note(f"console: {message.text} ({place})")

    def _crash(self, crash: WebError) -> None:
        self._note(f"script error: {crash.error}")

    def _asked(self, request: Request) -> None:
        if not self._is_watching:
            self._asked_in_a_pause.add(request.url)
        self._check_host(request.url)

    def _page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._check_host(socket.url))

    def _check_host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in OWN_SCHEMES and parts.netloc != self.host:
            # A stranger is a stranger even while faults are expected.
            self.faults.append(f"asked a stranger: {url}")

    def _failed(self, request: Request) -> None:
        # Leaving a page stops what was still loading on it: that is no fault.
        if "ERR_ABORTED" not in (request.failure or "") and request.url not in self._asked_in_a_pause:
            self._note(f"failed to load: {request.url} ({request.failure})")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not LOOKING_FOR_ITS_FOLDER.search(response.url):
            self._note(f"answered {response.status}: {response.url}")
