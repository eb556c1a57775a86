"""What a running server writes to its window leads from nobody's phone to an answer."""

import sys
from datetime import date
from pathlib import Path

import httpx2
import pytest
from builders import checked_by_its_bank
from cli.test_cli_serve import free_port, serving

from detector.core.answers import AnswerSheet
from detector.core.workshop.workshop import Workshop, open_questions, start
from detector.light.phone.participant import COOKIE, person_of
from detector.store import open_store
from detector.store.location import sqlite_url

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as other systems know them")
GROUP = "front_line_staff"


def test_no_line_holds_a_door_a_number_or_an_address_of_who_answered(tmp_path: Path) -> None:
    port = free_port()
    with serving(port, tmp_path):
        store = open_store(sqlite_url(tmp_path / "data" / "detector.sqlite3"))
        room = store.workshops.create(
            store.create(checked_by_its_bank(AnswerSheet("2026.1"))),
            Workshop(("MKT1",), (GROUP,)),
            date(2026, 11, 22),
            date(2027, 2, 22),
        )
        store.workshops.change(room.key, lambda now: open_questions(start(now), ["MKT1"]))
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", follow_redirects=True) as phone:
            phone.post("/join", data={"code": room.code or ""})
            phone.post(f"/w/{room.join_token}/join", data={"group": GROUP})
            phone.post(f"/w/{room.join_token}/answer", json={"question": "MKT1", "round": "1", "level": "2"})
            phone.get(f"/w/{room.join_token}/nowhere?person=me")
            token = phone.cookies[COOKIE]
        answered = [vote.person for vote in store.workshops.votes(room.key)]
        store.close()

    said = (tmp_path / "said").read_text(encoding="utf-8")
    assert answered == [person_of(room.join_token, token)]
    assert not [
        secret for secret in (token, room.join_token, room.key, answered[0], "127.0.0.1", "/w/") if secret in said
    ]
