"""What cannot be read is refused in plain words, wherever it is sent: never an error of the server."""

import json

import pytest
from phone.rooms import Hall
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from detector.light.phone.access import AskForCode
from detector.light.phone.requests import UNREADABLE

SHOWS_FAULTS = "https://detector.example"
JSON = {"content-type": "application/json"}
UNREADABLE_TEXTS = ["\ud800", "AB\udfffCD", "\0", "AB\0CD"]


def unlocking(room: Hall) -> TestClient:
    """A browser before a server that asks for the access code."""
    app = Starlette(middleware=[Middleware(AskForCode, code=lambda: "ABCD3467")])
    return TestClient(app, base_url=SHOWS_FAULTS)


@pytest.mark.parametrize("typed", UNREADABLE_TEXTS, ids=ascii)
def test_a_code_that_cannot_be_read_is_refused_in_words(room: Hall, typed: str) -> None:
    body = json.dumps({"code": typed})

    joining = room.phone().post("/join", content=body, headers=JSON)
    unlock = unlocking(room).post("/unlock", content=body, headers=JSON)

    assert (joining.status_code, joining.json()) == (400, {"error": UNREADABLE})
    assert unlock.status_code == 400
    assert UNREADABLE in unlock.text


@pytest.mark.parametrize("path", ["/join", "/unlock"])
def test_a_form_with_the_zero_character_is_refused_in_words(room: Hall, path: str) -> None:
    browser = room.phone() if path == "/join" else unlocking(room)

    reply = browser.post(path, data={"code": "AB\0CD"})

    assert reply.status_code == 400
    assert UNREADABLE in reply.text


@pytest.mark.parametrize("path", ["/join", "/unlock"])
@pytest.mark.parametrize("origin", ["http://[bad", "http://[::1", "http://]["])
def test_an_origin_that_cannot_be_read_is_refused_in_words(room: Hall, path: str, origin: str) -> None:
    browser = room.phone() if path == "/join" else unlocking(room)

    reply = browser.post(path, data={"code": "ABCD"}, headers={"origin": origin})

    assert reply.status_code == 400
    assert UNREADABLE in reply.text


@pytest.mark.parametrize("part", ["question", "round", "level"])
@pytest.mark.parametrize("typed", UNREADABLE_TEXTS, ids=ascii)
def test_an_answer_that_cannot_be_read_is_refused_and_not_kept(room: Hall, part: str, typed: str) -> None:
    body = {"question": "MKT1", "round": "1", "level": "2", part: typed}

    reply = room.joined().post(f"{room.home}/answer", content=json.dumps(body), headers=JSON)

    assert (reply.status_code, reply.json()) == (400, {"error": UNREADABLE})
    assert room.store.workshops.votes(room.workshop.key) == ()


@pytest.mark.parametrize("typed", UNREADABLE_TEXTS, ids=ascii)
def test_a_group_that_cannot_be_read_is_refused(room: Hall, typed: str) -> None:
    reply = room.phone().post(f"{room.home}/join", content=json.dumps({"group": typed}), headers=JSON)

    assert (reply.status_code, reply.json()) == (400, {"error": UNREADABLE})


@pytest.mark.parametrize("address", ["/j/AB%00CD", "/w/AB%00CD", "/w/%00/state"])
def test_an_address_that_cannot_be_read_is_refused_in_words(room: Hall, address: str) -> None:
    reply = room.phone().get(address)

    assert reply.status_code == 400
    assert "This address could not be read." in reply.text
