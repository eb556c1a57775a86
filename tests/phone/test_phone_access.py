import pytest
from phone.rooms import Hall
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from detector.light.phone.access import ALPHABET, CODE_LENGTH, AskForCode, access_code, new_access_code

CODE = "ABCD3467"


async def assessment(_request: object) -> PlainTextResponse:
    return PlainTextResponse("somebody's assessment")


async def stream(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text("somebody's assessment")
    await websocket.close()


def guarded(room: Hall, code: str = CODE) -> TestClient:
    """A browser before a server that can be reached from outside."""
    app = Starlette(
        routes=[Route("/", assessment), Route("/results", assessment), WebSocketRoute("/_stcore/stream", stream)],
        middleware=[Middleware(AskForCode, code=lambda: code)],
    )
    app.router.routes.extend(room.app.router.routes)
    return TestClient(app, base_url="https://detector.example")


@pytest.mark.parametrize("path", ["/", "/results?assessment=abc", "/anything"])
def test_an_officer_s_page_asks_for_the_code_first(room: Hall, path: str) -> None:
    reply = guarded(room).get(path)

    assert reply.url.path == "/unlock"
    assert "Type the access code" in reply.text
    assert "somebody" not in reply.text


def test_what_a_page_s_own_script_asks_is_refused_and_led_nowhere(room: Hall) -> None:
    reply = guarded(room).get("/_stcore/host-config")

    assert (reply.status_code, reply.url.path) == (403, "/_stcore/host-config")


def test_the_pages_own_connection_is_refused_too(room: Hall) -> None:
    with pytest.raises(WebSocketDisconnect), guarded(room).websocket_connect("/_stcore/stream"):
        pass


@pytest.mark.parametrize("typed", [CODE, "abcd-3467", " ABCD 3467 "])
def test_the_code_opens_the_pages_however_it_is_typed(room: Hall, typed: str) -> None:
    browser = guarded(room)

    reply = browser.post("/unlock", data={"code": typed})

    assert reply.text == "somebody's assessment"
    with browser.websocket_connect("wss://detector.example/_stcore/stream") as connection:
        assert connection.receive_text() == "somebody's assessment"


def test_a_wrong_code_is_told_and_many_are_held_up(room: Hall) -> None:
    browser = guarded(room)

    replies = [browser.post("/unlock", data={"code": f"WRONG{number:03}"}) for number in range(14)]

    assert [reply.status_code for reply in replies] == [403] * 10 + [429] * 4
    assert "not the access code" in replies[0].text


def test_the_right_code_opens_the_pages_however_many_wrong_ones_came_from_the_same_address(room: Hall) -> None:
    browser = guarded(room)
    for number in range(20):
        browser.post("/unlock", data={"code": f"WRONG{number:03}"})

    reply = browser.post("/unlock", data={"code": CODE})

    assert reply.text == "somebody's assessment"


def test_who_joined_on_a_phone_opens_no_assessment_by_trimming_the_address(room: Hall) -> None:
    phone = guarded(room)
    phone.post(f"{room.home}/join", data={"group": room.workshop.state.groups[0]})

    pages = [phone.get(room.home), phone.get("/"), phone.get("/w/../results")]

    assert [page.url.path for page in pages] == [room.home, "/unlock", "/unlock"]


def test_a_server_for_this_machine_alone_asks_nobody(room: Hall) -> None:
    assert guarded(room, code="").get("/results").text == "somebody's assessment"


def test_a_code_can_be_read_out() -> None:
    codes = [new_access_code() for _ in range(20)]

    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set("".join(codes)) <= set(ALPHABET)
    assert len(set(codes)) == 20


@pytest.mark.parametrize(
    ("chosen", "address", "public_url", "needed"),
    [
        pytest.param("", "localhost", "", False, id="this machine alone"),
        pytest.param("", "127.0.0.1", "", False, id="this machine by number"),
        pytest.param("", "0.0.0.0", "", True, id="the whole network"),  # noqa: S104 - it is what is tested
        pytest.param("", "None", "", True, id="no address at all listens to everybody"),
        pytest.param("", "localhost", "https://detector.example", True, id="behind a proxy"),
    ],
)
def test_a_code_is_asked_as_soon_as_others_can_reach_the_server(
    chosen: str, address: str, public_url: str, needed: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    code = access_code(chosen, address, public_url)

    assert bool(code) is needed
    assert code in capsys.readouterr().out


def test_a_code_that_was_set_is_the_code() -> None:
    assert access_code("MYCODE", "localhost", "") == "MYCODE"
