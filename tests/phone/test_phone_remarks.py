from pathlib import Path

import pytest
from phone.rooms import Hall, hall

from detector.core.workshop.workshop import close
from detector.light.phone.routes import ANSWERS
from detector.store.workshops.remarks import LONGEST_REMARK

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


LINES = "\n".join(["nine char"] * 50)
LONGEST = [
    pytest.param(LINES + "!", id="lines"),
    pytest.param("ક" * LONGEST_REMARK, id="letters of three bytes"),
    pytest.param("🙂" * (LONGEST_REMARK // 2), id="signs that a box counts as two"),
]


@pytest.mark.parametrize("text", LONGEST)
def test_what_fills_the_box_is_kept(tmp_path: Path, text: str) -> None:
    with hall(tmp_path, free_text=True) as room:
        phone = room.joined()
        # A browser sends every break of a line as two characters, and counts it as one.
        sent = text.replace("\n", "\r\n")

        reply = phone.post(f"{room.home}/remark", data=REMARK | {"text": sent})

        [kept] = room.store.workshops.remarks.all(room.workshop.key)
        assert (reply.status_code, kept.text) == (200, text)
        assert f'maxlength="{LONGEST_REMARK}"' in reply.text


@pytest.mark.parametrize("text", LONGEST)
def test_one_more_than_fills_the_box_is_too_long(tmp_path: Path, text: str) -> None:
    with hall(tmp_path, free_text=True) as room:
        reply = room.joined().post(f"{room.home}/remark", data=REMARK | {"text": f"{text}!"})

        assert reply.status_code == 409
        assert room.store.workshops.remarks.all(room.workshop.key) == ()


def test_a_remark_that_is_refused_comes_back_in_a_box(tmp_path: Path) -> None:
    with hall(tmp_path, free_text=True) as room:
        phone = room.joined()
        room.store.workshops.change(room.workshop.key, lambda now: close(now, "MKT1"))
        closed = phone.post(f"{room.home}/remark", data=REMARK)
        stranger = room.phone().post(f"{room.home}/remark", data=REMARK)
        long = phone.post(f"{room.home}/remark", data=REMARK | {"text": f"A <b>{'x' * 500}"})

        many = (phone.post(f"{room.home}/remark", data=REMARK) for _ in range(10 * ANSWERS[0]))
        hurried = next(reply for reply in many if reply.status_code == 429)

    assert [reply.status_code for reply in (closed, stranger, long, hurried)] == [409, 403, 409, 429]
    for reply in (closed, stranger, hurried):
        assert ">\nWe were &lt;script&gt;alert(&#34;not&#34;)&lt;/script&gt; asked.</textarea>" in reply.text
    assert f"A &lt;b&gt;{'x' * 500}</textarea>" in long.text
    assert 'name="question" value="MKT1"' in long.text


def test_the_page_s_own_script_is_told_in_words(tmp_path: Path) -> None:
    with hall(tmp_path, free_text=True) as room:
        reply = room.joined().post(f"{room.home}/remark", json=REMARK | {"text": "x" * 501})

        assert reply.status_code == 409
        assert "at most 500 characters" in reply.json()["error"]
