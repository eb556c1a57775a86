"""The two requests that phones send again and again, answered before anything else of the server is asked."""

from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

FREQUENT = ("state", "answer")
_FOLDER = "/w/"

Endpoint = Callable[[Request], Awaitable[Response]]


class PhonesFirst:
    """Take what phones ask most past sign-in, sessions and compression: it needs none of them.

    A room of thousands sends hundreds of answers a second, and asks for news twice as often.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[Route]) -> None:
        """Wrap the application; `routes` are those of the phone pages."""
        self.app = app
        frequent = {(f"{_FOLDER}{{door}}/{name}", name) for name in FREQUENT}
        self._endpoints: dict[tuple[str, str], Endpoint] = {
            (name, method): route.endpoint
            for route in routes
            for path, name in frequent
            if route.path == path
            for method in route.methods or ()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer it here, or pass it on."""
        if scope["type"] == "http" and scope["path"].startswith(_FOLDER):
            join_token, _, name = scope["path"].removeprefix(_FOLDER).partition("/")
            endpoint = self._endpoints.get((name, scope["method"]))
            if endpoint is not None:
                scope["path_params"] = {"door": join_token}
                response = await endpoint(Request(scope, receive, send))
                return await response(scope, receive, send)
        return await self.app(scope, receive, send)
