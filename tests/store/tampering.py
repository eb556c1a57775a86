"""What somebody does who may write to the database and knows its triggers."""

from collections.abc import Sequence

from sqlalchemy import Connection, NullPool, create_engine, text
from store.store_builders import Database

from detector.store.location import parse_url


def tamper(database: Database, statements: Sequence[str]) -> None:
    """Run the statements with every trigger and reference out of the way; afterwards all of them are there again."""
    engine = create_engine(parse_url(database.url), poolclass=NullPool)
    with engine.begin() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        triggers = _triggers(connection) if on_sqlite else {}
        if not on_sqlite:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for name in triggers:
            connection.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            connection.execute(text(statement))
        for made in triggers.values():
            connection.exec_driver_sql(made)


def _triggers(connection: Connection) -> dict[str, str]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    return {str(name): str(made) for name, made in rows}
