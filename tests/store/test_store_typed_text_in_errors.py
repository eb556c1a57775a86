"""What was typed stands in no error of a database: errors reach the operator's log."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from store.store_builders import Database

from detector.store.backups.files import made_new
from detector.store.engine import make_engine
from detector.store.location import parse_url

TYPED = "Jo Bloggs is to be dismissed"


def refused(connection: Connection) -> str:
    """What the error of a statement with typed text says."""
    with pytest.raises(DBAPIError) as caught:
        connection.execute(text("INSERT INTO nowhere (words) VALUES (:typed)"), {"typed": TYPED})
    return str(caught.value)


@pytest.mark.usefixtures("store")
def test_an_error_of_the_store_holds_nothing_typed(database: Database) -> None:
    engine = make_engine(parse_url(database.url))
    with engine.connect() as connection:
        said = refused(connection)
    engine.dispose()

    assert "nowhere" in said
    assert TYPED not in said


def test_an_error_of_a_backup_holds_nothing_typed(tmp_path: Path) -> None:
    with made_new(tmp_path / "backup.sqlite3") as connection:
        said = refused(connection)

    assert "nowhere" in said
    assert TYPED not in said
