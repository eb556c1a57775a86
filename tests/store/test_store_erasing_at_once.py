"""Two servers on one PostgreSQL database that erase, or erase and save, at the same moment: stepped by hand."""

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

import pytest
from sqlalchemy import Connection
from store.erased_workshops import answered_workshop
from store.store_builders import EMPTY, Database, checked, checked_sheet, level, question

from detector.store import Store, open_store
from detector.store.engine import make_engine
from detector.store.erasing import erase_for_good, forget_workshop
from detector.store.location import parse_url
from detector.store.workshops import UnknownWorkshop

pytestmark = pytest.mark.postgres
MKT1 = question("MKT1")
Done = TypeVar("Done")


@pytest.fixture
def there(postgres_database: Database) -> Iterator[Store]:
    """A store in a PostgreSQL database of its own."""
    store = open_store(postgres_database.url)
    yield store
    store.close()


@contextmanager
def other_server(database: Database) -> Generator[Connection]:
    """A transaction of another server, kept at the end."""
    engine = make_engine(parse_url(database.url))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def begun(pool: ThreadPoolExecutor, database: Database, call: Callable[[], Done]) -> "Future[Done]":
    """The call, begun in a thread, once it waits for the other server or has ended."""
    promise = pool.submit(call)
    waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    while not promise.done() and not database.sql(waits):
        pass
    return promise


def test_an_assessment_is_erased_while_its_workshop_is(there: Store, postgres_database: Database) -> None:
    workshop, _people = answered_workshop(there)
    with ThreadPoolExecutor(1) as pool:
        with other_server(postgres_database) as connection:
            forget_workshop(connection, workshop.key)
            erasing = begun(pool, postgres_database, lambda: there.delete(workshop.assessment_key))

        assert erasing.result(20).counts.workshops == 0

    first = there.eraser.receipt(workshop.key)
    assert first is not None
    assert first.counts.workshops == 1
    assert postgres_database.sql("SELECT count(*) FROM deletion WHERE what = 'workshop'") == [(1,)]
    assert there.histories.verify().is_whole


def test_a_workshop_that_went_with_its_assessment_is_not_erased_twice(
    there: Store, postgres_database: Database
) -> None:
    workshop, _people = answered_workshop(there)
    with ThreadPoolExecutor(1) as pool:
        with other_server(postgres_database) as connection:
            erase_for_good(connection, workshop.assessment_key)
            erasing = begun(pool, postgres_database, lambda: there.eraser.workshop(workshop.key))

        with pytest.raises(UnknownWorkshop):
            erasing.result(20)

    assert postgres_database.sql("SELECT count(*) FROM receipt WHERE state = 'erased'") == [(2,)]


def test_a_change_is_kept_while_the_last_other_one_of_its_author_is_erased(
    there: Store, postgres_database: Database
) -> None:
    first, second = there.create(checked_sheet(EMPTY)), there.create(checked_sheet(EMPTY))
    there.save(first, checked(MKT1, level(1)), seen=0, by="Zed")
    with ThreadPoolExecutor(1) as pool:
        with other_server(postgres_database) as connection:
            erase_for_good(connection, first)
            save = begun(pool, postgres_database, lambda: there.save(second, checked(MKT1, level(2)), 0, by="Zed"))

        assert save.result(20).by == "Zed"

    assert there.histories.verify().is_whole
