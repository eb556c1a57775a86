"""What rooms found in a database: as an earlier version kept it, and as this one does."""

import json

from detector.core.answers import Item, ItemKind, WorkshopResult
from detector.core.workshop.workshop import Agreed, Workshop
from detector.store.serialisation import from_text, to_text
from detector.store.workshops.serialisation import workshop_from_text, workshop_to_text

FOUND = Item(ItemKind.WORKSHOP, "MKT1")
EARLIER = {
    "held_on": "2026-11-22",
    "round": 2,
    "people": 14,
    "level": 2,
    "median": 1.5,
    "agreement": 0.25,
    "dissent": "Two see a 1",
}


def test_what_an_earlier_version_kept_is_read_as_unmeasured() -> None:
    kept = json.dumps({"shape": 1, "value": EARLIER})

    assert from_text(FOUND, kept) == WorkshopResult("2026-11-22", 2, 14, 2, 1.5, 0.25, "Two see a 1")


def test_who_chose_and_how_far_groups_lie_apart_come_back_as_they_were_kept() -> None:
    found = WorkshopResult("2026-11-22", 1, 14, None, chose=6, dont_know=8, groups_counted=0)
    apart = WorkshopResult("2026-11-22", 1, 14, 2, 2.0, 0.5, "", 12, 2, 2, 1.5)

    assert from_text(FOUND, to_text(FOUND, found)) == found
    assert from_text(FOUND, to_text(FOUND, apart)) == apart


def test_a_room_keeps_that_it_does_not_know() -> None:
    room = Workshop(("MKT1",), ("front_line_staff",), agreed={"MKT1": Agreed("MKT1", 1, None, "One of us knows")})

    assert workshop_from_text(workshop_to_text(room)) == room
