"""Receipts: written with the erasing itself, never changed, and without a name or anything that was typed."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from store.erased_workshops import REMARK, answered_workshop
from store.store_builders import EMPTY, Database, checked, checked_sheet, level, question

from detector.core.receipts import Counts, Kind, Receipt
from detector.store import Store, StoreError, UnknownAssessment
from detector.store.engine import make_engine
from detector.store.location import parse_url
from detector.store.receipts import write_receipt
from detector.store.workshops import UnknownWorkshop

NOTE = "Redundancy list, as the union does not know it yet."
FILE = "detector.sqlite3"
AT = datetime(2026, 11, 30, 12, tzinfo=UTC)
# Copies that people made themselves.
OWN = ("detector-backup-2026-10-01.sqlite3", "detector-old-2024-05-01.sqlite3", "detector-1-2026-10-01.sqlite3")


def test_a_receipt_holds_no_name_and_nothing_typed(store: Store, database: Database) -> None:
    workshop, people = answered_workshop(store)
    store.save(workshop.assessment_key, checked(question("MKT1"), level(1, NOTE)), seen=0, by="Confidential Carol")

    store.delete(workshop.assessment_key)

    written = str(database.sql("SELECT * FROM receipt"))
    assert written.count("workshop") >= 2
    for text in [*people, workshop.key, workshop.assessment_key, workshop.join_token, REMARK, "Redund", "Carol"]:
        assert text not in written


@pytest.mark.parametrize("statement", ["UPDATE receipt SET state = 'checked'", "DELETE FROM receipt"])
def test_the_database_itself_keeps_receipts_as_they_are(store: Store, database: Database, statement: str) -> None:
    key = store.create(checked_sheet(EMPTY))
    receipt = store.delete(key)

    with pytest.raises(DBAPIError, match="a receipt"):
        database.sql(statement)

    assert store.eraser.receipt(key) == receipt


def test_nothing_is_erased_twice_and_what_never_was_has_no_receipt(store: Store) -> None:
    workshop, _people = answered_workshop(store)
    receipt = store.delete(workshop.assessment_key)

    with pytest.raises(UnknownAssessment):
        store.delete(workshop.assessment_key)
    with pytest.raises(UnknownWorkshop):
        store.eraser.workshop(workshop.key)

    assert store.eraser.receipt(workshop.assessment_key) == receipt
    assert store.eraser.receipt("\ud800 no such key") is None


def test_a_receipt_names_the_copies_made_before_an_upgrade(here: Store, tmp_path: Path) -> None:
    for name in (
        "detector-0002-2026-12-01.sqlite3",
        "detector-0003-2026-12-05-2.sqlite3",
        "detector-notes.sqlite3",
        *OWN,
    ):
        (tmp_path / name).write_bytes(b"as it was")
    key = here.create(checked_sheet(EMPTY))

    receipt = here.delete(key)

    assert [(copy.name, copy.goes_on.isoformat()) for copy in receipt.copies] == [
        ("detector-0002-2026-12-01.sqlite3", "2026-12-31"),
        ("detector-0003-2026-12-05-2.sqlite3", "2027-01-04"),
    ]
    assert receipt.copies == here.eraser.earlier_copies()


def test_nothing_is_erased_without_its_receipt(here: Store, tmp_path: Path) -> None:
    workshop, people = answered_workshop(here)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON receipt BEGIN SELECT RAISE(ABORT, 'full'); END")

        with pytest.raises((StoreError, DBAPIError)):
            here.eraser.workshop(workshop.key)

        other.execute("DROP TRIGGER full")
    assert here.eraser.receipt(workshop.key) is None
    assert len(here.workshops.votes(workshop.key)) == len(people)


def test_a_receipt_that_two_servers_began_at_once_can_be_read(store: Store, database: Database) -> None:
    key = store.create(checked_sheet(EMPTY))
    engine = make_engine(parse_url(database.url))
    with engine.begin() as connection:
        for _server in range(2):
            write_receipt(connection, key, Receipt(Kind.ASSESSMENT, AT, Counts(3)))

    assert store.eraser.receipt(key) == Receipt(Kind.ASSESSMENT, AT, Counts(3))
    store.eraser.finish()

    receipt = store.eraser.receipt(key)
    assert receipt is not None
    assert len(receipt.looks) == 1
    engine.dispose()
