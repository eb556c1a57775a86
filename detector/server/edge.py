"""What is asked of every request before the product sees it: to whom it was sent, and from where a socket is."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn import Config
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from detector.light.phone import is_from_here, said
from detector.operator_log import Event, tell
from detector.server.connections import BoundedHttp
from detector.server.hosts import Hosts, is_number

LARGEST_SOCKET_MESSAGE = 4 * 1024 * 1024
"""Bytes that a page sends at once: all that is typed and chosen on it, many times over."""
FOR_MACHINES = ("/_stcore/health", "/ready")
"""Answered under any number: what watches the server may reach it by one that this computer does not know."""
_NOT_UNDERSTOOD = 1003
_HEADING = "This address is not answered here"
_WORDS = (
    "Open the address that stands in the window in which the program was started, or the number of that computer. For "
    "another name to work, whoever runs the program sets DETECTOR_PUBLIC_URL to the address that people type."
)


class Edge:
    """Bound the connections, believe only the named proxies, and answer only to this server's own names."""

    def __init__(self, app: ASGIApp, *, hosts: Hosts, public_url: str, proxies: Iterable[str]) -> None:
        """Wrap the application.

        Args:
            app: the application.
            hosts: the names that are answered to.
            public_url: the address at which others reach the server, or "".
            proxies: whose word on where a request comes from is taken.
        """
        self.app, self._hosts, self._public_url, self._proxies = app, hosts, public_url, list(proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "lifespan":
            self._bound(receive)
            await self.app(scope, receive, send)
        elif not self._is_for_us(scope):
            await self._refuse(scope, receive, send, why="host")
        elif scope["type"] == "http":
            await _told_of_faults(self.app, scope, receive, send)
        elif not self._seems_from_here(scope):
            await self._refuse(scope, receive, send, why="other_site")
        else:
            await _told_of_faults(self.app, scope, _without_text(receive, send), send)

    def _bound(self, receive: Receive) -> None:
        """Have the web server bound its connections: it has begun to start, and makes none before this returns."""
        config = getattr(getattr(receive, "__self__", None), "config", None)
        if isinstance(config, Config):
            config.http_protocol_class = BoundedHttp
            config.ws_max_size = LARGEST_SOCKET_MESSAGE
            if isinstance(config.loaded_app, ProxyHeadersMiddleware):
                config.loaded_app = ProxyHeadersMiddleware(config.loaded_app.app, self._proxies)

    def _is_for_us(self, scope: Scope) -> bool:
        named = [value for name, value in scope["headers"] if name == b"host"]
        server = scope.get("server") or ("", None)
        if len(named) == 1 and self._hosts.answers_to(named[0], str(server[0])):
            return True
        is_asked_by_a_machine = scope["type"] == "http" and scope["path"] in FOR_MACHINES
        return is_asked_by_a_machine and all(is_number(host) for host in named)

    def _seems_from_here(self, scope: Scope) -> bool:
        """Whether a page of ours opens this connection; what the proxy wrote over its address is put right."""
        headers = Headers(scope=scope)
        try:
            is_ours = is_from_here(headers, self._public_url)
        except ValueError:
            return False
        origin = headers.get("origin")
        if is_ours and origin is not None and origin != "null":
            host = urlsplit(origin).netloc.encode("latin-1", "replace")
            scope["headers"] = [(name, host if name == b"host" else value) for name, value in scope["headers"]]
        return is_ours

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, *, why: str) -> None:
        tell(Event.REFUSED, why=why)
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await said(_HEADING, _WORDS, status=421)(scope, receive, send)


async def _told_of_faults(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    try:
        await app(scope, receive, send)
    except Exception as error:
        tell(Event.FAULT, task=f"{scope['type']}_request", kind=type(error).__name__)
        raise


def _without_text(receive: Receive, send: Send) -> Receive:
    """What pages send is never text: who sends it is hung up on."""

    async def receive_bytes() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and message.get("bytes") is None:
            tell(Event.REFUSED, why="text")
            await send({"type": "websocket.close", "code": _NOT_UNDERSTOOD})
            return {"type": "websocket.disconnect", "code": _NOT_UNDERSTOOD}
        return message

    return receive_bytes
