"""Headers without end, and two hundred that never end, cost the product itself neither memory nor its life."""

import socket
import sys
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest
from cli.test_cli_serve import free_port, serving
from server.sockets import HOST, PATIENCE_S, everything_from, get, reply_to, status_of

MEGABYTE = 1_000_000
BEGIN = b"GET /join HTTP/1.1\r\nHost: localhost\r\nX: "
MOST_MORE = 60
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as other systems know them"),
]


def megabytes(server: psutil.Process) -> float:
    """What the server and everything it started hold."""
    return sum(each.memory_info().rss for each in (server, *server.children(recursive=True))) / MEGABYTE


def flood(port: int) -> int:
    """How many of 300 megabytes of one header are taken."""
    with socket.create_connection((HOST, port), timeout=PATIENCE_S) as connection:
        connection.sendall(BEGIN)
        for taken in range(300):
            try:
                connection.sendall(b"a" * MEGABYTE)
            except ConnectionError:
                return taken
    return 300


def test_three_hundred_megabytes_of_headers_are_not_taken(tmp_path: Path) -> None:
    port = free_port()
    with serving(port, tmp_path) as running:
        server = psutil.Process(running.pid)
        before = megabytes(server)
        taken = [flood(port) for _ in range(20)]
        after = megabytes(server)

    assert max(taken) < 60
    assert after - before < MOST_MORE


def test_two_hundred_that_never_end_a_request_are_hung_up_on_and_keep_nobody_out(tmp_path: Path) -> None:
    port = free_port()
    with serving(port, tmp_path) as running, ExitStack() as open_ones:
        server = psutil.Process(running.pid)
        before = megabytes(server)
        slow = [open_ones.enter_context(socket.create_connection((HOST, port), PATIENCE_S)) for _ in range(200)]
        for connection in slow:
            connection.sendall(BEGIN + b"a" * 30_000)
        meanwhile = status_of(reply_to(port, get("/join")))
        after = megabytes(server)
        replies = [everything_from(connection) for connection in slow]

    assert meanwhile == 200
    assert after - before < MOST_MORE
    assert {status_of(reply) for reply in replies} == {408}
