"""The browser is told to show no dialog of the framework's, and nothing else of what passes is changed."""

from collections.abc import Awaitable, Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from detector.ui.shared.connection import HOST_CONFIG, NoBorrowedDialogs


async def settings(_request: object) -> JSONResponse:
    return JSONResponse({"allowedOrigins": ["é"], "blockErrorDialogs": False}, headers={"cache-control": "no-cache"})


async def refused(_request: object) -> PlainTextResponse:
    return PlainTextResponse("no", 403)


Answer = Callable[[object], Awaitable[Response]]


def browser(answer: Answer) -> TestClient:
    """A browser before an app that answers every address alike."""
    routes = [Route(path, answer) for path in (HOST_CONFIG, "/other")]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(NoBorrowedDialogs)]))


def test_the_browser_shows_no_dialog_of_errors() -> None:
    reply = browser(settings).get(HOST_CONFIG)

    assert reply.json() == {"allowedOrigins": ["é"], "blockErrorDialogs": True}
    assert (reply.status_code, reply.headers["cache-control"]) == (200, "no-cache")
    assert int(reply.headers["content-length"]) == len(reply.content)


@pytest.mark.parametrize(("answer", "path", "said"), [(settings, "/other", "false"), (refused, HOST_CONFIG, "no")])
def test_anything_else_passes_as_it_is(answer: Answer, path: str, said: str) -> None:
    assert said in browser(answer).get(path).text
