"""Browser windows that officers sit down at, one after the other, each finding it as new."""

from dataclasses import dataclass

from journeys.officer import Officer
from journeys.servers import Server
from journeys.sizes import DESK, Size
from journeys.watching import Watch
from playwright.sync_api import Browser, Page


@dataclass(frozen=True)
class Window:
    """A window with cookies of its own: opening one, and having it read the app's code anew, takes the longest."""

    page: Page
    watch: Watch

    def seat(self, server: Server, size: Size = DESK) -> Officer:
        """Somebody who sits down at it."""
        self.watch.begin(server.url.removeprefix("http://"))
        self.page.set_viewport_size({"width": size.width, "height": size.height})
        return Officer(self.page, server, self.watch)

    def leave(self, server: Server) -> None:
        """Keep nothing of who sat here: no page, cookie, stored word, nor the mouse where it was."""
        for other in self.page.context.pages:
            if other != self.page:
                other.close()
        self.page.mouse.move(0, 0)
        self.page.goto("about:blank")
        session = self.page.context.new_cdp_session(self.page)
        session.send("Storage.clearDataForOrigin", {"origin": server.url, "storageTypes": "all"})
        session.detach()


def new_window(browser: Browser, patience: float) -> Window:
    """A window at which nobody has sat; whatever it waits for it waits for so many milliseconds."""
    context = browser.new_context(accept_downloads=True)
    context.set_default_timeout(patience)
    watch = Watch()
    watch.follow(context)
    return Window(context.new_page(), watch)
