import sqlite3
from pathlib import Path

import pytest
from phone.rooms import GROUPS, Hall, hall

from detector.light.phone.participant import COOKIE, person_of
from detector.light.phone.requests import LARGEST_BODY

ANSWER = {"question": "MKT1", "round": "1", "level": "2"}


def kept(room: Hall) -> int:
    """How many answers the store holds."""
    return len(room.store.workshops.votes(room.workshop.key))


def test_codes_cannot_be_guessed_in_bulk(room: Hall) -> None:
    phone = room.phone()

    statuses = [phone.post("/join", data={"code": f"AAAA{number:02}"}).status_code for number in range(30)]

    assert statuses[:20] == [404] * 20
    assert set(statuses[20:]) == {429}


@pytest.mark.parametrize("way", ["typed", "scanned", "link"])
def test_who_is_right_comes_in_however_many_wrong_codes_came_from_the_same_address(room: Hall, way: str) -> None:
    code = room.workshop.code or ""
    for number in range(60):
        room.phone().post("/join", data={"code": f"AAAA{number:02}"})

    match way:
        case "typed":
            reply = room.phone().post("/join", data={"code": code})
        case "scanned":
            reply = room.phone().get(f"/j/{code}")
        case _:
            reply = room.phone().get(room.home)

    assert (reply.status_code, reply.url.path) == (200, room.home)


def test_right_codes_from_one_address_are_never_held_up(room: Hall) -> None:
    replies = [
        room.phone().post("/join", data={"code": room.workshop.code or ""}, follow_redirects=False).status_code
        for _ in range(60)
    ]

    assert set(replies) == {303}


@pytest.mark.parametrize(
    "join_token",
    [
        pytest.param("A" * 22, id="a door that is not there"),
        pytest.param("..%2f..%2fetc", id="a path"),
        pytest.param("x", id="too short"),
    ],
)
def test_a_door_that_is_not_there_is_told_alike(room: Hall, join_token: str) -> None:
    reply = room.phone().get(f"/w/{join_token}")

    assert reply.status_code == 404


def test_the_facilitator_s_key_opens_no_door(room: Hall) -> None:
    assert room.phone().get(f"/w/{room.workshop.key}").status_code == 404


def test_nobody_answers_without_having_joined(room: Hall) -> None:
    stranger, forged = room.phone(), room.phone()
    forged.cookies.set(COOKIE, "B" * 22)

    statuses = [phone.post(f"{room.home}/answer", json=ANSWER).status_code for phone in (stranger, forged)]

    assert statuses == [403, 409]
    assert kept(room) == 0


def test_a_number_from_another_workshop_is_nobody_here(room: Hall, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with hall(tmp_path / "other") as other:
        there = other.joined()
        token = next(cookie.value for cookie in there.cookies.jar if cookie.name == COOKIE)
        here = room.phone()
        here.cookies.set(COOKIE, token or "")

        status = here.post(f"{room.home}/answer", json=ANSWER).status_code

    assert status == 409
    assert kept(room) == 0


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Origin": "https://evil.example"}, id="by its origin"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, id="by what the browser says"),
        pytest.param({"Origin": "null"}, id="from a page without one"),
    ],
)
def test_what_another_site_sends_is_not_taken(room: Hall, headers: dict[str, str]) -> None:
    phone = room.joined()

    reply = phone.post(f"{room.home}/answer", data=ANSWER, headers=headers)

    assert reply.status_code == 403
    assert kept(room) == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b"", 400, id="nothing"),
        pytest.param(b"{", 400, id="half an object"),
        pytest.param(b"[1]", 400, id="a list"),
        pytest.param(b"[" * 4000, 400, id="nested without end"),
        pytest.param(b'"\xff"', 400, id="no text"),
        pytest.param(b"{" + b" " * LARGEST_BODY + b"}", 413, id="too large"),
        pytest.param(b'{"question": "MKT1", "round": "1"}', 400, id="no level"),
        pytest.param(b'{"question": "MKT1", "round": "1", "level": "4"}', 400, id="no such level"),
        pytest.param(b'{"question": "MKT1", "round": "3", "level": "1"}', 400, id="no such round"),
        pytest.param(b'{"question": "MKT1", "round": "1", "level": {"a": 1}}', 400, id="an object as level"),
        pytest.param(b'{"question": "MKT2", "round": "1", "level": "1"}', 409, id="a question that is not open"),
        pytest.param(b'{"question": "\x00\xed\xa0\x80", "round": "1", "level": "1"}', 400, id="broken text"),
        pytest.param(b'{"question": "x\' OR 1=1", "round": "1", "level": "1"}', 409, id="a command as question"),
    ],
)
def test_what_is_not_an_answer_is_refused_and_not_kept(room: Hall, body: bytes, status: int) -> None:
    phone = room.joined()

    reply = phone.post(f"{room.home}/answer", content=body, headers={"Content-Type": "application/json"})

    assert reply.status_code == status
    assert reply.json()["error"]
    assert kept(room) == 0


def test_the_same_answer_sent_twice_counts_once(room: Hall) -> None:
    phone = room.joined()

    for _ in range(3):
        phone.post(f"{room.home}/answer", json=ANSWER)

    assert kept(room) == 1


def test_no_name_number_or_address_is_kept(room: Hall, tmp_path: Path) -> None:
    phone = room.joined()
    phone.post(f"{room.home}/answer", json=ANSWER)
    token = next(cookie.value for cookie in phone.cookies.jar if cookie.name == COOKIE) or ""

    with sqlite3.connect(tmp_path / "detector.sqlite3") as connection:
        text = "\n".join(connection.iterdump())

    assert token
    assert person_of(room.workshop.join_token, token) in text
    assert token not in text
    assert "testclient" not in text


def test_the_cookie_is_out_of_reach_of_scripts_and_other_workshops(room: Hall) -> None:
    reply = room.phone().post(f"{room.home}/join", data={"group": GROUPS[0]}, follow_redirects=False)

    cookie = reply.headers["set-cookie"]
    assert {"HttpOnly", "Secure", "SameSite=lax", f"Path={room.home}"} <= set(cookie.split("; "))


def test_the_page_allows_its_own_script_alone(room: Hall) -> None:
    policy = room.joined().get(room.home).headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_hostile_code_is_shown_as_text(room: Hall) -> None:
    page = room.phone().post("/join", data={"code": '"><script>alert(1)</script>'}).text

    assert "<script>alert" not in page
