"""A workshop with people, answers and remarks, and what must be in no file once it is erased."""

import secrets
from datetime import date
from pathlib import Path

from store.store_builders import EMPTY, checked_sheet

from detector.core.workshop.workshop import QuestionRound, Workshop, open_questions, start
from detector.store import Store
from detector.store.workshops import Ballot, StoredWorkshop

PEOPLE = 12
REMARK = "Who pays for the van? é <b>"
OPENED, LAST_DAY = date(2026, 11, 22), date(2027, 2, 22)


def answered_workshop(store: Store, last_day: date = LAST_DAY) -> tuple[StoredWorkshop, list[str]]:
    """A workshop on an assessment of its own, and the people who answered in it; one of them wrote a remark."""
    key = store.create(checked_sheet(EMPTY))
    made = store.workshops.create(key, Workshop(("MKT1",), ("staff",), free_text=True), OPENED, last_day)
    store.workshops.change(made.key, lambda room: open_questions(start(room), ["MKT1"]))
    people = [secrets.token_hex(16) for _ in range(PEOPLE)]
    asked = QuestionRound("MKT1", 1)
    for person in people:
        store.workshops.join(made.key, person, "staff")
        store.workshops.cast(Ballot(made.key, person, asked, 2)).result(20)
    store.workshops.remarks.write(made.key, people[0], asked, REMARK)
    return made, people


def left_in(folder: Path, texts: list[str]) -> set[str]:
    """Those of the texts that stand in any file of a folder."""
    files = [path.read_bytes() for path in folder.iterdir() if path.is_file()]
    return {text for text in texts if any(text.encode() in written for written in files)}
