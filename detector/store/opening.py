"""Opening the store: the folder and file it needs, a check that nothing is damaged, and the migrations."""

import errno
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from detector.core.errors import StoreError
from detector.store.assessments import Store
from detector.store.engine import make_engine, reading
from detector.store.error_messages import fault_of, in_plain_words, said_of_damage
from detector.store.location import StoreSettings, file_uri, in_words, parse_url
from detector.store.safety_copy import removed_unless_done, safety_copy
from detector.store.schema_check import refuse_other_tables
from detector.store.tables import metadata

_VERSION_TABLE = "detector_schema"
_MIGRATIONS = Path(__file__).parent / "migrations"
# Any number that no other program is likely to use: whoever holds it migrates, the others wait.
_MIGRATION_LOCK = 8_214_051_903
_one_migration_in_this_process = Lock()


def open_store(url: str | None = None) -> Store:
    """The store at that database URL (None: where the settings say), created or brought up to date if need be.

    Raises:
        StoreError: it cannot be opened, is damaged, was made by a newer version, or its tables are not as this
            program makes them; nothing in it was changed.
    """
    parsed = parse_url(url or StoreSettings().database_url)
    place = in_words(parsed)
    with in_plain_words(place):
        if parsed.get_backend_name() == "sqlite":
            _prepare_file(Path(str(parsed.database)))
        engine = make_engine(parsed)
        try:
            _migrate(engine, place)
        except BaseException:
            engine.dispose()
            raise
    return Store(engine, place)


def _prepare_file(file: Path) -> None:
    # Drafts are for this account alone.
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder, not a file")
    log = file.with_name(f"{file.name}-wal")
    if file.exists() and file.stat().st_size > 0:
        _check(file)
    elif log.exists() and log.stat().st_size > 0:
        # SQLite would throw the log away, and with it perhaps all that is left of the assessments.
        raise StoreError(said_of_damage(str(file)))
    else:
        file.touch(mode=0o600)


def _check(file: Path) -> None:
    # Read only: closing a damaged file that was opened for writing would change it further.
    with closing(sqlite3.connect(f"{file_uri(file)}?mode=ro", uri=True, timeout=10)) as connection:
        try:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            return  # a write was cut short: opening the file for writing puts that right
    if not sound:
        raise StoreError(said_of_damage(str(file)))


def _migrate(engine: Engine, place: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    with reading(engine).connect() as connection:
        if _version_in(connection) == script.get_current_head():
            refuse_other_tables(connection, place)
            return
    with _one_migration_in_this_process, removed_unless_done() as copies, engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        version = _refuse_strangers(connection, script, place)
        if engine.dialect.name == "sqlite" and version not in {None, script.get_current_head()}:
            copies.append(safety_copy(Path(place), str(version), datetime.now(UTC).date()))
        config.attributes["connection"] = connection
        config.attributes["version_table"] = _VERSION_TABLE
        with _tables_as_known(place):
            command.upgrade(config, "head")
        refuse_other_tables(connection, place)


@contextmanager
def _tables_as_known(place: str) -> Generator[None]:
    """Let a step that does not fit the tables it finds reach people in words."""
    try:
        yield
    except DBAPIError as error:
        if fault_of(error) is not None:
            raise
        raise StoreError(
            f"{place}: It cannot be brought up to date: its tables or rows are not as any version of this program "
            "made them. Put a backup from before that in their place, or ask whoever runs the database to undo the "
            "change, then start again. Nothing was changed."
        ) from error


def _version_in(connection: Connection) -> str | None:
    return MigrationContext.configure(connection, opts={"version_table": _VERSION_TABLE}).get_current_revision()


def _refuse_strangers(connection: Connection, script: ScriptDirectory, place: str) -> str | None:
    """The version of the tables, None of a database without any; a newer one and other programs' are refused."""
    version = _version_in(connection)
    known = {revision.revision for revision in script.walk_revisions()}
    if version is not None and version not in known:
        raise StoreError(
            f"{place}: These assessments were kept by a newer version of this program. Install that version, or a "
            "newer one, and start again. Nothing was changed, and nothing is lost."
        )
    tables = set(inspect(connection).get_table_names())
    ours = set(metadata.tables)
    if version is None and (tables if connection.dialect.name == "sqlite" else tables & ours):
        raise StoreError(
            f"{place}: It already holds another program's tables. Name another database in DETECTOR_DATABASE_URL, or "
            "leave that out. Nothing was changed."
        )
    return version
