"""Who may see the officers' pages once the server can be reached from beyond this machine."""

import secrets
import sys
from collections.abc import Callable
from hashlib import sha256
from hmac import compare_digest

from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from detector.app_settings import letters_and_digits
from detector.light.phone.guesses import ACCESS, CROWDED, Guesses
from detector.light.phone.html import page
from detector.light.phone.rate_limit import sender_of
from detector.light.phone.requests import Refused, fields_of
from detector.light.phone.way_back import UNLOCK, place_wanted, unlock_address, unlock_for
from detector.operator_log import Event, tell

ALPHABET = "ABCDEFGHJKMNPQRTUVWXY346789"
CODE_LENGTH = 8
COOKIE = "officer_access"
READY = "/ready"
OPEN_TO_ALL = ("/join", "/_stcore/health", READY)
OPEN_FOLDERS = ("/j/", "/w/")
MACHINERY = "/_stcore/"
WRONG = "That is not the access code. It stands in the window in which the program was started."
TOO_MANY = "That is not the access code, and many wrong ones were typed. Look it up, then type it slowly."
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_SECONDS_KEPT = 60 * 60 * 24


def new_access_code() -> str:
    """A code that can be read out and not be guessed: eight characters, none like another."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def access_code(chosen: str, address: str, public_url: str) -> str:
    """The code that officers must type: as chosen, a new one where others can reach the server, or "" for none.

    Args:
        chosen: the code that whoever runs the server set, or "".
        address: what the server listens to.
        public_url: the address at which others reach it, for instance through a proxy, or "".
    """
    if chosen or (address in THIS_MACHINE and not public_url):
        return chosen
    code = new_access_code()
    sys.stdout.write(f"\nOther devices can reach this server. Access code for assessments: {code}\n\n")
    sys.stdout.flush()
    return code


class AskForCode:
    """Let only those who typed the access code past; workshop pages stay open to everybody.

    `code` is asked at each request; where it is "", the server serves this machine alone, and everybody passes.
    """

    def __init__(self, app: ASGIApp, code: Callable[[], str], public_url: str = "") -> None:
        """Wrap the application; `public_url` is the address at which others reach the server, or ""."""
        self.app, self._code, self._public_url = app, code, public_url
        self._guesses = Guesses(ACCESS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, ask for the code, or refuse."""
        code = self._code()
        if scope["type"] not in ("http", "websocket") or not code or _may_pass(scope, code):
            passing = _back_from_unlock(scope) or self.app
            await passing(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            response = await self._answer(Request(scope, receive), code)
            await response(scope, receive, send)

    async def _answer(self, request: Request, code: str) -> Response:
        if request.url.path != UNLOCK:
            is_page = request.method == "GET" and not request.url.path.startswith(MACHINERY)
            return RedirectResponse(unlock_address(request), 303) if is_page else Response(status_code=403)
        if request.method != "POST":
            return _code_page(request)
        return await self._try(request, code)

    async def _try(self, request: Request, code: str) -> Response:
        sender = sender_of(request)
        try:
            typed = (await fields_of(request, self._public_url)).get("code", "")
        except Refused as refusal:
            return _code_page(request, refusal.words, refusal.status)
        if not await self._guesses.may_look(sender):
            return _code_page(request, CROWDED, 429)
        if not compare_digest(letters_and_digits(typed).encode(), letters_and_digits(code).encode()):
            tell(Event.SIGN_IN, code="wrong")
            if self._guesses.were_too_many(sender):
                return _code_page(request, TOO_MANY, 429)
            return _code_page(request, WRONG, 403)
        tell(Event.SIGN_IN, code="right")
        response = RedirectResponse(place_wanted(request), 303)
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, _pass(code), _SECONDS_KEPT, secure=secure, httponly=True, samesite="lax")
        return response


def _code_page(request: Request, problem: str = "", status: int = 200) -> Response:
    return page("unlock", status=status, problem=problem, home=unlock_for(place_wanted(request)))


def _back_from_unlock(scope: Scope) -> Response | None:
    """Who may pass already needs no code: the page that asks for it leads on."""
    if scope["type"] != "http" or scope["path"] != UNLOCK:
        return None
    return RedirectResponse(place_wanted(Request(scope)), 303)


def _may_pass(scope: Scope, code: str) -> bool:
    path = str(scope["path"])
    if path in OPEN_TO_ALL or (path.startswith(OPEN_FOLDERS) and ".." not in path):
        return True
    brought = HTTPConnection(scope).cookies.get(COOKIE, "")
    return compare_digest(brought.encode(), _pass(code).encode())


def _pass(code: str) -> str:
    """What a browser brings once the code was typed: it does not lead back to the code in a glance."""
    return sha256(f"officer:{letters_and_digits(code)}".encode()).hexdigest()
