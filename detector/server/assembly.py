"""What the server is made of: the pages' script, the light pages beside it, start-up, and what stands before them."""

import asyncio
import gc
import sys
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypedDict

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route
from streamlit.starlette import App

from detector import operator_log
from detector.app_settings import SettingsError, refuse_unsafe, settings
from detector.core.errors import DetectorError
from detector.light.phone import READY, THIS_MACHINE, AskForCode, PhonesFirst, access_code, phone_routes
from detector.operator_log import Event, tell
from detector.server.edge import Edge
from detector.server.headers import AnswerAtOnce, SafeHeaders
from detector.server.hosts import Hosts
from detector.server.housekeeping import close_store, keep_house
from detector.server.readiness import Readiness
from detector.ui import state
from detector.ui.shared.connection import NoBorrowedDialogs

# New objects, and rounds of the two younger generations, before unused ones are looked for.
GARBAGE = (20_000, 20, 20)
PAGES_SCRIPT = Path(__file__).parents[1] / "ui" / "main.py"


class Parts(TypedDict):
    """What Streamlit's `App` is called with."""

    script_path: Path
    lifespan: Callable[[App], AbstractAsyncContextManager[None]]
    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]
    on_script_error: Callable[[Exception], None]


def parts() -> Parts:
    """What the app is made of, from the outermost layer of middleware to the pages.

    The script that Streamlit is started with makes the `App` itself: Streamlit looks for that call in its source.

    Raises:
        SystemExit: a setting is not safe; it is said in words, with what to do.
    """
    operator_log.write_to_stderr()
    own = settings()
    try:
        refuse_unsafe(own)
    except SettingsError as error:
        sys.exit(str(error))
    phones = phone_routes(lambda: state.store().workshops, state.bank, public_url=own.public_url)
    hosts = Hosts(own.public_url, is_open_to_others=_address() not in THIS_MACHINE)
    return Parts(
        script_path=PAGES_SCRIPT,
        lifespan=start_up,
        routes=[*phones, Route(READY, Readiness(_needs).answer, methods=["GET"])],
        middleware=[
            Middleware(Edge, hosts=hosts, public_url=own.public_url, proxies=own.proxy_addresses()),
            Middleware(SafeHeaders),
            Middleware(AnswerAtOnce),
            Middleware(PhonesFirst, routes=phones),
            Middleware(AskForCode, code=code, public_url=own.public_url),
            Middleware(NoBorrowedDialogs),
        ],
        on_script_error=_tell_of_page,
    )


@cache
def code() -> str:
    """The access code of this server, "" where it serves this machine alone."""
    own = settings()
    return access_code(own.access_code, _address(), own.public_url)


def _address() -> str:
    """What the server listens to."""
    return str(st.get_option("server.address"))


def _needs() -> None:
    """The bank, and a store that can be read."""
    state.bank()
    state.store().recent(limit=1)


def _tell_of_page(error: Exception) -> None:
    """A page's own fault: the operator is told of its kind, and the officer in words as before."""
    tell(Event.FAULT, task="page", kind=type(error).__name__)


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
    tell(Event.STARTED)
    housekeeping = asyncio.create_task(keep_house())
    yield
    housekeeping.cancel()
    await asyncio.gather(housekeeping, return_exceptions=True)
    await run_in_threadpool(close_store)
    tell(Event.STOPPED)


def _settle() -> None:
    """Spare what the program itself is made of from the search for unused objects: it is never unused.

    To look through all of it again and again would cost as much as answering phones.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
