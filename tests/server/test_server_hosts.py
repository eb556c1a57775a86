"""A page that points a name of its own at this computer reads and changes nothing here; honest names all work."""

import pytest
from server.sockets import edge, get, reply_to, socket_status, status_of

from detector.server.hosts import Hosts, host_name

PUBLIC = "https://Detector.example.gov.uk"
LAN = "192.168.1.20"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        pytest.param("localhost", 200, id="this machine"),
        pytest.param("LOCALHOST.:8501", 200, id="with a port, a full stop and capitals"),
        pytest.param("127.0.0.1:1", 200, id="this machine by number"),
        pytest.param("[::1]:8501", 200, id="by its long number"),
        pytest.param("detector.example.gov.uk", 200, id="the address that is set"),
        pytest.param("evil.example", 421, id="another name"),
        pytest.param("localhost.evil.example", 421, id="a name that begins like ours"),
        pytest.param("detector.example.gov.uk.evil.example", 421, id="a name that begins like the one set"),
        pytest.param("203.0.113.9", 421, id="a number that is not this computer's"),
        pytest.param("", 421, id="nothing"),
        pytest.param("localhost@evil.example", 421, id="a name before a name"),
        pytest.param("localhost:8501:evil", 421, id="no port"),
        pytest.param("localhost/x", 421, id="a path"),
        pytest.param("[::1", 421, id="half a number"),
        pytest.param("local\xffhost", 421, id="other characters"),
    ],
)
def test_only_the_server_s_own_names_are_answered(host: str, status: int) -> None:
    with edge(PUBLIC) as port:
        page = reply_to(port, get(host=host))
        socket = socket_status(port, host)

    assert status_of(page) == status
    assert socket == (101 if status == 200 else 403)


def test_who_is_refused_is_told_what_to_do() -> None:
    with edge() as port:
        reply = reply_to(port, get(host="evil.example")).decode()

    assert "This address is not answered here" in reply
    assert "or the number of that computer" in reply
    assert "DETECTOR_PUBLIC_URL" in reply
    assert "evil.example" not in reply


@pytest.mark.parametrize(
    "request_lines",
    [
        pytest.param(
            b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n", id="two"
        ),
        pytest.param(b"GET / HTTP/1.0\r\n\r\n", id="none"),
        pytest.param(
            b"GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\nConnection: close\r\n\r\n",
            id="another that a proxy is said to have seen",
        ),
    ],
)
def test_a_host_that_is_not_clear_is_none(request_lines: bytes) -> None:
    with edge() as port:
        assert status_of(reply_to(port, request_lines)) == 421


@pytest.mark.parametrize(
    ("arrived_at", "host", "is_answered"),
    [
        pytest.param(LAN, f"{LAN}:8501", True, id="the address the phones were told"),
        pytest.param("10.8.0.2", "10.8.0.2:8501", True, id="another network of this computer, joined later"),
        pytest.param("::ffff:192.168.1.20", LAN, True, id="a short number on a socket for long ones"),
        pytest.param("2001:db8::5", "[2001:DB8:0::5]:8501", True, id="a long number, written otherwise"),
        pytest.param("fe80::1%eth0", "[fe80::1]", True, id="a number of the cable"),
        pytest.param(LAN, "192.168.1.21", False, id="a neighbour's number"),
        pytest.param(LAN, "meeting-room.example", False, id="a name that leads here"),
    ],
)
def test_every_number_at_which_a_connection_came_in_is_ours(arrived_at: str, host: str, is_answered: bool) -> None:
    hosts = Hosts("", is_open_to_others=True)

    assert hosts.answers_to(host.encode(), arrived_at) is is_answered


@pytest.mark.parametrize("is_open", [True, False])
def test_this_computer_s_own_name_is_answered_where_others_may_come(
    is_open: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "Laptop-7")

    hosts = Hosts("", is_open_to_others=is_open)

    assert [hosts.answers_to(host, LAN) for host in (b"laptop-7:8501", b"laptop-7.local")] == [is_open] * 2


@pytest.mark.parametrize(
    ("own", "full"), [("PC17", "pc17.council.gov.uk"), ("pc17.council.gov.uk", "pc17.council.gov.uk")]
)
def test_so_are_its_short_and_its_long_name_and_no_other(own: str, full: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: own)
    monkeypatch.setattr("socket.getfqdn", lambda: full)
    hosts = Hosts("", is_open_to_others=True)

    def answered(*names: str) -> set[bool]:
        return {hosts.answers_to(name.encode(), LAN) for name in names}

    assert answered("pc17", "pc17.local:8501", "pc17.council.gov.uk:8501") == {True}
    assert answered("pc17.lan", "council.gov.uk", "pc18.council.gov.uk", "pc17.council.gov.uk.evil.example") == {False}


def test_a_long_name_that_does_not_begin_with_its_own_is_not_its(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "pc17")
    monkeypatch.setattr("socket.getfqdn", lambda: "evil.example")

    hosts = Hosts("", is_open_to_others=True)

    assert [hosts.answers_to(host, LAN) for host in (b"evil.example", b"pc17.example")] == [False, False]


def test_many_hosts_are_not_remembered_for_ever() -> None:
    hosts = Hosts("", is_open_to_others=False)

    answers = {hosts.answers_to(f"h{number}.example".encode(), LAN) for number in range(5_000)}

    assert answers == {False}
    assert hosts.answers_to(b"localhost", LAN)


@pytest.mark.parametrize(
    ("host", "name"), [(b"A.b:1", "a.b"), (b"[::FFFF:127.0.0.1]", "127.0.0.1"), (b"..", None), (b"a b", None)]
)
def test_a_host_is_read_in_one_way(host: bytes, name: str | None) -> None:
    assert host_name(host) == name
