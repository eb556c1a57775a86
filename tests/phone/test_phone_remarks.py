from pathlib import Path

from phone.rooms import Hall, hall

REMARK = {"question": "MKT1", "round": "1", "text": 'We were <script>alert("not")</script> asked.'}


def test_a_room_asks_for_no_remark_unless_it_was_switched_on(room: Hall) -> None:
    phone = room.joined()

    reply = phone.post(f"{room.home}/remark", data=REMARK)

    assert "<textarea" not in phone.get(room.home).text
    assert reply.status_code == 409
    assert room.store.workshops.remarks.all(room.workshop.key) == ()


def test_a_remark_is_kept_and_shown_to_its_writer_alone_as_text(tmp_path: Path) -> None:
    with hall(tmp_path, free_text=True) as room:
        writer, other = room.joined(), room.joined()

        reply = writer.post(f"{room.home}/remark", data=REMARK)

        [kept] = room.store.workshops.remarks.all(room.workshop.key)
        assert (reply.status_code, reply.url.path, kept.text) == (200, room.home, REMARK["text"])
        assert "Your remark is kept" in reply.text
        assert "&lt;script&gt;alert(&#34;not&#34;)" in reply.text
        assert "asked." not in other.get(room.home).text


def test_a_stranger_leaves_no_remark(tmp_path: Path) -> None:
    with hall(tmp_path, free_text=True) as room:
        reply = room.phone().post(f"{room.home}/remark", data=REMARK)

        assert reply.status_code == 403
        assert room.store.workshops.remarks.all(room.workshop.key) == ()


def test_a_remark_too_long_is_refused_and_told(tmp_path: Path) -> None:
    with hall(tmp_path, free_text=True) as room:
        reply = room.joined().post(f"{room.home}/remark", data=REMARK | {"text": "x" * 501})

        assert reply.status_code == 409
        assert "at most 500 characters" in reply.text
