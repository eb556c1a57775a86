"""A PostgreSQL server that is away, strict or wrongly addressed: said plainly, nothing lost, no password shown."""

import sqlite3

import psycopg
import pytest
from psycopg import errors
from store.store_builders import EMPTY, FULL, Database, checked, checked_sheet, level, question
from store.throwaway_postgres import PASSWORD, Server

from detector.store import StoreError, open_store
from detector.store.error_messages import fault_of

pytestmark = pytest.mark.postgres
MKT1, MKT2 = question("MKT1"), question("MKT2")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_usual_way_to_write_the_address_works(postgres_database: Database, scheme: str) -> None:
    store = open_store(postgres_database.url.replace("postgresql", scheme, 1))

    key = store.create(checked_sheet(FULL))

    assert store.load(key).sheet == FULL
    store.close()


def test_the_place_names_database_and_computer_and_no_password(
    postgres_server: Server, postgres_database: Database
) -> None:
    store = open_store(postgres_database.url)
    name = postgres_database.url.rsplit("/", 1)[1]

    assert store.place == f"PostgreSQL database '{name}' on 127.0.0.1:{postgres_server.port}"
    store.close()


def test_a_server_that_goes_away_is_said_and_after_its_return_all_is_there(
    postgres_server: Server, postgres_database: Database
) -> None:
    store = open_store(postgres_database.url)
    key = store.create(checked_sheet(EMPTY))
    kept = store.save(key, checked(MKT1, level(1)), seen=0)

    postgres_server.stop()
    try:
        with pytest.raises(StoreError, match=r"The database does not answer.*saved before is still there") as caught:
            store.save(key, checked(MKT2, level(2)), seen=0)
    finally:
        postgres_server.start()

    assert PASSWORD not in str(caught.value)
    assert store.history(key, MKT1) == (kept,)
    assert store.save(key, checked(MKT2, level(2)), seen=0).number == kept.number + 1
    store.close()


@pytest.mark.parametrize(
    ("user", "password", "database"),
    [
        pytest.param("detector", "wr0ng", "postgres", id="wrong password"),
        pytest.param("nobody", PASSWORD, "postgres", id="unknown user"),
        pytest.param("detector", PASSWORD, "nowhere", id="unknown database"),
    ],
)
def test_a_wrong_address_says_what_to_check(postgres_server: Server, user: str, password: str, database: str) -> None:
    with pytest.raises(StoreError, match="are right, then try again") as caught:
        open_store(postgres_server.url(database, password, user))

    assert password not in str(caught.value)


def test_no_server_there_says_what_to_check() -> None:
    with pytest.raises(StoreError, match="The database does not answer"):
        open_store("postgresql://me:s3cr3t@127.0.0.1:1/db")


def test_a_user_who_may_not_make_tables_is_told_so(postgres_server: Server, postgres_database: Database) -> None:
    postgres_server.sql(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'")
    name = postgres_database.url.rsplit("/", 1)[1]
    try:
        with pytest.raises(StoreError, match="The database user may not do this"):
            open_store(postgres_server.url(name, user="reader"))
    finally:
        postgres_server.sql("DROP ROLE reader")


def test_a_database_that_takes_no_changes_can_still_be_read(
    postgres_server: Server, postgres_database: Database
) -> None:
    store = open_store(postgres_database.url)
    key = store.create(checked_sheet(FULL))
    store.close()
    name = postgres_database.url.rsplit("/", 1)[1]
    postgres_server.sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")

    with pytest.raises(StoreError, match="accepts no changes at the moment"):
        store.save(key, checked(question("NEW1"), level(1)), seen=0)

    assert store.load(key).sheet == FULL
    store.close()


def test_somebody_who_holds_an_assessment_for_too_long_is_said(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("detector.store.engine.PATIENCE_SECONDS", 1)
    store = open_store(postgres_database.url)
    key = store.create(checked_sheet(EMPTY))
    with psycopg.connect(postgres_database.url) as other:
        other.execute("SELECT * FROM assessment FOR UPDATE")

        with pytest.raises(StoreError, match="Another program held it for too long"):
            store.save(key, checked(MKT1, level(1)), seen=0)

    assert store.save(key, checked(MKT1, level(1)), seen=0).number == 1
    store.close()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(errors.DiskFull(), "no room left on the database's disk", id="disk full"),
        pytest.param(errors.TooManyConnections(), "held it for too long", id="too many connections"),
        pytest.param(errors.AdminShutdown(), "does not answer", id="shut down"),
        pytest.param(errors.DeadlockDetected(), "held it for too long", id="deadlock"),
        pytest.param(errors.ForeignKeyViolation(), "at the same moment. Try again", id="deleted in between"),
        pytest.param(errors.DataCorrupted(), "does not write or read as it should", id="damaged"),
    ],
)
def test_what_cannot_be_staged_here_is_told_by_its_code(error: psycopg.Error, said: str) -> None:
    assert said in str(fault_of(error))


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(errors.UniqueViolation(), id="two rows of the same number"),
        pytest.param(sqlite3.IntegrityError(), id="the same in SQLite"),
        pytest.param(psycopg.ProgrammingError(), id="wrong use of the driver"),
    ],
)
def test_a_bug_is_not_dressed_up_as_a_fault(error: Exception) -> None:
    assert fault_of(error) is None


def test_tables_removed_by_hand_are_missed(postgres_database: Database) -> None:
    store = open_store(postgres_database.url)
    key = store.create(checked_sheet(FULL))
    postgres_database.sql("DROP TABLE revision CASCADE")

    with pytest.raises(StoreError, match="Tables are missing"):
        store.load(key)

    store.close()
