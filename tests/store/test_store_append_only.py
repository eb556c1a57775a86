import json
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from store.store_builders import EMPTY, Database, checked, checked_sheet, level, question

from detector.core.answers import Answer, AnswerState
from detector.store import Store, StoreError, open_store
from detector.store.location import sqlite_url
from detector.store.serialisation import from_text, to_text

MKT1 = question("MKT1")


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE revision SET changed_at = ''", id="changing"),
        pytest.param("DELETE FROM revision WHERE number = 1", id="removing"),
    ],
)
def test_the_database_itself_refuses_to_touch_a_change(database: Database, store: Store, statement: str) -> None:
    key = store.create(checked_sheet(EMPTY))
    kept = store.save(key, checked(MKT1, level(1)), seen=0)

    with pytest.raises(DBAPIError, match="a revision"):
        database.sql(statement)

    assert store.history(key, MKT1) == (kept,)


def test_nothing_of_a_deleted_assessment_is_left_in_the_files(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path / "detector.sqlite3"))
    key = store.create(checked_sheet(EMPTY), by="Confidential Carol")
    kept = store.create(checked_sheet(EMPTY))
    store.save(key, checked(MKT1, level(1, "Redundancy list " * 600)), seen=0)

    store.delete(key)

    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert kept.encode() in left
    assert b"Redundancy" not in left
    assert b"Confidential" not in left
    assert key.encode() not in left


def test_what_a_later_version_adds_to_an_answer_is_left_out() -> None:
    written = json.loads(str(to_text(MKT1, level(2, "kept"))))
    written["value"]["mood"] = "cheerful"
    written["written_by"] = "2030.1"

    value = from_text(MKT1, json.dumps(written))

    assert value == level(2, "kept")


def test_what_an_earlier_version_did_not_write_takes_its_usual_value() -> None:
    value = from_text(MKT1, '{"shape": 1, "value": {"state": "dont_know"}}')

    assert value == Answer(AnswerState.DONT_KNOW)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"shape": 2, "value": {"state": "level", "level": 1}}', id="another shape"),
        pytest.param('{"shape": 1, "value": {"state": "maybe"}}', id="an unknown state"),
        pytest.param('{"shape": 1, "value": 7}', id="no answer"),
        pytest.param('{"shape": 1', id="cut off"),
        pytest.param("", id="empty"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_and_named(text: str) -> None:
    with pytest.raises(StoreError, match="What was kept for answer 'MKT1' cannot be read"):
        from_text(MKT1, text)
