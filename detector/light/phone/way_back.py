"""The way back to the page that was asked for, past the page that asks for the access code."""

import re
from urllib.parse import quote

from starlette.requests import Request

PARAMETER = "to"
START = "/"
UNLOCK = "/unlock"
_LONGEST = 2_000
# Every page's path is made of these alone: none can name another server, however a browser or a proxy reads it.
_PATH = re.compile(r"/(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]*")
_QUERY = re.compile(r"[!$-;=?-\[\]-~]*")


def safe_place(wanted: str) -> str:
    """The path and query of a page of this server as wanted, or the Start page's where it is anything else."""
    path, _, query = wanted.partition("?")
    is_ours = len(wanted) <= _LONGEST and _PATH.fullmatch(path) and _QUERY.fullmatch(query)
    return wanted if is_ours and path.rstrip("/") != UNLOCK else START


def place_wanted(request: Request) -> str:
    """Where to go once the code was typed, as the address of the page that asks for it says."""
    return safe_place(request.query_params.get(PARAMETER, START))


def unlock_address(request: Request) -> str:
    """The address of the page that asks for the code, with the way back to what this request asks for."""
    query = request.scope["query_string"].decode("latin-1")
    return unlock_for(safe_place(f"{request.url.path}?{query}" if query else request.url.path))


def unlock_for(place: str) -> str:
    """The address of the page that asks for the code, with the way back to a place on this server."""
    return UNLOCK if place == START else f"{UNLOCK}?{PARAMETER}={quote(place, safe='')}"
