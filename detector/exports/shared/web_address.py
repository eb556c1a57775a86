"""Which addresses of sources may be followed."""

import re
from urllib.parse import urlsplit

_LONGEST = 2_000
"""Characters that every program follows."""

_NEVER_IN_ADDRESSES = re.compile(r"[^\x21-\x7e]|[\"'<>\\^`{}|]")


def is_web_address(address: str) -> bool:
    """Whether an address may be followed: http or https, a host, nothing hidden in it, and not too long."""
    if len(address) >= _LONGEST or _NEVER_IN_ADDRESSES.search(address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
