"""The names this server answers to: a page that points a name of its own at this computer reads nothing here."""

import re
import socket
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from detector.light.phone import THIS_MACHINE

_HOST = re.compile(r"(?:\[([0-9a-f:.]{2,45})\]|([a-z0-9_.-]{1,253}))(?::[0-9]{1,5})?")
_MOST_REMEMBERED = 1_000


class Hosts:
    """The names of this computer, of the address at which others reach it, and the number a request was sent to.

    A number is answered where the connection itself came in at it: so every address this computer has in its networks
    works, those it gets later as well, and no other.
    """

    def __init__(self, public_url: str, *, is_open_to_others: bool) -> None:
        """Know the names.

        Args:
            public_url: the address at which others reach the server, or "".
            is_open_to_others: whether it listens to other computers, which may know this one by its own name.
        """
        own = _own_names() if is_open_to_others else ()
        named = (*THIS_MACHINE, urlsplit(public_url).hostname, *own)
        self._names = frozenset(_number(name) or name.rstrip(".") for name in named if name)
        self._remembered: dict[tuple[bytes, str], bool] = {}

    def answers_to(self, host: bytes, arrived_at: str) -> bool:
        """Whether it answers to what a request has as its Host.

        Args:
            host: the header as it was sent.
            arrived_at: the number of this computer at which the connection came in.
        """
        asked = (host, arrived_at)
        if asked not in self._remembered:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            name = host_name(host)
            self._remembered[asked] = name is not None and (name in self._names or name == _number(arrived_at))
        return self._remembered[asked]


def _own_names() -> tuple[str, ...]:
    """The short and the long name of this computer.

    The network may give a long name: it counts only where it begins with the short one.
    """
    own = socket.gethostname().lower().rstrip(".")
    short = own.partition(".")[0]
    full = own if "." in own else socket.getfqdn().lower().rstrip(".")
    named = (own, short, f"{short}.local" if short else "", full)
    return tuple(name for name in named if name.partition(".")[0] == short)


def host_name(host: bytes) -> str | None:
    """The name or number in a Host header, in small letters, without a port; None where it is neither."""
    found = _HOST.fullmatch(host.decode("latin-1").lower())
    if found is None:
        return None
    if found[1]:
        return _number(found[1])
    return _number(found[2]) or found[2].rstrip(".") or None


def is_number(host: bytes) -> bool:
    """Whether a Host header holds a number rather than a name."""
    name = host_name(host)
    return name is not None and _number(name) is not None


def _number(name: str) -> str | None:
    """The number of a computer in the one way it is written here, None for a name."""
    try:
        found = ip_address(name.partition("%")[0])
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return str(mapped or found)
