"""A small application behind the product's edge, on a real socket, and raw bytes sent to it."""

import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from detector.server.edge import Edge
from detector.server.hosts import Hosts

HOST = "127.0.0.1"
PATIENCE_S = 60.0
SOCKET = (
    b"GET /socket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
)


async def _sender(request: Request) -> Response:
    """Who sent it, as the application sees it, and how much."""
    host = request.client.host if request.client else ""
    return PlainTextResponse(f"{host} {request.url.scheme} {len(await request.body())}")


async def _refused_unread(_request: Request) -> Response:
    return PlainTextResponse("not wanted", 413)


async def _socket(websocket: WebSocket) -> None:
    """What Host the application sees, then how much each message holds."""
    await websocket.accept()
    await websocket.send_text(websocket.headers["host"])
    while True:
        await websocket.send_text(str(len(await websocket.receive_bytes())))


@contextmanager
def edge(public_url: str = "", proxies: tuple[str, ...] = ("127.0.0.1",)) -> Generator[int]:
    """The port of the application, while it runs."""
    hosts = Hosts(public_url, is_open_to_others=False)
    app = Starlette(
        routes=[
            Route("/", _sender, methods=["GET", "POST"]),
            Route("/unread", _refused_unread, methods=["POST"]),
            WebSocketRoute("/socket", _socket),
        ],
        middleware=[Middleware(Edge, hosts=hosts, public_url=public_url, proxies=proxies)],
    )
    server = uvicorn.Server(
        uvicorn.Config(app, host=HOST, port=0, log_level="critical", lifespan="on", ws="websockets-sansio")
    )
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    latest = time.monotonic() + PATIENCE_S
    while not server.started:
        assert time.monotonic() < latest, "the server did not start"
        time.sleep(0.01)
    try:
        yield int(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        running.join(PATIENCE_S)


def socket_status(port: int, host: str, *headers: str, path: str = "/socket") -> int:
    """The status with which a page's connection is opened or refused."""
    lines = (f"Host: {host}", *headers, "", "")
    sent = SOCKET.replace(b"Host: localhost\r\n", b"").replace(b"/socket", path.encode()) + "\r\n".join(lines).encode(
        "latin-1"
    )
    with socket.create_connection((HOST, port), timeout=PATIENCE_S) as connection:
        connection.sendall(sent)
        return status_of(connection.recv(65536))


def reply_to(port: int, *sent: bytes, source: str = HOST) -> bytes:
    """All that comes back until the server hangs up; what is sent after that is lost."""
    with socket.create_connection((HOST, port), PATIENCE_S, (source, 0)) as connection:
        try:
            for part in sent:
                connection.sendall(part)
        except OSError:
            pass
        return everything_from(connection)


def everything_from(connection: socket.socket) -> bytes:
    """What arrives until the other side hangs up."""
    received = b""
    try:
        while part := connection.recv(65536):
            received += part
    except ConnectionError:
        pass
    return received


def status_of(reply: bytes) -> int:
    """The status of a reply, 0 where none came."""
    return int(reply[9:12]) if reply.startswith(b"HTTP/1.1 ") else 0


def get(path: str = "/", *headers: str, host: str = "localhost") -> bytes:
    """A request after which the server hangs up."""
    lines = (f"GET {path} HTTP/1.1", f"Host: {host}", "Connection: close", *headers, "", "")
    return "\r\n".join(lines).encode("latin-1")
