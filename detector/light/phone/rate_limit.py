"""How much one sender may ask for: floods are refused before they cost anything."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from time import monotonic

from starlette.requests import HTTPConnection

MOST_SENDERS = 20_000
_OF_ONE_HOUSEHOLD = 64


@dataclass
class _Bucket:
    left: float
    at: float


class Limit:
    """So many requests at once, and so many a second after that, for each sender by itself."""

    def __init__(self, at_once: int, a_second: float, clock: Callable[[], float] = monotonic) -> None:
        """Begin with nobody having asked."""
        self._at_once, self._a_second, self._clock = at_once, a_second, clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def allows(self, sender: str) -> bool:
        """Whether one more request of this sender may pass; if so it is counted."""
        bucket = self._bucket(sender)
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True

    def is_spent(self, sender: str) -> bool:
        """Whether the sender has asked too much already; nothing is counted."""
        return self._bucket(sender).left < 1

    def _bucket(self, sender: str) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.pop(sender, None) or _Bucket(self._at_once, now)
        bucket.left = min(self._at_once, bucket.left + (now - bucket.at) * self._a_second)
        bucket.at = now
        self._buckets[sender] = bucket
        if len(self._buckets) > MOST_SENDERS:
            self._buckets.popitem(last=False)
        return bucket


def sender_of(request: HTTPConnection) -> str:
    """Who sends, as limits count it: a number, or of a long one (IPv6) the part that one household or office has."""
    host = request.client.host if request.client else ""
    try:
        number = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if not isinstance(number, IPv6Address):
        return str(number)
    if number.ipv4_mapped:
        return str(number.ipv4_mapped)
    return str(ip_network((number, _OF_ONE_HOUSEHOLD), strict=False))
