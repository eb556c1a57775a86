from phone.rooms import BANK, GROUPS, Hall
from starlette.testclient import TestClient

from detector.core.workshop.workshop import close, end, open_again, reveal

MKT1 = BANK.dimensions[0].questions[0]


def answered(room: Hall) -> list[tuple[str, int, int | None]]:
    """What the store holds: question, round and level of every answer."""
    return [(vote.question_id, vote.round, vote.level) for vote in room.store.workshops.votes(room.workshop.key)]


def send(phone: TestClient, room: Hall, level: str, number: str = "1", question: str = "MKT1") -> int:
    """Answer as the page's own script does; the status of the reply."""
    sent = {"question": question, "round": number, "level": level}
    return phone.post(f"{room.home}/answer", json=sent).status_code


def test_a_code_leads_to_the_workshop_however_it_is_typed(room: Hall) -> None:
    code = room.workshop.code or ""

    replies = [
        room.phone().post("/join", data={"code": typed}, follow_redirects=False)
        for typed in (code, code.lower(), f" {code[:3]}-{code[3:]} ", f"{code[:3]} {code[3:]}")
    ]

    assert [reply.headers["location"] for reply in replies] == [room.home] * 4


def test_the_short_address_leads_to_the_workshop(room: Hall) -> None:
    reply = room.phone().get(f"/j/{room.workshop.code}")

    assert reply.url.path == room.home
    assert "Welcome to the workshop" in reply.text


def test_the_welcome_says_how_answers_are_used_and_how_few_are_never_shown(room: Hall) -> None:
    page = room.phone().get(room.home).text

    assert "fewer than 5 people" in page
    assert "erased after 22 February 2027. That waits while the program is off, or while its clock cannot" in page
    assert all(person.name in page for person in BANK.stakeholders if person.id in GROUPS)


def test_a_person_joins_answers_and_finds_the_answer_again(room: Hall) -> None:
    phone = room.joined()

    status = send(phone, room, "2")

    page = phone.get(room.home).text
    assert status == 200
    assert answered(room) == [("MKT1", 1, 2)]
    assert 'value="2" required checked' in page
    assert MKT1.text in page
    assert all(level in page for level in MKT1.levels)


def test_it_works_without_a_script(room: Hall) -> None:
    phone = room.joined()

    reply = phone.post(f"{room.home}/answer", data={"question": "MKT1", "round": "1", "level": "dont_know"})

    assert (reply.status_code, reply.url.path) == (200, room.home)
    assert answered(room) == [("MKT1", 1, None)]


def test_an_answer_can_be_changed_until_the_question_is_closed(room: Hall) -> None:
    phone = room.joined()

    statuses = [send(phone, room, "0"), send(phone, room, "3")]
    room.store.workshops.change(room.workshop.key, lambda state: close(state, "MKT1"))
    statuses.append(send(phone, room, "1"))

    assert statuses == [200, 200, 409]
    assert answered(room) == [("MKT1", 1, 3)]


def test_a_second_round_keeps_the_first(room: Hall) -> None:
    phone = room.joined()
    send(phone, room, "0")
    room.store.workshops.change(
        room.workshop.key, lambda state: open_again(reveal(close(state, "MKT1"), "MKT1"), "MKT1")
    )

    status = send(phone, room, "2", number="2")

    assert status == 200
    assert sorted(answered(room)) == [("MKT1", 1, 0), ("MKT1", 2, 2)]


def test_a_second_tab_is_the_same_person(room: Hall) -> None:
    phone = room.joined()
    send(phone, room, "0")

    phone.post(f"{room.home}/join", data={"group": GROUPS[0]})
    send(phone, room, "3")

    assert answered(room) == [("MKT1", 1, 3)]
    assert room.store.workshops.joined(room.workshop.key) == {GROUPS[0]: 1}


def test_two_people_are_two(room: Hall) -> None:
    for group in GROUPS:
        send(room.joined(group), room, "1")

    assert answered(room) == [("MKT1", 1, 1)] * 2


def test_the_page_asks_again_only_where_something_changed(room: Hall) -> None:
    phone = room.joined()
    seen = room.workshop.changes

    before = phone.get(f"{room.home}/state", params={"seen": seen}).json()
    room.store.workshops.change(room.workshop.key, end)

    other = room.phone().get(f"{room.home}/state", params={"seen": "something else"}).json()
    assert (before, other) == ({"changed": False}, {"changed": True})


def test_who_joined_sees_the_end(room: Hall) -> None:
    phone = room.joined()
    room.store.workshops.change(room.workshop.key, end)

    assert "The workshop has ended" in phone.get(room.home).text


def test_everything_a_phone_loads_is_light(room: Hall) -> None:
    reply = room.joined().get(room.home)

    assert len(reply.content) < 20_000
    assert "src=" not in reply.text
    assert reply.text.count("href=") == 1
