"""A request that goes on without end, or never ends, costs the server neither memory nor a place for long."""

import socket

import pytest
from server.sockets import HOST, PATIENCE_S, SOCKET, edge, everything_from, get, reply_to, status_of
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import connect

from detector.server.connections import LARGEST_HEAD, BoundedHttp
from detector.server.edge import LARGEST_SOCKET_MESSAGE

POST = b"POST / HTTP/1.1\r\nHost: localhost\r\n"
FLOOD = b"a" * 1_000_000
MOST_TAKEN = 64


def taken_of_a_flood(connection: socket.socket) -> int:
    """How many megabytes the server takes before it hangs up, as many as there are at most."""
    for taken in range(MOST_TAKEN):
        try:
            connection.sendall(FLOOD)
        except ConnectionError:
            return taken
    return MOST_TAKEN


def trickled(connection: socket.socket) -> int:
    """How many bytes the server takes one by one before it hangs up."""
    for taken in range(10_000):
        try:
            connection.sendall(b"a")
            if not connection.recv(65536):
                return taken
        except TimeoutError:
            continue
        except ConnectionError:
            return taken
    return 10_000


def test_the_web_server_s_connections_are_bounded_ones() -> None:
    with edge() as port:
        reply = reply_to(port, get("/", "X: " + "a" * LARGEST_HEAD))

    assert status_of(reply) == 431


@pytest.mark.parametrize(
    "begin",
    [
        pytest.param(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ", id="one header without end"),
        pytest.param(b"GET /", id="an address without end"),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"X", id="a header's name without end"),
        pytest.param(POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: ", id="what follows a body"),
        pytest.param(POST + b"Transfer-Encoding: chunked\r\n\r\n1;", id="what stands beside the size of a part"),
    ],
)
def test_what_goes_on_without_end_is_cut_off(begin: bytes) -> None:
    with edge() as port, socket.create_connection((HOST, port), timeout=PATIENCE_S) as connection:
        connection.sendall(begin)

        assert taken_of_a_flood(connection) < MOST_TAKEN


def test_so_are_very_many_headers() -> None:
    with edge() as port:
        reply = reply_to(port, get("/", *("X: y" for _ in range(20_000))))

    assert status_of(reply) == 431


@pytest.mark.parametrize(
    "begin",
    [
        pytest.param(b"GET / HTTP/1.1\r\nHost: local", id="half a head"),
        pytest.param(b"\r\n", id="empty lines"),
    ],
)
def test_who_never_ends_a_request_is_hung_up_on(begin: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedHttp, "longest_head_seconds", 0.2)

    with edge() as port:
        reply = reply_to(port, begin)

    assert b"408 Request Timeout" in reply


def test_who_asks_for_nothing_is_hung_up_on_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedHttp, "longest_head_seconds", 0.2)

    with edge() as port:
        assert reply_to(port) == b""


def test_a_byte_now_and_then_does_not_keep_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedHttp, "longest_head_seconds", 0.3)

    with edge() as port, socket.create_connection((HOST, port), timeout=0.05) as connection:
        assert trickled(connection) < 10_000


def test_a_body_that_never_comes_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedHttp, "slow_body_seconds", 0.2)

    with edge() as port:
        reply = reply_to(port, POST + b"Content-Length: 10\r\n\r\nhalf")

    assert status_of(reply) == 408


def test_a_refused_body_may_not_go_on_without_end() -> None:
    with edge() as port, socket.create_connection((HOST, port), timeout=PATIENCE_S) as connection:
        connection.sendall(b"POST /unread HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000000\r\n\r\n")

        assert taken_of_a_flood(connection) < MOST_TAKEN


def test_an_honest_large_body_arrives_whole() -> None:
    with edge() as port:
        reply = reply_to(port, POST + b"Connection: close\r\nContent-Length: 5000000\r\n\r\n", *[FLOOD] * 5)

    assert reply.endswith(b" 5000000")


def test_one_connection_serves_request_after_request() -> None:
    ask = get().replace(b"close", b"keep-alive")

    with edge() as port, socket.create_connection((HOST, port), timeout=PATIENCE_S) as connection:
        connection.sendall(ask + ask)
        connection.sendall(get())
        replies = everything_from(connection)

    assert replies.count(b"HTTP/1.1 200 OK") == 3


def test_what_is_no_request_is_refused() -> None:
    with edge() as port:
        assert status_of(reply_to(port, b"\x16\x03\x01 hello\r\n\r\n")) == 400


def test_a_page_sends_no_message_larger_than_all_that_can_be_typed_on_it() -> None:
    with edge() as port, connect(f"ws://localhost:{port}/socket") as page:
        page.recv()
        page.send(b"a" * 1_000_000)
        small = page.recv()
        page.send(b"a" * (LARGEST_SOCKET_MESSAGE + 1))
        with pytest.raises(ConnectionClosedError) as closed:
            page.recv()

    assert small == "1000000"
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009


def test_text_is_no_message_of_a_page_and_no_error_of_the_server(caplog: pytest.LogCaptureFixture) -> None:
    with edge() as port, connect(f"ws://localhost:{port}/socket") as page:
        page.recv()
        page.send("\N{SNOWMAN}")
        with pytest.raises(ConnectionClosedError):
            page.recv()

    assert not [record for record in caplog.records if record.exc_info]


def test_a_head_too_large_for_a_page_s_connection_is_refused() -> None:
    with edge() as port:
        reply = reply_to(port, SOCKET + b"X: " + b"a" * LARGEST_HEAD + b"\r\n\r\n")

    assert status_of(reply) == 431
