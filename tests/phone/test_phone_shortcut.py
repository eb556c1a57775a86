import pytest
from phone.rooms import Hall
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from detector.core.workshop.workshop import close
from detector.light.phone import PhonesFirst

ANSWER = {"question": "MKT1", "round": "1", "level": "2"}


async def the_rest(_request: object) -> PlainTextResponse:
    return PlainTextResponse("everything else", headers={"Set-Cookie": "session=1"})


def served(room: Hall) -> TestClient:
    """A server whose other pages can be told from those of phones."""
    phones = [route for route in room.app.routes if isinstance(route, Route)]
    rest = Starlette(
        routes=[Route("/{path:path}", the_rest, methods=["GET", "POST", "DELETE"])],
        middleware=[Middleware(PhonesFirst, routes=phones)],
    )
    phone = TestClient(rest, base_url="https://detector.example")
    phone.cookies = room.joined().cookies
    return phone


def test_an_answer_is_kept_without_asking_the_rest_of_the_server(room: Hall) -> None:
    reply = served(room).post(f"{room.home}/answer", json=ANSWER)

    assert (reply.status_code, reply.json()) == (200, {"saved": True})
    assert [vote.level for vote in room.store.workshops.votes(room.workshop.key)] == [2]


def test_a_refusal_is_told_in_the_same_words(room: Hall) -> None:
    phone = served(room)
    room.store.workshops.change(room.workshop.key, lambda state: close(state, "MKT1"))

    reply = phone.post(f"{room.home}/answer", json=ANSWER)

    assert reply.status_code == 409
    assert "not open for answers now" in reply.json()["error"]


def test_news_are_told_too(room: Hall) -> None:
    reply = served(room).get(f"{room.home}/state", params={"seen": room.workshop.changes})

    assert reply.json() == {"changed": False}
    assert "set-cookie" not in reply.headers


@pytest.mark.parametrize(
    ("method", "path"),
    [
        pytest.param("GET", "", id="the page itself"),
        pytest.param("GET", "/answer", id="the right address, asked in another way"),
        pytest.param("POST", "/state", id="and the other way round"),
        pytest.param("GET", "/state/more", id="a longer address"),
        pytest.param("POST", "/join", id="joining"),
    ],
)
def test_everything_else_is_left_to_the_rest(room: Hall, method: str, path: str) -> None:
    assert served(room).request(method, f"{room.home}{path}").text == "everything else"


def test_a_door_that_is_not_there_is_told(room: Hall) -> None:
    assert served(room).get(f"/w/{'A' * 22}/state").status_code == 404
