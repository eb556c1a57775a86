"""Erasing in a PostgreSQL database: its tables are cleaned, so far as it lets us and nobody reads them still."""

import re
from collections.abc import Iterator

import psycopg
import pytest
from store.erased_workshops import answered_workshop
from store.store_builders import Database
from store.throwaway_postgres import Server

from detector.core.receipts import Finding, Look, Receipt
from detector.store import Store, open_store

pytestmark = pytest.mark.postgres


@pytest.fixture
def there(postgres_database: Database) -> Iterator[Store]:
    """A store in a PostgreSQL database of its own."""
    store = open_store(postgres_database.url)
    yield store
    store.close()


def looks(receipt: Receipt | None) -> list[tuple[Finding, bool]]:
    """What each look found, and whether the tables were cleaned."""
    assert receipt is not None
    return [(look.finding, look.vacuumed) for look in receipt.looks]


def dead_rows(database: Database) -> int:
    """How many erased rows lay in the table of votes still, as the database tells when it cleans it."""
    said: list[str] = []
    with psycopg.connect(database.url, autocommit=True) as connection:
        connection.add_notice_handler(lambda notice: said.append(notice.message_primary or ""))
        connection.execute("VACUUM (VERBOSE) vote")
    [removed] = re.findall(r"tuples: (\d+) removed", "\n".join(said))[:1]
    return int(removed)


def test_the_tables_are_cleaned_after_erasing(there: Store, postgres_database: Database) -> None:
    workshop, _people = answered_workshop(there)

    receipt = there.eraser.workshop(workshop.key)

    assert looks(receipt) == [(Finding.ON_SERVER, True)]
    assert receipt.looks[0] == Look(Finding.ON_SERVER, receipt.looks[0].at, vacuumed=True)
    assert dead_rows(postgres_database) == 0


def test_whoever_still_reads_holds_the_cleaning_up(there: Store, postgres_database: Database) -> None:
    workshop, _people = answered_workshop(there)
    with psycopg.connect(postgres_database.url) as other:
        other.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        other.execute("SELECT count(*) FROM vote")

        assert looks(there.eraser.workshop(workshop.key)) == [(Finding.HELD_UP, True)]
        assert there.eraser.finish() == 1
        other.rollback()

    assert there.eraser.finish() == 0
    assert looks(there.eraser.receipt(workshop.key)) == [(Finding.HELD_UP, True), (Finding.ON_SERVER, True)]


def test_a_user_who_may_not_clean_the_tables_is_told_so(there: Store, postgres_server: Server) -> None:
    workshop, _people = answered_workshop(there)
    database = there.place.split("'")[1]
    postgres_server.sql(f"CREATE USER clerk_of_{database} PASSWORD 'of-this-test'")
    postgres_server.sql(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO clerk_of_{database}", database)
    clerk = open_store(postgres_server.url(database, "of-this-test", f"clerk_of_{database}"))

    receipt = clerk.eraser.workshop(workshop.key)

    assert looks(receipt) == [(Finding.ON_SERVER, False)]
    clerk.close()
    postgres_server.sql(f"DROP OWNED BY clerk_of_{database}", database)
    postgres_server.sql(f"DROP USER clerk_of_{database}")


def test_two_servers_that_look_at_once_complete_one_receipt(there: Store, postgres_database: Database) -> None:
    other = open_store(postgres_database.url)
    workshop, _people = answered_workshop(there)
    there.eraser.workshop(workshop.key)

    assert (other.eraser.finish(), there.eraser.finish()) == (0, 0)

    assert looks(other.eraser.receipt(workshop.key)) == [(Finding.ON_SERVER, True)]
    other.close()
