"""Where a request comes from: pages of this server, whatever a proxy wrote over its name, and no other site's."""

import pytest
from server.sockets import edge, get, reply_to, socket_status
from starlette.datastructures import Headers
from websockets.sync.client import connect

from detector.light.phone.same_site import is_from_here

PUBLIC = "https://detector.example.gov.uk"
BEHIND = "127.0.0.1:8501"
"""What nginx writes into Host unless it is told otherwise."""


@pytest.mark.parametrize(
    ("sent", "public_url", "is_ours"),
    [
        pytest.param({"origin": PUBLIC, "host": BEHIND}, PUBLIC, True, id="a proxy that rewrites Host"),
        pytest.param(
            {"origin": PUBLIC + ":443", "host": BEHIND}, PUBLIC + "/", True, id="the usual port, written out"
        ),
        pytest.param({"origin": PUBLIC, "host": BEHIND}, "", False, id="such a proxy, and the address is not set"),
        pytest.param({"origin": "http://detector.example.gov.uk", "host": BEHIND}, PUBLIC, False, id="not encrypted"),
        pytest.param({"origin": PUBLIC + ":8443", "host": BEHIND}, PUBLIC, False, id="another port of it"),
        pytest.param({"origin": "https://evil.example", "host": BEHIND}, PUBLIC, False, id="another site"),
        pytest.param({"origin": "https://x.detector.example.gov.uk", "host": BEHIND}, PUBLIC, False, id="below it"),
        pytest.param(
            {"origin": "http://10.8.0.2:8501", "host": "10.8.0.2:8501"}, "http://10.0.0.1:8501", True, id="2nd"
        ),
        pytest.param({"origin": "null", "host": BEHIND}, "", False, id="a page without an address"),
        pytest.param({"origin": "null", "host": BEHIND}, PUBLIC, False, id="such a page, and the address is set"),
        pytest.param({"origin": "null", "sec-fetch-site": "same-origin"}, PUBLIC, True, id="our own, kept secret"),
        pytest.param({"sec-fetch-site": "none"}, "", True, id="typed by the person"),
        pytest.param({"sec-fetch-site": "cross-site"}, "", False, id="another site, by the browser's word"),
        pytest.param(
            {"sec-fetch-site": "same-site", "origin": "https://x.example", "host": "y"}, "", False, id="near"
        ),
        pytest.param({}, PUBLIC, True, id="no browser"),
    ],
)
def test_a_request_is_ours_or_another_site_s(sent: dict[str, str], public_url: str, is_ours: bool) -> None:
    assert is_from_here(Headers(sent), public_url) is is_ours


@pytest.mark.parametrize("origin", ["http://[bad", "http://a:b", "http://]["])
def test_an_origin_that_cannot_be_read_is_nobody_s(origin: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        is_from_here(Headers({"origin": origin, "sec-fetch-site": "same-origin"}), "")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://[bad", f"{PUBLIC}.evil.example"])
def test_no_other_site_opens_a_page_s_connection(origin: str) -> None:
    with edge(PUBLIC) as port:
        status = socket_status(port, "localhost", f"Origin: {origin}")

    assert status == 403


def test_a_page_behind_a_proxy_opens_one_and_its_own_address_is_handed_on() -> None:
    with edge(PUBLIC) as port, connect(f"ws://localhost:{port}/socket", origin=PUBLIC) as page:  # type: ignore[arg-type]
        assert page.recv() == "detector.example.gov.uk"


@pytest.mark.parametrize(
    ("proxies", "told", "believed"),
    [
        pytest.param(("127.0.0.1",), "203.0.113.7", "203.0.113.7 https", id="a proxy that is named"),
        pytest.param(("127.0.0.0/8",), "203.0.113.7", "203.0.113.7 https", id="a network that is named"),
        pytest.param(("10.0.0.5",), "203.0.113.7", "127.0.0.1 http", id="anybody else"),
        pytest.param((), "203.0.113.7", "127.0.0.1 http", id="no proxy is named"),
        pytest.param(("127.0.0.1",), "6.6.6.6, 203.0.113.7", "203.0.113.7 https", id="a forged one before the true"),
    ],
)
def test_only_a_named_proxy_is_believed(proxies: tuple[str, ...], told: str, believed: str) -> None:
    with edge(proxies=proxies) as port:
        reply = reply_to(port, get("/", f"X-Forwarded-For: {told}", "X-Forwarded-Proto: https"))

    assert reply.endswith(f"{believed} 0".encode())
