"""One connection to a server: a request out, its reply in.

Thousands of these share a processor with the server they measure, so replies are read by the parser that the server
itself is built on, and by nothing above it.
"""

import asyncio
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from httptools import HttpParserError, HttpResponseParser

from detector.load_test.faults import LoadTestError


@dataclass(frozen=True)
class Address:
    """Where a server listens."""

    host: str
    port: int
    secure: bool = False

    @property
    def named(self) -> str:
        """The host as a request names it."""
        return f"{self.host}:{self.port}"


def address_of(url: str) -> Address:
    """The address in a URL.

    Raises:
        LoadTestError: it is no http or https address.
    """
    try:
        parts = urlsplit(url)
        secure, port = parts.scheme == "https", parts.port
    except ValueError:
        parts, secure, port = urlsplit(""), False, None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
        raise LoadTestError(f"{url!r} is no address of a server. Write it as http://localhost:8501.")
    return Address(parts.hostname, port or (443 if secure else 80), secure)


@dataclass(frozen=True)
class Reply:
    """What a server answered; names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


class Dropped(Exception):  # noqa: N818 - it reads as what it says
    """The connection ended, or made no sense, before the reply was there."""


class Wire(asyncio.Protocol):
    """A connection that carries one request at a time and stays open between them."""

    def __init__(self) -> None:
        """Begin unconnected."""
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.Future[Reply] | None = None
        self._parser = HttpResponseParser(self)
        self._headers: dict[str, str] = {}
        self._body: list[bytes] = []

    @property
    def is_open(self) -> bool:
        """Whether another request can be sent."""
        return self._transport is not None and not self._transport.is_closing()

    async def ask(self, request: bytes) -> Reply:
        """The reply to a request.

        Raises:
            Dropped: there was none.
        """
        if self._transport is None or self._transport.is_closing():
            raise Dropped
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._waiting

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.abort()

    def connected(self, transport: asyncio.Transport) -> None:
        """Note the connection."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Read on."""
        try:
            self._parser.feed_data(data)
        except HttpParserError:
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio names it
        """Tell whoever waits."""
        self._transport = None
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(Dropped())

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header, the last of each name."""
        self._headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        """Keep a part of the body."""
        self._body.append(body)

    def on_message_complete(self) -> None:
        """Hand over the reply, and be ready for the next."""
        reply = Reply(self._parser.get_status_code(), self._headers, b"".join(self._body))
        self._headers, self._body = {}, []
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(reply)


async def dial(address: Address) -> Wire:
    """A new connection.

    Raises:
        OSError: nobody answers there.
    """
    secure = ssl.create_default_context() if address.secure else None
    loop = asyncio.get_running_loop()
    transport, wire = await loop.create_connection(Wire, address.host, address.port, ssl=secure)
    wire.connected(transport)
    return wire
