"""Opening the store: the folder and file it needs, a check that nothing is damaged, and the migrations."""

import errno
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Engine, text

from detector.core.errors import StoreError
from detector.store.assessments import Store
from detector.store.engine import make_engine, reading
from detector.store.error_messages import in_plain_words, said_of_damage
from detector.store.location import StoreSettings, in_words, parse_url
from detector.store.safety_copy import removed_unless_done, safety_copy
from detector.store.schema_check import refuse_other_tables
from detector.store.schema_version import newest_version, refuse_strangers, upgrade, version_in
from detector.store.soundness import is_damaged

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
    if is_damaged(file):
        raise StoreError(said_of_damage(str(file)))
    if not file.exists():
        file.touch(mode=0o600)


def _migrate(engine: Engine, place: str) -> None:
    with reading(engine).connect() as connection:
        if version_in(connection) == newest_version():
            refuse_other_tables(connection, place)
            return
    with _one_migration_in_this_process, removed_unless_done() as copies, engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        version = refuse_strangers(connection, place)
        if engine.dialect.name == "sqlite" and version not in {None, newest_version()}:
            copies.append(safety_copy(Path(place), str(version), datetime.now(UTC).date()))
        upgrade(connection, place)
        refuse_other_tables(connection, place)
