"""A connection that becomes a page's own holds none of the room there is for headers that are not yet whole."""

import asyncio
from typing import Any

import pytest
import uvicorn
from server.sockets import SOCKET
from uvicorn.server import ServerState

from detector.server import connections
from detector.server.connections import BoundedHttp


class Line(asyncio.Transport):
    """The other end of a connection: keeps what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written, self.hung_up = b"", False
        self._protocol: asyncio.BaseProtocol | None = None

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written += bytes(data)

    def close(self) -> None:
        self.hung_up = True

    def is_closing(self) -> bool:
        return self.hung_up

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._protocol = protocol

    def get_protocol(self) -> asyncio.BaseProtocol | None:  # type: ignore[override] - there is none before it is set
        return self._protocol


class Page(asyncio.Protocol):
    """What a connection goes to once it is a page's own."""

    def __init__(self, **_known: Any) -> None:
        """Need to know nothing."""


async def nothing(_scope: object, _receive: object, _send: object) -> None:
    """Stand where the application stands."""


def line_on_which_came(*parts: bytes) -> Line:
    """A connection on which so many packets came."""
    config = uvicorn.Config(nothing, ws=Page, log_config=None)
    config.load()
    loop, line = asyncio.new_event_loop(), Line()
    protocol = BoundedHttp(config, ServerState(), {}, loop)
    line.set_protocol(protocol)
    protocol.connection_made(line)
    for part in parts:
        protocol.data_received(part)
    loop.close()
    return line


def test_an_upgrade_in_two_packets_leaves_its_room_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_HELD", 40_000)
    filling = b"X: " + b"a" * 25_000

    upgraded = line_on_which_came(SOCKET + filling, b"\r\n\r\n")
    other = line_on_which_came(b"GET / HTTP/1.1\r\n" + filling)

    assert isinstance(upgraded.get_protocol(), Page)
    assert (other.hung_up, other.written) == (False, b"")
