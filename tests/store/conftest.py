import os
import sys
import uuid
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from store.store_builders import Database
from store.throwaway_postgres import Server, find_programs, running_server

from detector.store import Store, open_store
from detector.store.location import sqlite_url

# File permissions, quotas and mounts are staged in the ways of Unix.
collect_ignore = (
    ["test_store_backup_faults.py", "test_store_full_disk.py", "test_store_read_only.py"]
    if sys.platform == "win32"
    else []
)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    programs = find_programs()
    if programs is None:
        reason = (
            "NOT TESTED ON POSTGRESQL: its server programs (initdb, postgres) are neither on the path nor in "
            "/usr/lib/postgresql. Install the package 'postgresql' to run these tests."
        )
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with running_server(programs) as server:
        yield server


@pytest.fixture
def postgres_database(postgres_server: Server) -> Iterator[Database]:
    with _database_on(postgres_server) as database:
        yield database


@pytest.fixture
def other_postgres_database(postgres_server: Server) -> Iterator[Database]:
    """Another one than `postgres_database`."""
    with _database_on(postgres_server) as database:
        yield database


@contextmanager
def _database_on(server: Server) -> Generator[Database]:
    name = f"test_{uuid.uuid4().hex}"
    server.sql(f"CREATE DATABASE {name}")
    yield Database(server.url(name))
    server.sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_database(tmp_path: Path) -> Database:
    return Database(sqlite_url(tmp_path / "detector.sqlite3"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Database:
    """An empty database of each kind in turn."""
    chosen: Database = request.getfixturevalue(f"{request.param}_database")
    return chosen


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    """A store on an empty database of each kind in turn."""
    opened = open_store(database.url)
    yield opened
    opened.close()


@pytest.fixture
def here(sqlite_database: Database) -> Iterator[Store]:
    """A store in a file of its own."""
    opened = open_store(sqlite_database.url)
    yield opened
    opened.close()
