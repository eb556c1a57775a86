"""A database whose tables are not as the program makes them is refused in words, and left as it is."""

from dataclasses import dataclass, field

import pytest
from store.landed_schemas import make_landed, rows_of
from store.store_builders import Database
from store.writers import open_and_create

from detector.store import StoreError, open_store

NO_OP = "BEGIN SELECT 1; END"
VOTES_TIED_TO_NOTHING = (
    "CREATE TABLE vote (workshop_key VARCHAR(22) NOT NULL, question_id TEXT NOT NULL, round INTEGER NOT NULL, "
    "person VARCHAR(32) NOT NULL, group_id TEXT, level TEXT, PRIMARY KEY (workshop_key, question_id, round))"
)
REMARKS_OF_THE_SAME_ID = (
    "CREATE TABLE remark (workshop_key VARCHAR(22) NOT NULL, "
    "question_id TEXT NOT NULL, round INTEGER NOT NULL, person VARCHAR(32) NOT NULL, id VARCHAR(22) NOT NULL, "
    "text TEXT NOT NULL, released INTEGER NOT NULL, PRIMARY KEY (workshop_key, question_id, round, person), "
    "FOREIGN KEY (workshop_key) REFERENCES workshop (key) ON DELETE CASCADE)"
)


@dataclass(frozen=True)
class Damage:
    """Statements that change the tables by hand, and what is said of them."""

    said: str
    statements: tuple[str, ...] = field(default=())


def damage(said: str, *statements: str) -> pytest.ParameterSet:
    """A case of that name."""
    return pytest.param(Damage(said, statements), id=said)


EITHER = [
    damage("table 'workshop': column 'closes_on' is missing", "ALTER TABLE workshop DROP COLUMN closes_on"),
    damage("table 'remark' is missing", "DROP TABLE remark"),
    damage("table 'revision': index 'revision_by_item' is missing", "DROP INDEX revision_by_item"),
    damage(
        "table 'revision': index 'revision_by_item' was changed",
        "DROP INDEX revision_by_item",
        "CREATE INDEX revision_by_item ON revision (item_id)",
    ),
    damage("table 'person': column 'name' was added", "ALTER TABLE person ADD COLUMN name TEXT"),
    damage("table 'vote': index 'one_each' was added", "CREATE UNIQUE INDEX one_each ON vote (group_id)"),
    damage(
        "table 'assessment' is missing; table 'revision' is missing; table 'revision_value' is missing; "
        "table 'kept_result' is missing; table 'workshop' is missing; and 3 more. Put a backup",
        *(
            f"DROP TABLE {table}"
            for table in [
                "remark",
                "vote",
                "person",
                "workshop",
                "kept_result",
                "revision_value",
                "revision",
                "assessment",
            ]
        ),
    ),
]
ON_SQLITE = [
    damage(
        "table 'revision': trigger 'revision_never_changes' is missing",
        "DROP TRIGGER revision_never_changes",
    ),
    damage(
        "table 'revision': trigger 'revision_never_changes' was changed",
        "DROP TRIGGER revision_never_changes",
        f"CREATE TRIGGER revision_never_changes BEFORE UPDATE ON revision {NO_OP}",
    ),
    damage("table 'receipt': trigger 'receipt_never_goes' is missing", "DROP TRIGGER receipt_never_goes"),
    damage(
        "table 'vote': trigger 'lose' was added",
        "CREATE TRIGGER lose AFTER INSERT ON vote BEGIN DELETE FROM vote; END",
    ),
    damage(
        "table 'vote': column 'group_id' was changed; table 'vote': column 'level' was changed; "
        "table 'vote': the primary key was changed; table 'vote': the reference from 'workshop_key' to "
        "'workshop.key' is missing",
        "DROP TABLE vote",
        VOTES_TIED_TO_NOTHING,
    ),
    damage(
        "table 'remark': the rule that 'id' must be unique is missing",
        "DROP TABLE remark",
        REMARKS_OF_THE_SAME_ID,
    ),
]
ON_POSTGRES = [
    damage("table 'revision': trigger 'revision_is_kept' is missing", "DROP TRIGGER revision_is_kept ON revision"),
    damage(
        "table 'revision': trigger 'revision_is_kept' was changed",
        "ALTER TABLE revision DISABLE TRIGGER revision_is_kept",
    ),
    damage(
        "table 'revision': trigger 'revision_is_kept' was changed. Put",
        "CREATE OR REPLACE FUNCTION revision_is_kept() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
    ),
    damage("table 'receipt': trigger 'receipt_is_kept' is missing", "DROP TRIGGER receipt_is_kept ON receipt"),
    damage("table 'vote': trigger 'RI_ConstraintTrigger", "ALTER TABLE vote DISABLE TRIGGER ALL"),
    damage("table 'vote': column 'level' was changed", "ALTER TABLE vote ALTER level TYPE TEXT"),
    damage("table 'vote': column 'group_id' was changed", "ALTER TABLE vote ALTER group_id DROP NOT NULL"),
    damage("table 'vote': the primary key was changed", "ALTER TABLE vote DROP CONSTRAINT vote_pkey"),
    damage(
        "table 'vote': the reference from 'workshop_key' to 'workshop.key' is missing",
        "ALTER TABLE vote DROP CONSTRAINT vote_workshop_key_fkey",
    ),
    damage(
        "table 'workshop': the rule that 'code' must be unique is missing",
        "ALTER TABLE workshop DROP CONSTRAINT workshop_code_key",
    ),
]


def refused(database: Database, damaged: Damage) -> None:
    """Change a database by hand, then see that opening it says so and changes nothing."""
    open_and_create(database.url)
    for statement in damaged.statements:
        database.sql(statement)
    before = rows_of(database)

    with pytest.raises(StoreError) as caught:
        open_store(database.url)

    said = str(caught.value)
    assert f"The tables are not as this program makes them: {damaged.said}" in said
    assert said.endswith("to undo the change, then start again. Nothing was changed.")
    assert rows_of(database) == before


@pytest.mark.parametrize("damaged", EITHER)
def test_changed_tables_are_refused(database: Database, damaged: Damage) -> None:
    refused(database, damaged)


@pytest.mark.parametrize("damaged", ON_SQLITE)
def test_changed_tables_of_a_file_are_refused(sqlite_database: Database, damaged: Damage) -> None:
    refused(sqlite_database, damaged)


@pytest.mark.postgres
@pytest.mark.parametrize("damaged", ON_POSTGRES)
def test_changed_tables_of_a_server_are_refused(postgres_database: Database, damaged: Damage) -> None:
    refused(postgres_database, damaged)


def test_an_older_database_with_a_change_by_hand_is_not_upgraded(database: Database) -> None:
    make_landed(database, ("0001_second", "0002_first"))
    database.sql("DROP INDEX assessment_by_change")
    before = rows_of(database)

    with pytest.raises(StoreError, match="table 'assessment': index 'assessment_by_change' is missing"):
        open_store(database.url)

    assert rows_of(database) == before
    assert database.sql("SELECT version_num FROM detector_schema") == [("0002",)]


def test_what_does_no_harm_is_let_be(database: Database) -> None:
    open_and_create(database.url)
    database.sql("CREATE INDEX for_a_report ON revision (changed_at)")
    database.sql("CREATE TABLE pupil (name TEXT)")
    database.sql("ANALYZE")

    store = open_store(database.url)

    assert len(store.recent()) == 1
    store.close()
