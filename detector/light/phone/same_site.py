"""Whether a browser's request comes from a page of this server, and not from another site in somebody's name."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers

_OWN = frozenset(("same-origin", "none"))
_PORTS = {"http": 80, "https": 443}


def is_from_here(headers: Headers, public_url: str) -> bool:
    """Whether it does: by what the browser says of it, else by the address of the page it was sent from.

    That page's address must be the one at which others reach the server, for a proxy may write another into Host, or
    the one in Host, which is looked at before: somebody may open the server by another of its addresses. What no
    browser sends has neither, and brings nobody's cookies.

    Args:
        headers: the headers of the request.
        public_url: the address at which others reach the server, or "".

    Raises:
        ValueError: the address of the page cannot be read.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    came_from = _place(origin or "")
    if site in _OWN:
        return True
    if origin is None:
        return site is None
    if came_from is None:
        return False
    return came_from == _place(public_url) or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _place(address: str) -> tuple[str, str, int | None] | None:
    """Scheme, host and port, None for an address without them."""
    parts = urlsplit(address)
    if not parts.scheme or not parts.hostname:
        return None
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
