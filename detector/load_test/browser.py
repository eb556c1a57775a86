"""A browser of one person: cookies of its own, and a connection that is opened again when it breaks."""

import asyncio
import json
from collections.abc import Mapping
from urllib.parse import urlencode

from detector.load_test.wire import Address, Dropped, Reply, Wire, dial

LONGEST_WAIT = 30.0


class Browser:
    """Asks one server, one request after the other. Used by several tasks, they wait for each other."""

    def __init__(self, address: Address) -> None:
        """Begin without a cookie."""
        self._address = address
        self._cookies: dict[str, str] = {}
        self._wire: Wire | None = None
        self._one_at_a_time = asyncio.Lock()

    def cookie(self, name: str) -> str:
        """A cookie's value, "" where the server set none."""
        return self._cookies.get(name, "")

    async def get(self, path: str) -> Reply:
        """A page, wherever the server has moved it on its own machine.

        Raises:
            Dropped: no reply came.
        """
        reply = await self._ask("GET", path, b"", "")
        for _ in range(3):
            if reply.status not in (302, 303, 307):
                break
            reply = await self._ask("GET", reply.headers.get("location", "/"), b"", "")
        return reply

    async def submit(self, path: str, fields: Mapping[str, str]) -> Reply:
        """The reply to a form; where it leads on, the page it leads to.

        Raises:
            Dropped: no reply came.
        """
        body = urlencode(fields).encode()
        reply = await self._ask("POST", path, body, "application/x-www-form-urlencoded")
        return await self.get(reply.headers.get("location", "/")) if reply.status == 303 else reply

    async def send(self, path: str, sent: Mapping[str, str]) -> Reply:
        """The reply to what a page's script sends.

        Raises:
            Dropped: no reply came.
        """
        return await self._ask("POST", path, json.dumps(dict(sent)).encode(), "application/json")

    def close(self) -> None:
        """Hang up."""
        if self._wire is not None:
            self._wire.close()

    async def _ask(self, method: str, path: str, body: bytes, kind: str) -> Reply:
        async with self._one_at_a_time:
            try:
                async with asyncio.timeout(LONGEST_WAIT):
                    if self._wire is None or not self._wire.is_open:
                        self._wire = await dial(self._address)
                    reply = await self._wire.ask(self._head(method, path, len(body), kind) + body)
            except (OSError, TimeoutError) as error:
                self.close()
                raise Dropped from error
        self._keep_cookie(reply.headers.get("set-cookie", ""))
        return reply

    def _head(self, method: str, path: str, length: int, kind: str) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self._address.named}"]
        if self._cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self._cookies.items()))
        if method == "POST":
            lines += [f"Content-Type: {kind}", f"Content-Length: {length}"]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def _keep_cookie(self, set_cookie: str) -> None:
        name, _, value = set_cookie.partition(";")[0].partition("=")
        if name:
            self._cookies[name] = value
