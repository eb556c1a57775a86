"""The version of a database's tables, and the steps that bring them to another one."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

from detector.core.errors import StoreError
from detector.store.error_messages import fault_of
from detector.store.tables import metadata

VERSION_TABLE = "detector_schema"
_MIGRATIONS = Path(__file__).parent / "migrations"


def newest_version() -> str | None:
    """The version that this program works with."""
    return _script().get_current_head()


def version_in(connection: Connection) -> str | None:
    """The version of the tables in this database, None where it holds none of ours."""
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()


def refuse_strangers(connection: Connection, place: str) -> str | None:
    """The version of the tables, None of a database without any; a newer one and other programs' are refused.

    Raises:
        StoreError: a newer version of this program made the tables, or another program did; nothing was changed.
    """
    version = version_in(connection)
    if version is not None and version not in {revision.revision for revision in _script().walk_revisions()}:
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


def upgrade(connection: Connection, place: str, to: str = "head") -> None:
    """Bring the tables to that version, inside the transaction of the connection.

    Raises:
        StoreError: they are not as any version made them.
    """
    config = _config()
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    with _tables_as_known(place):
        command.upgrade(config, to)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


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
