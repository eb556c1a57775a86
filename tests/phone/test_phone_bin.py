"""What people's phones are told while the assessment of their workshop lies in the bin."""

from phone.rooms import Hall
from starlette.testclient import TestClient

ANSWER = {"question": "MKT1", "round": "1", "level": "2"}


def sent(phone: TestClient, room: Hall) -> int:
    """The status of an answer that the page's own script sends; from 500 on the phone keeps it and tries again."""
    return phone.post(f"{room.home}/answer", json=ANSWER).status_code


def test_phones_are_told_that_the_workshop_is_stopped_and_keep_what_they_could_not_send(room: Hall) -> None:
    phone = room.joined()
    room.store.bin.put(room.workshop.assessment_key)

    page = phone.get(room.home)
    watching = phone.get(f"{room.home}/state")

    assert (page.status_code, "This workshop is stopped for now" in page.text) == (503, True)
    assert (watching.status_code, sent(phone, room)) == (503, 503)
    assert "stopped for now" in room.phone().post("/join", data={"code": room.workshop.code}).text
    assert room.store.workshops.votes(room.workshop.key) == ()


def test_once_it_is_put_back_the_workshop_goes_on_where_it_was(room: Hall) -> None:
    phone = room.joined()
    room.store.bin.put(room.workshop.assessment_key)
    room.store.bin.put_back(room.workshop.assessment_key)

    assert sent(phone, room) == 200
    assert [vote.level for vote in room.store.workshops.votes(room.workshop.key)] == [2]
