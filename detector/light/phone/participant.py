"""Who answers: somebody with a random number in their own browser, and nothing else."""

import secrets
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "workshop_person"
_SECONDS_KEPT = 60 * 60 * 24 * 30
_LETTERS = 22


def token_of(request: Request) -> str | None:
    """The random number this browser brought, or None where it has none of ours."""
    token = request.cookies.get(COOKIE, "")
    return token if len(token) == _LETTERS and token.isascii() else None


def new_token() -> str:
    """A number that nobody can guess."""
    return secrets.token_urlsafe(16)


def person_of(join_token: str, token: str) -> str:
    """What is kept of a person in one workshop: it leads back neither to the number nor to another workshop."""
    return sha256(f"{join_token}:{token}".encode()).hexdigest()[:32]


def remember(request: Request, response: Response, join_token: str, token: str) -> None:
    """Have the browser keep the number for this workshop alone, out of reach of any script."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=_SECONDS_KEPT,
        path=f"/w/{join_token}",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
