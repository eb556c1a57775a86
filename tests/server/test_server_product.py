"""The product as it is started: what strangers send is no fault of the server's, and those who are right come in."""

import re
import sys
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli.test_cli_serve import free_port, serving
from server.sockets import get, reply_to, socket_status, status_of
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

CODE = "ABCD3467"
PUBLIC = "https://detector.example.gov.uk"
JSON, FORM = "Content-Type: application/json", "Content-Type: application/x-www-form-urlencoded"
DOOR = "/w/AAAAAAAAAAAAAAAAAAAAAA"
EVENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ [a-z_]+( [a-z_]+=(-|[A-Za-z0-9][\w.]{0,39}))*")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as other systems know them")


@dataclass(frozen=True)
class Product:
    """The running product: its port, and the file with all it has said."""

    port: int
    said: Path

    def get(self, path: str, *headers: str, host: str = "localhost") -> bytes:
        """The reply to a question."""
        return reply_to(self.port, get(path, *headers, host=host))

    def post(self, path: str, body: bytes, *headers: str, host: str = "localhost") -> bytes:
        """The reply to what is sent."""
        head = get(path, f"Content-Length: {len(body)}", *headers, host=host)
        return reply_to(self.port, head.replace(b"GET", b"POST", 1) + body)


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Generator[Product]:
    """The product as others reach it through a proxy, with a code of its own."""
    folder, port = tmp_path_factory.mktemp("edge"), free_port()
    with serving(port, folder, settings={"DETECTOR_ACCESS_CODE": CODE, "DETECTOR_PUBLIC_URL": PUBLIC}):
        yield Product(port, folder / "said")


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        pytest.param("/_stcore/health", "localhost", 200, id="it lives"),
        pytest.param("/ready", "localhost", 200, id="it can work"),
        pytest.param("/ready", "10.0.0.99", 200, id="asked by a number it does not know"),
        pytest.param("/ready", "evil.example", 421, id="asked by another name"),
        pytest.param("/join", "detector.example.gov.uk", 200, id="phones, by the public address"),
        pytest.param("/", "detector.example.gov.uk", 303, id="officers: to the code"),
        pytest.param("/", "evil.example", 421, id="a page with a name of its own for this computer"),
        pytest.param(f"{DOOR}/state", "evil.example", 421, id="such a page, where phones ask most"),
        pytest.param("/_stcore/metrics", "localhost", 404, id="the server's inner pages"),
    ],
)
def test_what_is_open_and_what_is_not(product: Product, path: str, host: str, status: int) -> None:
    assert status_of(product.get(path, host=host)) == status


def test_readiness_tells_strangers_one_word(product: Product) -> None:
    assert product.get("/ready").partition(b"\r\n\r\n")[2] == b"yes"


@pytest.mark.parametrize("origin", [PUBLIC, "http://localhost"])
@pytest.mark.parametrize("host", ["localhost", "detector.example.gov.uk"])
def test_the_code_is_taken_from_the_public_address_whatever_a_proxy_wrote_into_host(
    product: Product, host: str, origin: str
) -> None:
    reply = product.post("/unlock", f"code={CODE}".encode(), FORM, f"Origin: {origin}", host=host)

    assert status_of(reply) == (403 if (origin, host) == ("http://localhost", "detector.example.gov.uk") else 303)


@pytest.mark.parametrize("path", ["/join", "/unlock"])
def test_no_other_site_sends_a_code(product: Product, path: str) -> None:
    reply = product.post(path, f"code={CODE}".encode(), FORM, "Origin: https://evil.example")

    assert status_of(reply) == 403


@pytest.mark.parametrize("path", ["/join", "/unlock", f"{DOOR}/join", f"{DOOR}/answer", f"{DOOR}/remark"])
@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(b'{"code": "\\ud800", "group": "\\ud800"}', (JSON,), id="half a character"),
        pytest.param(b'{"code": "\\u0000"}', (JSON,), id="the zero character"),
        pytest.param(b"[" * 4000, (JSON,), id="nested without end"),
        pytest.param(b"\xff\xfe", (JSON,), id="no text"),
        pytest.param(b"code=%ED%A0%80&group=%00", (FORM,), id="half a character in a form"),
        pytest.param(b"code=A", (FORM, "Origin: http://[bad"), id="an origin that is none"),
    ],
)
def test_what_cannot_be_read_is_refused_and_no_fault(
    product: Product, path: str, body: bytes, headers: tuple[str, ...]
) -> None:
    assert 400 <= status_of(product.post(path, body, *headers)) < 500


@pytest.mark.parametrize(
    "path", ["/j/%ED%A0%80", "/w/%ED%A0%80/state", "/%00", "/?a=%ED%A0%80&b=%00", "/unlock?to=%ff"]
)
def test_an_address_that_cannot_be_read_is_no_fault_either(product: Product, path: str) -> None:
    assert 200 <= status_of(product.get(path)) < 500


def test_twenty_wrong_codes_of_one_hall_keep_nobody_out_whatever_they_claim_to_be(product: Product) -> None:
    wrong = [
        product.post("/unlock", b"code=WRONG111", FORM, f"X-Forwarded-For: 203.0.113.{number % 2}")
        for number in range(24)
    ]

    right = product.post("/unlock", f"code={CODE}".encode(), FORM, "X-Forwarded-For: 203.0.113.1")

    assert {status_of(reply) for reply in wrong} == {403, 429}
    assert status_of(right) == 303


def cookie_of(product: Product) -> str:
    """What a browser brings once its owner typed the code."""
    reply = product.post("/unlock", f"code={CODE}".encode(), FORM).decode()
    return reply.lower().partition("set-cookie: ")[2].partition(";")[0]


def test_a_page_opens_its_connection_only_from_here(product: Product) -> None:
    cookie = f"Cookie: {cookie_of(product)}"

    opened = [
        socket_status(product.port, host, cookie, f"Origin: {origin}", path="/_stcore/stream")
        for host, origin in (
            ("localhost", "http://localhost"),
            ("localhost", PUBLIC),
            ("localhost", "https://evil.example"),
            ("evil.example", "http://evil.example"),
        )
    ]

    assert opened == [101, 101, 403, 403]


def test_text_from_a_page_is_no_fault(product: Product) -> None:
    headers = {"Cookie": cookie_of(product)}

    with connect(f"ws://localhost:{product.port}/_stcore/stream", additional_headers=headers) as page:
        page.send("\N{SNOWMAN}")
        with pytest.raises(ConnectionClosed) as closed:
            list(page)

    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1003
    assert "Traceback" not in product.said.read_text(encoding="utf-8")


def test_the_operator_reads_of_it_and_of_nobody(product: Product) -> None:
    product.post("/unlock", f"code={CODE}".encode(), FORM)
    product.get("/", host="evil.example")

    said = product.said.read_text(encoding="utf-8")
    events = [line for line in said.splitlines() if re.match(r"\d{4}-\d\d-\d\dT", line)]
    assert events
    assert all(EVENT.fullmatch(line) for line in events)
    assert {"started", "sign_in", "refused"} <= {line.split()[1] for line in events}
    assert not any(word in said for word in (CODE, "evil.example", "203.0.113", "Traceback"))
