"""What the server is made of: the pages' script, the light pages beside it, start-up, quick sockets, safe headers."""

import asyncio
import gc
import socket
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TypedDict

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.starlette import App

from detector.app_settings import settings
from detector.core.errors import DetectorError
from detector.core.workshop.workshop import end
from detector.light.phone import AskForCode, PhonesFirst, access_code, phone_routes
from detector.store import Store
from detector.ui import state
from detector.ui.shared.connection import NoBorrowedDialogs

ERASE_EVERY_SECONDS = 3600
WRITE_BACK_EVERY_SECONDS = 60
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"SAMEORIGIN"),
)
# New objects, and rounds of the two younger generations, before unused ones are looked for.
GARBAGE = (20_000, 20, 20)
PRIVATE_PATHS = ("/_stcore/metrics", "/_stcore/agent")
PAGES_SCRIPT = Path(__file__).with_name("ui") / "main.py"


class Parts(TypedDict):
    """What Streamlit's `App` is called with."""

    script_path: Path
    lifespan: Callable[[App], AbstractAsyncContextManager[None]]
    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]


def parts() -> Parts:
    """What the app is made of, from the outermost layer of middleware to the pages.

    The script that Streamlit is started with makes the `App` itself: Streamlit looks for that call in its source.
    """
    phones = phone_routes(lambda: state.store().workshops, state.bank)
    return Parts(
        script_path=PAGES_SCRIPT,
        lifespan=start_up,
        routes=phones,
        middleware=[
            Middleware(SafeHeaders),
            Middleware(AnswerAtOnce),
            Middleware(PhonesFirst, routes=phones),
            Middleware(AskForCode, code=code),
            Middleware(NoBorrowedDialogs),
        ],
    )


@cache
def code() -> str:
    """The access code of this server, "" where it serves this machine alone."""
    own = settings()
    return access_code(own.access_code, str(st.get_option("server.address")), own.public_url)


@asynccontextmanager
async def start_up(_app: App) -> AsyncGenerator[None]:
    """Read the bank and open the store before the first page is asked for.

    What fails here is told on the page, with its remedy, and tried again there. While the server runs, workshops whose
    last day has passed are erased, as everybody who answered in them was told, and the database's file is kept whole
    by itself, so far as it goes: somebody may copy that file alone. At the end it is.
    """
    with suppress(DetectorError):
        state.bank()
        state.store()
    _settle()
    tasks = [asyncio.create_task(_erase_overdue()), asyncio.create_task(_write_back())]
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await run_in_threadpool(_close_store)


def _settle() -> None:
    """Spare what the program itself is made of from the search for unused objects: it is never unused.

    To look through all of it again and again would cost as much as answering phones.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)


async def _erase_overdue() -> None:
    while True:
        await run_in_threadpool(erase_overdue, state.store, datetime.now(UTC).date())
        await asyncio.sleep(ERASE_EVERY_SECONDS)


def erase_overdue(store: Callable[[], Store], today: date) -> int:
    """End the workshops that yesterday was the last day of, and erase those kept no longer; how many were erased.

    What cannot be done now is tried again later.
    """
    erased = 0
    with suppress(DetectorError):
        for key in store().workshops.left_open(today):
            store().workshops.change(key, end)
        for key in store().workshops.overdue(today):
            store().workshops.erase(key)
            erased += 1
    return erased


async def _write_back() -> None:
    while True:
        await run_in_threadpool(write_back, state.store)
        await asyncio.sleep(WRITE_BACK_EVERY_SECONDS)


def write_back(store: Callable[[], Store]) -> None:
    """Move what was saved into the database's file itself; what cannot be moved now is tried again later."""
    with suppress(DetectorError):
        store().write_back()


def _close_store() -> None:
    """Let what is still on its way to the disk arrive there, and leave the database's file whole by itself."""
    with suppress(DetectorError):
        state.store().close()


class AnswerAtOnce:
    """Send small replies without the 40 ms wait of sockets that were opened before the server had them."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set TCP_NODELAY on the connection, where there is one."""
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if transport is not None:
            connection = transport.get_extra_info("socket")
            with suppress(OSError, AttributeError):
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)


class SafeHeaders:
    """Refuse the server's inner pages, and tell browsers not to guess types or frame the product elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with safe headers, or answer 404 for an inner page."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif str(scope["path"]).startswith(PRIVATE_PATHS):
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b"Not found"})
        else:
            await self.app(scope, receive, _with_headers(send))


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *HEADERS]
        await send(message)

    return send_with_headers
